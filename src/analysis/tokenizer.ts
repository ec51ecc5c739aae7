/**
 * Text -> words, before any filter.
 *
 * A word is a run of letters, digits and marks. What is joined by `.` or `_` (`node.js`, `1.2.3`, `snake_case`), ends in
 * `++` or, after one letter, in `#` (`c++`, `c#`), or has one letter beside a hyphen (`objective-c`, `e-mail`), and
 * `.net`, is a compound: it is a word as a whole, and so are its parts of two or more characters that are not only digits. Of
 * numbers joined by `.` the beginnings are words.
 * @module
 */
import { normalizeWord } from './normalize-word.js';
import { splitIdentifier, type TextKind } from './split-identifier.js';
import { isGram, splitScriptRuns, toGrams } from './split-script-runs.js';
import { splitVersion } from './split-version.js';

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
const mayBeVersion = /^[vV]?[0-9]/;

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

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

/** Text of one kind, as it is taken apart from the outside to the inside. Each method returns the position after its words. */
class Tokenizer {
  readonly #kind: TextKind;
  readonly #handle: TokenHandler;

  constructor(kind: TextKind, handle: TokenHandler) {
    this.#kind = kind;
    this.#handle = handle;
  }

  chunk(chunk: string, start: number, position: number): number {
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
        next = this.#word(text, start + from, next);
      } else {
        const inside = members.map((part) => ({ ...part, start: part.start - from, end: part.end - from }));
        next = this.#compound(text, start + from, next, inside);
      }
    });
    return next;
  }

  #compound(text: string, start: number, position: number, members: readonly Part[]): number {
    this.#handle(text, start, start + text.length, position);
    const versionEnd = this.#version(text, start, position);
    let next = position;
    for (const member of members) {
      const isWord = member.text.length > 1 && !onlyDigits.test(member.text) && member.end > versionEnd;
      next = isWord ? this.#word(member.text, start + member.start, next) : next + 1;
    }
    return next;
  }

  #word(text: string, start: number, position: number): number {
    if (!isGram(text)) return this.#identifier(text, start, position);
    let next = position;
    for (const run of splitScriptRuns(text)) {
      const runText = text.slice(run.start, run.end);
      const runStart = start + run.start;
      if (!isGram(runText)) {
        next = this.#identifier(runText, runStart, next);
        continue;
      }
      let last = 0;
      for (const gram of toGrams(runText)) {
        const word = runText.slice(gram.start, gram.end);
        this.#handle(word, runStart + gram.start, runStart + gram.end, next + gram.position);
        last = gram.position;
      }
      next += last + 1;
    }
    return next;
  }

  #identifier(text: string, start: number, position: number): number {
    this.#handle(text, start, start + text.length, position);
    this.#version(text, start, position);
    let next = position;
    for (const part of splitIdentifier(text, this.#kind)) {
      if (part.end - part.start > 1) {
        this.#handle(text.slice(part.start, part.end), start + part.start, start + part.end, next);
      }
      next += 1;
    }
    return Math.max(next, position + 1);
  }

  /** @returns where in the text its version ends; 0 where there is none */
  #version(text: string, start: number, position: number): number {
    if (!mayBeVersion.test(text)) return 0;
    const beginnings = splitVersion(text);
    for (const part of beginnings) {
      this.#handle(text.slice(part.start, part.end), start + part.start, start + part.end, position);
    }
    return beginnings[0]?.end ?? 0;
  }
}

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
export const tokenize = (text: string, kind: TextKind, handle: TokenHandler): number => {
  const tokenizer = new Tokenizer(kind, handle);
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
        ? tokenizer.chunk(chunk, start, position)
        : new Tokenizer(kind, toSource(normalized.origin, start, handle)).chunk(normalized.text, 0, position);
  }
};
