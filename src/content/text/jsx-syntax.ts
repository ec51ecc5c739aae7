import { isHidden, isUnseenName } from './unseen.js';
import type { Parameter } from './visible-words.js';

/** An opening, closing or self-closing JSX tag; a fragment has an empty name. */
export interface JsxTag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly Parameter[];
  /** Offset after `>`. */
  readonly end: number;
}

/** An expression or tag longer than this is not one: nothing is scanned further. */
const longest = 200_000;
const tagName = /[A-Za-z][\w.:-]*/y;
const attributeName = /[A-Za-z_@:$][\w@:.$-]*/y;

function skipQuoted(source: string, at: number, limit: number): number {
  const quote = source.charCodeAt(at);
  for (let i = at + 1; i < limit; i += 1) {
    const code = source.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === quote) return i + 1;
    else if (code === 10 && quote !== 96) return -1;
  }
  return -1;
}

/** Offset after the `}` that closes the `{` at `open`; strings and comments are skipped. -1 when there is none. */
export function closingBrace(source: string, open: number): number {
  const limit = Math.min(source.length, open + longest);
  let depth = 0;
  /** Of each quote: no string that starts with it before this offset has an end. */
  const endless = new Map<number, number>();
  for (let i = open; i < limit; i += 1) {
    const code = source.charCodeAt(i);
    if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return i + 1;
    } else if (code === 34 || code === 39 || code === 96) {
      // An apostrophe in the text of nested JSX is no string.
      if (i < (endless.get(code) ?? 0)) continue;
      const end = skipQuoted(source, i, limit);
      if (end > 0) i = end - 1;
      else {
        const newline = code === 96 ? -1 : source.indexOf('\n', i);
        endless.set(code, newline < 0 ? limit : newline);
      }
    } else if (code === 47 && source.charCodeAt(i + 1) === 42) {
      const end = source.indexOf('*/', i + 2);
      if (end < 0 || end > limit) return -1;
      i = end + 1;
    }
  }
  return -1;
}

/** The tag at `at`; `undefined` when it is no tag, `'unclosed'` when it is one without an end. */
export function parseTag(source: string, at: number): JsxTag | 'unclosed' | undefined {
  const limit = Math.min(source.length, at + longest);
  let i = at + 1;
  if (source.startsWith('<!--', at)) return commentTag(source, at);
  const closing = source.charAt(i) === '/';
  if (closing) i += 1;
  if (source.charAt(i) === '>') return { name: '', closing, selfClosing: false, attributes: [], end: i + 1 };
  tagName.lastIndex = i;
  const name = tagName.exec(source)?.[0];
  if (name === undefined || name.endsWith(':')) return undefined;
  i += name.length;
  if (!/[\s/>{]/.test(source.charAt(i))) return undefined;
  const attributes: Parameter[] = [];
  while (i < limit) {
    const character = source.charAt(i);
    if (character === '>') return { name, closing, selfClosing: false, attributes, end: i + 1 };
    if (character === '/' && source.charAt(i + 1) === '>')
      return { name, closing, selfClosing: true, attributes, end: i + 2 };
    if (/\s/.test(character)) {
      // A tag does not go on after a blank line: it was a sign for "less than".
      if (character === '\n' && /^\n[ \t]*\n/.test(source.slice(i, i + 50)) && attributes.length === 0)
        return undefined;
      i += 1;
      continue;
    }
    if (character === '{') {
      const end = closingBrace(source, i);
      if (end < 0) return 'unclosed';
      i = end;
      continue;
    }
    attributeName.lastIndex = i;
    const attribute = attributeName.exec(source)?.[0];
    if (attribute === undefined) return undefined;
    i += attribute.length;
    while (/\s/.test(source.charAt(i))) i += 1;
    if (source.charAt(i) !== '=') {
      attributes.push({ name: attribute, value: '', quoted: false });
      continue;
    }
    i += 1;
    while (/\s/.test(source.charAt(i))) i += 1;
    const opener = source.charAt(i);
    if (opener === '"' || opener === "'") {
      const end = source.indexOf(opener, i + 1);
      if (end < 0 || end > limit) return 'unclosed';
      attributes.push({ name: attribute, value: source.slice(i + 1, end), quoted: true });
      i = end + 1;
    } else if (opener === '{') {
      const end = closingBrace(source, i);
      if (end < 0) return 'unclosed';
      const inner = source.slice(i + 1, end - 1).trim();
      const literal = inner.length < 5_000 && /^(["'`])([^"'`$\\]*)\1$/.exec(inner);
      attributes.push({
        name: attribute,
        value: literal ? (literal[2] ?? '') : inner,
        quoted: Boolean(literal),
      });
      i = end;
    } else {
      const value = /[^\s>{}"']+/y;
      value.lastIndex = i;
      const bare = value.exec(source)?.[0];
      if (bare === undefined) return undefined;
      i += bare.length;
    }
  }
  return 'unclosed';
}

function commentTag(source: string, at: number): JsxTag | undefined {
  const end = source.indexOf('-->', at + 4);
  return end < 0 ? undefined : { name: '', closing: false, selfClosing: true, attributes: [], end: end + 3 };
}

/** Their content is no Markdown, and stays with its tags. */
const rawText = /^(?:script|style|template)$/;

/** Whether an element and all that it holds is left out: by its name, `hidden`, or a style such as `{{display: 'none'}}`. */
export function isUnseenTag(tag: JsxTag): boolean {
  if (tag.closing || rawText.test(tag.name)) return false;
  if (isUnseenName(tag.name)) return true;
  const read = (name: string): string | undefined => {
    const found = tag.attributes.find((attribute) => attribute.name === name);
    return found?.quoted === false && /^(?:false|null|undefined)$/.test(found.value)
      ? undefined
      : found?.value;
  };
  return isHidden(tag.name, (name) => (name === 'style' ? toDeclarations(read(name)) : read(name)));
}

/** An object of styles as the declarations that it stands for. */
function toDeclarations(style: string | undefined): string | undefined {
  if (!style?.startsWith('{')) return style;
  return style
    .replace(/["'`{}]/g, '')
    .replaceAll(',', ';')
    .replaceAll('contentVisibility', 'content-visibility');
}
