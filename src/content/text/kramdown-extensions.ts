import { LinePlaces } from './line-places.js';

/** A tag that stands alone on its line, behind the marks of quotes and list items. */
const blockStart = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?\{::(\w+)((?:\s[^{}]*)?)\}\s*$/;
const blockEnd = /^[ \t>]*\{:\/(\w*)\}\s*$/;
/** In running text: an escaped sign, a run of backticks, or a tag. */
const inlineMark = /\\[\s\S]|`+|\{::(\w+)((?:\s[^{}]*)?)\}/g;

/**
 * kramdown's own tags: `{::comment}` … `{:/comment}` is not shown, of `{::nomarkdown}` what is for HTML is, and
 * `{::options … /}` stands for nothing. A tag without its end is text, as kramdown prints it; so is one of another name.
 */
export function withoutExtensions(markdown: string): string {
  if (!markdown.includes('{::')) return markdown;
  const lines = markdown.split('\n');
  const places = new LinePlaces();
  const ends = new BlockEnds(lines);
  const out: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) out.push(withoutInlineExtensions(paragraph.join('\n')));
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const place = places.next(line);
    if (place !== 'inside') flush();
    const tag = place === 'start' && line.includes('{::') ? blockStart.exec(line) : null;
    const name = tag?.[1] ?? '';
    if (tag !== null && isKnown(name)) {
      const attributes = tag[2] ?? '';
      const end = isClosed(attributes) ? i : ends.after(i, name);
      if (end !== undefined) {
        out.push('');
        if (isShown(name, attributes)) out.push(...lines.slice(i + 1, end), '');
        i = end;
        places.endBlock();
        continue;
      }
    }
    if (place === 'start' || place === 'inside') paragraph.push(line);
    else out.push(line);
  }
  flush();
  return out.join('\n');
}

const isKnown = (name: string): boolean => /^(?:comment|nomarkdown|options)$/.test(name);
const isClosed = (attributes: string): boolean => attributes.endsWith('/');
const isShown = (name: string, attributes: string): boolean =>
  name === 'nomarkdown' && (!/\stype=/.test(attributes) || /\stype=["'](?:\w+ )*html\b/.test(attributes));

/** Finds the line that ends a block; what was looked for and is not there is not looked for again. */
class BlockEnds {
  readonly #lines: readonly string[];
  readonly #missing = new Set<string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  after(line: number, name: string): number | undefined {
    if (this.#missing.has(name)) return undefined;
    for (let i = line + 1; i < this.#lines.length; i += 1) {
      const end = blockEnd.exec(this.#lines[i] ?? '')?.[1];
      if (end === '' || end === name) return i;
    }
    this.#missing.add(name);
    return undefined;
  }
}

function withoutInlineExtensions(text: string): string {
  if (!text.includes('{::')) return text;
  const ticks = new TickRuns(text);
  /** Where each end was found last: one that is far away is not looked for from every tag. */
  const found = new Map<string, number>();
  const find = (mark: string, from: number): number => {
    const known = found.get(mark) ?? 0;
    if (known >= from && found.has(mark)) return known;
    const next = text.indexOf(mark, from);
    found.set(mark, next < 0 ? Number.POSITIVE_INFINITY : next);
    return found.get(mark) ?? 0;
  };
  let out = '';
  let at = 0;
  for (const mark of text.matchAll(inlineMark)) {
    const start = mark.index;
    const after = start + mark[0].length;
    if (start < at || mark[0].startsWith('\\')) continue;
    const name = mark[1];
    if (name === undefined) {
      const end = ticks.endAfter(after, mark[0].length);
      if (end < 0) continue;
      out += text.slice(at, end);
      at = end;
      continue;
    }
    if (!isKnown(name)) continue;
    const attributes = mark[2] ?? '';
    out += text.slice(at, start);
    at = start;
    if (isClosed(attributes)) {
      at = after;
      continue;
    }
    const named = find(`{:/${name}}`, after);
    const unnamed = find('{:/}', after);
    const end = Math.min(named, unnamed);
    if (end === Number.POSITIVE_INFINITY) continue;
    if (isShown(name, attributes)) out += text.slice(after, end);
    at = end + (named < unnamed ? `{:/${name}}` : '{:/}').length;
  }
  return out + text.slice(at);
}

/** The runs of backticks of a text by their length; questions come in the order of the text. */
class TickRuns {
  readonly #starts = new Map<number, number[]>();

  constructor(text: string) {
    const runs = [...text.matchAll(/`+/g)].reverse();
    for (const { 0: run, index } of runs) {
      const starts = this.#starts.get(run.length);
      if (starts === undefined) this.#starts.set(run.length, [index]);
      else starts.push(index);
    }
  }

  /** Offset after the next run of exactly as many backticks, -1 without. */
  endAfter(from: number, length: number): number {
    const starts = this.#starts.get(length) ?? [];
    while ((starts.at(-1) ?? from) < from) starts.pop();
    const start = starts.at(-1);
    return start === undefined ? -1 : start + length;
  }
}
