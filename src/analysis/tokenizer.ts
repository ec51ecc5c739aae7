/**
 * Text -> words, before any filter.
 *
 * A word is a run of letters, digits and marks. What is joined by `.` or `_` (`node.js`, `1.2.3`, `snake_case`), ends in
 * `++` or, after one letter, in `#` (`c++`, `c#`), or has one letter beside a hyphen (`objective-c`, `e-mail`), and
 * `.net`, is a compound: it is a word as a whole, and so are its parts of two or more characters that are not only digits.
 * @module
 */
import { normalizeWord } from './normalize-word.js';
import { splitIdentifier } from './split-identifier.js';
import { isPaired, splitScriptRuns, toPairs } from './split-script-runs.js';

/** Called for each token, in order; see `Token` for the meaning of the numbers. */
export type TokenHandler = (word: string, start: number, end: number, position: number) => void;

const letters = '\\p{L}\\p{N}';
/** Soft hyphens and joiners are part of the word that they are in. */
const word = `[${letters}][${letters}\\p{M}\\u00ad\\u200c\\u200d\\u2060]*`;
const chunks = new RegExp(
  `(?:\\.(?=[nN][eE][tT](?![${letters}])))?${word}(?:(?:_+|[.'’‐‑-])${word})*(?:(?:\\+\\+|#(?![${letters}]))(?!\\p{M}))?`,
  'gu',
);

/** The bulk of text: nothing to take apart, nothing to normalize. */
const simple = /^(?:[A-Z]?[a-z']+|[A-Z]+|[0-9]+)$/;
const beyondAscii = /[\u0080-\uffff]/;
const sharp = /^\p{L}#$/u;
const parts = /[^._+#‐‑-]+/g;
const hyphen = /[‐‑-]/;
const onlyDigits = /^\p{N}+$/u;
const oneLetter = /^\p{L}$/u;

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** @returns the position after the word */
const tokenizeIdentifier = (text: string, start: number, position: number, handle: TokenHandler): number => {
  handle(text, start, start + text.length, position);
  let next = position;
  for (const part of splitIdentifier(text)) {
    if (part.end - part.start > 1) {
      handle(text.slice(part.start, part.end), start + part.start, start + part.end, next);
    }
    next += 1;
  }
  return Math.max(next, position + 1);
};

const tokenizeWord = (text: string, start: number, position: number, handle: TokenHandler): number => {
  if (!isPaired(text)) return tokenizeIdentifier(text, start, position, handle);
  let next = position;
  for (const run of splitScriptRuns(text)) {
    const runText = text.slice(run.start, run.end);
    const runStart = start + run.start;
    if (!isPaired(runText)) {
      next = tokenizeIdentifier(runText, runStart, next, handle);
      continue;
    }
    for (const pair of toPairs(runText)) {
      handle(runText.slice(pair.start, pair.end), runStart + pair.start, runStart + pair.end, next);
      next += 1;
    }
  }
  return next;
};

const tokenizeCompound = (
  text: string,
  start: number,
  position: number,
  members: readonly Part[],
  handle: TokenHandler,
): number => {
  handle(text, start, start + text.length, position);
  let next = position;
  for (const member of members) {
    const isWord = member.text.length > 1 && !onlyDigits.test(member.text);
    next = isWord ? tokenizeWord(member.text, start + member.start, next, handle) : next + 1;
  }
  return next;
};

/** Parts around a hyphen belong together if one of them is a single letter. */
const groupParts = (chunk: string): readonly (readonly Part[])[] => {
  const groups: Part[][] = [];
  let previous: Part | undefined;
  for (const { 0: text, index: start } of chunk.matchAll(parts)) {
    const part = { text, start, end: start + text.length };
    const group = groups.at(-1);
    const isJoined =
      previous !== undefined &&
      (!hyphen.test(chunk.slice(previous.end, start)) ||
        oneLetter.test(text) ||
        oneLetter.test(previous.text));
    if (group && isJoined) group.push(part);
    else groups.push([part]);
    previous = part;
  }
  return groups;
};

const tokenizeChunk = (chunk: string, start: number, position: number, handle: TokenHandler): number => {
  const groups = groupParts(chunk);
  let next = position;
  groups.forEach((members, at) => {
    const first = members[0];
    const last = members.at(-1);
    if (first === undefined || last === undefined) return;
    // The signs before the first part and after the last one belong to them.
    const from = at === 0 ? 0 : first.start;
    const to = at === groups.length - 1 ? chunk.length : last.end;
    const text = chunk.slice(from, to);
    if (text === first.text) {
      next = tokenizeWord(text, start + from, next, handle);
    } else {
      const inside = members.map((part) => ({ ...part, start: part.start - from }));
      next = tokenizeCompound(text, start + from, next, inside, handle);
    }
  });
  return next;
};

/** Offsets of a chunk that NFKC changes, back to those of its source. */
const toSource =
  (
    origin: { readonly starts: readonly number[]; readonly ends: readonly number[] },
    base: number,
    handle: TokenHandler,
  ): TokenHandler =>
  (text, start, end, position) =>
    handle(text, base + (origin.starts[start] ?? 0), base + (origin.ends[end - 1] ?? 0), position);

/**
 * Linear in the length of the text.
 * @returns how many words the text has: the position after the last
 */
export const tokenize = (text: string, handle: TokenHandler): number => {
  let position = 0;
  let end = 0;
  for (;;) {
    // Said each time: the handler may tokenize, too.
    chunks.lastIndex = end;
    const match = chunks.exec(text);
    if (match === null) return position;
    const start = match.index;
    const found = match[0];
    end = start + found.length;
    if (simple.test(found)) {
      handle(found, start, start + found.length, position);
      position += 1;
      continue;
    }
    const chunk = found.endsWith('#') && !sharp.test(found) ? found.slice(0, -1) : found;
    const normalized = beyondAscii.test(chunk) ? normalizeWord(chunk) : undefined;
    position =
      normalized?.origin === undefined
        ? tokenizeChunk(chunk, start, position, handle)
        : tokenizeChunk(normalized.text, 0, position, toSource(normalized.origin, start, handle));
  }
};
