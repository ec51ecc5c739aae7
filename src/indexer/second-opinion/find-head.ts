/**
 * Where a source says what it is: its front matter, by its fences.
 * @module
 */

export interface Head {
  /** `lines` are `key: value` without a fence. */
  readonly language: 'yaml' | 'toml' | 'json' | 'script' | 'lines';
  readonly text: string;
  /** 1-based line of the file at which `text` begins. */
  readonly line: number;
}

/** The object that a file of MDX exports of itself, before any of its code. */
const exported = /^export\s+const\s+(?:metadata|frontmatter|meta|attributes)\b[^={]{0,200}=\s*\{/im;

/** @returns that object, as far as the code or the end of the file */
export const findExported = (source: string): Head | undefined => {
  const text = source.slice(0, longest).split(/^[ \t>]{0,20}(?:```|~~~)/m, 1)[0] ?? '';
  const found = exported.exec(text);
  if (found === null) return undefined;
  const start = found.index + found[0].length - 1;
  return { language: 'json', text: text.slice(start), line: text.slice(0, start).split('\n').length };
};

/** Longer front matter is refused elsewhere. */
const longest = 256 * 1024;

const fences = [
  { open: '---', closes: ['---', '...'], language: 'yaml' },
  { open: '+++', closes: ['+++'], language: 'toml' },
  { open: ';;;', closes: [';;;'], language: 'json' },
] as const;

const languages: Readonly<Record<string, Head['language']>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  json5: 'json',
};

const metaLine = /^[A-Za-z"][\w"' -]{0,80}:(?:\s|$)/;

/** The lines from the start, one after the other: only the head of a long post is looked at. */
function* linesFrom(text: string, start: number): Generator<{ readonly text: string; readonly at: number }> {
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    yield { text: text.slice(at, end).trimEnd(), at };
    at = end + 1;
  }
}

/** Lines at the top of a file that is known to begin with some, up to the first blank one or a fence. */
const findLines = (source: string, start: number, line: number): Head | undefined => {
  let end = source.length;
  for (const { text, at } of linesFrom(source, start)) {
    if (at === start && !metaLine.test(text)) return undefined;
    if (!/^(?:|-{3,}|;{3,})$/.test(text)) continue;
    end = at;
    break;
  }
  return { language: 'lines', text: source.slice(start, end), line };
};

const findFenced = (
  source: string,
  start: number,
  line: number,
  { open, closes, language }: (typeof fences)[number],
): Head | undefined => {
  let from = start;
  let info = '';
  for (const { text, at } of linesFrom(source, start)) {
    if (at === start) {
      info = text.slice(open.length).trim().toLowerCase();
      if (!/^[a-z0-9]{0,12}$/.test(info)) return undefined;
      from = start + text.length;
    } else if (closes.some((close) => text === close)) {
      const known = info === '' ? language : (languages[info] ?? 'script');
      return { language: known, text: source.slice(from, at), line };
    }
  }
  return undefined;
};

/**
 * @param metaLines whether `key: value` lines at the top count although no fence opens them
 * @returns `undefined` where the source does not begin with front matter that ends
 */
export const findHead = (source: string, metaLines: boolean): Head | undefined => {
  const written = source.slice(0, longest);
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return undefined;
  const line = text.slice(0, start).split('\n').length;
  const fence = fences.find(({ open }) => text.startsWith(open, start));
  if (fence !== undefined) return findFenced(text, start, line, fence);
  if (/^\{(?![{%#])/.test(text.slice(start, start + 2)))
    return { language: 'json', text: text.slice(start), line };
  return metaLines ? findLines(text, start, line) : undefined;
};
