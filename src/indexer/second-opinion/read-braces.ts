import { type Statement, toKey, toStatement } from './statements.js';

export interface Braces {
  readonly statements: readonly Statement[];
  /** Offset after the brace or bracket that closes the first. */
  readonly end: number;
  /** Line of `end`. */
  readonly line: number;
}

const comment = /(?:#|\/\/)[^\n]*/y;
const name = /[^\s,:={}[\]"'`][^,:={}[\]"'`\n]*/y;
const value = /[^\s,{}[\]"'`][^,{}[\]\n]*/y;
const sign = /[ \t]*[:=]/y;

/** Nothing that hides a post is nested deeper. */
const deepest = 8;

/** Offset of the quote that ends the string, or of the end of its line where none does. */
const endOfString = (text: string, from: number): number => {
  const quote = text.charAt(from);
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
};

/**
 * JSON, the braces of YAML and TOML, and the literals of a script, all alike: `key: value` or `key = value` between
 * commas, braces and brackets. What is neither is passed over.
 * @param text begins, at `from`, with a brace or bracket
 * @param above keys of what that one is nested in
 */
export const readBraces = (text: string, from: number, above: readonly string[], first: number): Braces => {
  const statements: Statement[] = [];
  /** Keys of the braces and brackets that are open, but for the first. */
  const open: string[] = [];
  let depth = 0;
  let key: string | undefined;
  let at = from;
  let line = first;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const takeString = (): string | undefined => {
    if (!/["'`]/.test(text.charAt(at))) return undefined;
    const start = at + 1;
    const end = endOfString(text, at);
    at = text.charAt(end) === '\n' ? end : end + 1;
    return text.slice(start, end);
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      if (depth > 0) open.push(toKey(key ?? ''));
      depth += 1;
      key = undefined;
      at += 1;
    } else if (character === '}' || character === ']') {
      open.pop();
      depth -= 1;
      key = undefined;
      at += 1;
      if (depth === 0) break;
    } else if (character === ',' || /\s/.test(character)) {
      if (character === '\n') line += 1;
      if (character === ',') key = undefined;
      at += 1;
    } else if (take(comment) === undefined) {
      const found = takeString() ?? take(key === undefined ? name : value)?.trim();
      if (found === undefined) at += 1;
      else if (key === undefined && take(sign) !== undefined) key = found;
      else {
        if (open.length < deepest) statements.push(toStatement(key ?? '', found, [...above, ...open], line));
        key = undefined;
      }
    }
  }
  return { statements, end: at, line };
};
