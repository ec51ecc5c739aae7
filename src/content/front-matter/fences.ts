/**
 * Where the front matter of a file begins and ends. Nothing is parsed here.
 * @module
 */
import { FrontMatterError } from './front-matter.js';

export interface FencedBlock {
  /** `yaml`, `toml`, `json`, or the language named after the opening fence. */
  readonly language: string;
  readonly open: string;
  readonly close: string;
  /** Between the fences. */
  readonly matter: string;
  /** After the closing fence. */
  readonly body: string;
  /** 1-based line of the first line of `matter` and of `body`. */
  readonly matterLine: number;
  readonly bodyLine: number;
  /** It may as well be text between two thematic breaks; it is front matter only if it says something. */
  readonly doubtful?: true;
}

/** The largest front matter found in 9,000 real posts has 114 kB. */
export const maxFrontMatterLength = 256 * 1024;

const hint = 'Close the front matter with a line that holds the same fence and nothing else.';

const key = /^["']?[\p{L}_][\p{L}\p{N}_.\- ]*["']?$/u;
const longestKey = 83;

/** `key:` as YAML writes it, in a line of its own or at its start. */
export const isKeyLine = (line: string): boolean => {
  const colon = line.indexOf(':');
  if (colon < 0 || !/^(?:[ \t]|$)/.test(line.slice(colon + 1, colon + 2))) return false;
  const name = line.slice(0, colon).trim();
  return name.length <= longestKey && key.test(name);
};

const blankOrComment = /^[ \t]*(?:#.*)?$/;

export const firstLineOf = (matter: string): string =>
  matter.split('\n', 200).find((line) => !blankOrComment.test(line)) ?? '';

const fences = [
  // Jekyll also takes the end marker of a YAML document.
  { open: '---', language: 'yaml', closes: ['---', '...'] },
  { open: '+++', language: 'toml', closes: ['+++'] },
  { open: ';;;', language: 'json', closes: [';;;'] },
] as const;

export const countLines = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

interface ClosingFence {
  readonly close: string;
  readonly start: number;
  readonly end: number;
  /** The line is the fence and nothing else. */
  readonly clean: boolean;
}

/** The first line that starts with a closing fence; `...` may also start an ordinary line. */
const findClosing = (source: string, from: number, closes: readonly string[]): ClosingFence | undefined => {
  for (let start = from; start < source.length && start - from <= maxFrontMatterLength; ) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 ? source.length : newline;
    const close = closes.find((fence) => source.startsWith(fence, start));
    if (close !== undefined) {
      const clean = source.slice(start, end).trim() === close;
      if (clean || close !== '...') return { close, start, end: Math.min(end + 1, source.length), clean };
    }
    start = end + 1;
  }
  return undefined;
};

/**
 * The front matter of a file with `\n` line ends, or `undefined` if it has none.
 * A `---` that opens no list of keys is a thematic break; one that does, and is not closed, is an error.
 * @throws FrontMatterError
 */
export function findFences(source: string): FencedBlock | undefined {
  const fence = fences.find(({ open }) => source.startsWith(open));
  if (fence === undefined) return undefined;
  const newline = source.indexOf('\n');
  const end = newline === -1 ? source.length : newline;
  const info = source.slice(fence.open.length, end).trim();
  // `----` is a thematic break and `--- title ---` is text.
  if (info !== '' && !/^[a-z]{2,12}$/i.test(info)) return undefined;
  const from = Math.min(end + 1, source.length);
  const closing = findClosing(source, from, fence.closes);
  const matter = source.slice(from, closing?.start ?? from + maxFrontMatterLength);
  const first = firstLineOf(matter);
  const opensKeys = fence.open !== '---' || info !== '' || isKeyLine(first) || /^\s*[{[]/.test(first);
  const doubtful = !opensKeys && first !== '' && !matter.split('\n').some(isKeyLine);
  if (!closing?.clean && !opensKeys) return undefined;
  if (closing === undefined)
    throw new FrontMatterError(
      source.length - from > maxFrontMatterLength
        ? `opens front matter with ${fence.open} and does not close it within ${maxFrontMatterLength / 1024} kB`
        : `opens front matter with ${fence.open} and never closes it`,
      { line: 1, hint },
    );
  if (!closing.clean)
    throw new FrontMatterError(
      `has a line in its front matter that starts with ${closing.close} and does not end it`,
      { line: countLines(source.slice(0, closing.start)) + 1, hint },
    );
  return {
    language: info.toLowerCase() || fence.language,
    open: fence.open,
    close: closing.close,
    matter,
    body: source.slice(closing.end),
    matterLine: 2,
    bodyLine: 2 + countLines(source.slice(from, closing.end)),
    ...(doubtful && { doubtful }),
  };
}

/**
 * Hugo passes over the line of a comment at the top, so that front matter may stand in it.
 * @throws FrontMatterError
 */
export function findCommented(source: string): FencedBlock | undefined {
  const newline = source.startsWith('<!--') ? source.indexOf('\n') : -1;
  if (newline < 0) return undefined;
  const block = findFences(source.slice(newline + 1));
  if (block === undefined) return undefined;
  const body = block.body.replace(/^-->[ \t]{0,80}(?:\n|$)/, '');
  return {
    ...block,
    body,
    matterLine: block.matterLine + 1,
    bodyLine: block.bodyLine + (body === block.body ? 1 : 2),
  };
}
