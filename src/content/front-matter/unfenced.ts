/**
 * Front matter without an opening fence: Hugo's JSON object, Hexo's longer and missing fences, Pelican's header lines.
 * @module
 */
import { countLines, type FencedBlock, firstLineOf, isKeyLine, maxFrontMatterLength } from './fences.js';
import { type FrontMatterEntry, FrontMatterError, toKey } from './front-matter.js';

/** Offset after the brace that closes the one at 0, skipping strings. */
const endOfObject = (source: string): number | undefined => {
  let depth = 0;
  let inString = false;
  const limit = Math.min(source.length, maxFrontMatterLength);
  for (let at = 0; at < limit; at += 1) {
    const char = source[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
};

/** Hugo's `{ "title": … }` at the top of a file. Text may start with `{` too (`{% …`, `{{ …`). */
export function findBareJson(source: string): FencedBlock | undefined {
  if (!/^\{\s*["}]/.test(source)) return undefined;
  const end = endOfObject(source);
  if (end === undefined)
    throw new FrontMatterError('opens JSON front matter with { and never closes it', {
      line: 1,
      hint: 'Close the object with }.',
    });
  const matter = `${source.slice(0, end)}\n`;
  const body = source.slice(end).replace(/^[ \t]*\n/, '');
  return {
    language: 'json',
    open: '---',
    close: '---',
    matter,
    body,
    matterLine: 1,
    bodyLine: 1 + countLines(source.slice(0, source.length - body.length)),
  };
}

/** From a line that begins with a fence, which may be followed by text. */
const toBlock = (source: string, open: number, close: number, fence: string): FencedBlock => {
  const end = close + fence.length;
  const bodyStart = source[end] === '\n' ? end + 1 : end;
  return {
    language: fence.startsWith(';') ? 'json' : 'yaml',
    open: '---',
    close: '---',
    matter: source.slice(open, close),
    body: source.slice(bodyStart),
    matterLine: 1 + countLines(source.slice(0, open)),
    bodyLine: 1 + countLines(source.slice(0, bodyStart)),
  };
};

/**
 * Hexo's fences may be longer than three signs, and the opening one may be missing: keys are then closed by `---`, or by `;;;`
 * for JSON without braces. `hexo-front-matter` reads nothing else once it has found a fence.
 */
export function findHexoBlock(source: string): FencedBlock | undefined {
  const head = source.slice(0, maxFrontMatterLength);
  const fence = /^(?:-{3,}|;{3,})(?=\n)/.exec(head)?.[0];
  if (fence !== undefined) {
    const close = head.indexOf(`\n${fence}`, fence.length);
    return close === -1 ? undefined : toBlock(source, fence.length + 1, close + 1, fence);
  }
  if (/^(?:---|;;;)/.test(head) || !isKeyLine(firstLineOf(head))) return undefined;
  const closing = /^(?:-{3,}|;{3,})/m.exec(head);
  return closing === null ? undefined : toBlock(source, 0, closing.index, closing[0]);
}

/** As Python-Markdown reads it: no blank need follow the colon, and none may stand before it. */
const metaLine = /^ {0,3}([A-Za-z0-9_-]+):(.*)$/s;

/**
 * Pelican's `Title: A post` lines, up to the first blank line; an indented line continues the value above it. Python-Markdown
 * takes up to three blanks before a name and none behind its colon.
 * @returns `undefined` if the first line is none.
 */
export function findMetaLines(
  source: string,
):
  | { readonly frontMatter: readonly FrontMatterEntry[]; readonly body: string; readonly bodyLine: number }
  | undefined {
  const entries: FrontMatterEntry[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length && at < maxFrontMatterLength) {
    const newline = source.indexOf('\n', at);
    const end = newline === -1 ? source.length : newline;
    const text = source.slice(at, end);
    const pair = metaLine.exec(text);
    const last = entries.at(-1);
    if (pair?.[1] !== undefined)
      entries.push({ name: pair[1], key: toKey(pair[1]), value: (pair[2] ?? '').trim(), line });
    else if (last !== undefined && /^(?: {4}|\t)/.test(text))
      entries[entries.length - 1] = { ...last, value: `${String(last.value)} ${text.trim()}`.trim() };
    else break;
    at = end + 1;
    line += 1;
  }
  if (entries.length === 0) return undefined;
  return { frontMatter: entries, body: source.slice(at), bodyLine: line };
}
