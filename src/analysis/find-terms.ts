/**
 * Where some terms stand in a text, without analyzing all of it: what has blanks or the like around it is analyzed by itself, and most of
 * that cannot hold a term, which is told by its first letters.
 * @module
 */
import type { Span } from '../domain/post.js';
import type { Analyzer, Token } from './analyzer.js';
import { foldLetters } from './fold-letters.js';
import { gramFamilyOf, gramSizeOfFamily } from './split-script-runs.js';

/**
 * What is known of a UTF-16 unit: in the lower bits its base, the letter without all that the analyzer may fold or a mark may change.
 * The base of a term is always a part of the base of the text that it stands in.
 */
const base = 0xffff;
/** Looked at before. */
const known = 0x1_0000;
/** May be in a word; all other units end it. */
const inside = 0x2_0000;
/** Lower case, of a letter that has another. */
const lower = 0x4_0000;
const upper = 0x8_0000;
const digit = 0x10_0000;
/** Of more than one letter, or half of a character: whether a term has it is left to the analyzer. */
const unclear = 0x20_0000;
/** A sign that joins words. */
const joining = 0x40_0000;
/** From this bit on: 1 + the family of scripts whose n-grams it is in, see `split-script-runs.ts`. */
const family = 23;

const wordUnit = /[\p{L}\p{N}\p{M}\u00ad\u200c-\u200d\u2060_.'’‐‑+#-]/u;
const dropped = /[\p{M}\u00ad\u0640\u200c-\u200d\u2060'’ʼ]/gu;
const surrogate = /\p{Surrogate}/u;
/** They make a syllable together. */
const jamo = /[\u1100-\u11ff]/;
const sign = /[_.'’‐‑+#-]/;

const describe = (char: string): number => {
  if (surrogate.test(char)) return known | inside | unclear;
  if (!wordUnit.test(char)) return known;
  const folded = foldLetters(char.normalize('NFKC').toLowerCase());
  const letter = folded.normalize('NFD').replace(dropped, '').normalize('NFC');
  const isDropped = letter === '' && char.replace(dropped, '') === '';
  if ((letter.length !== 1 && !isDropped) || jamo.test(letter)) return known | inside | unclear;
  const isLower = char.toUpperCase() !== char && char.toLowerCase() === char;
  return (
    known |
    inside |
    (isLower ? lower : 0) |
    (char.toLowerCase() === char ? 0 : upper) |
    (char >= '0' && char <= '9' ? digit : 0) |
    (sign.test(char) ? joining : 0) |
    ((gramFamilyOf(char) + 1) << family) |
    (isDropped ? 0 : letter.charCodeAt(0))
  );
};

/** By unit, filled as units are met. */
let units = new Uint32Array(0);

const unitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  // Outside of the text: as a blank.
  if (Number.isNaN(code)) return known;
  const unit = units[code] ?? 0;
  if (unit !== 0) return unit;
  if (units.length === 0) units = new Uint32Array(0x1_0000);
  const described = describe(text.charAt(at));
  units[code] = described;
  return described;
};

/** Letters that terms begin with, and what follows them. */
interface Beginning {
  readonly next: Map<number, Beginning>;
  isTerm: boolean;
}

const toBeginnings = (terms: Iterable<string>): Beginning => {
  const root: Beginning = { next: new Map(), isTerm: false };
  for (const term of terms) {
    let beginning = root;
    for (let at = 0; at < term.length; at += 1) {
      const letter = unitAt(term, at) & base;
      if (letter === 0) continue;
      let longer = beginning.next.get(letter);
      if (longer === undefined) {
        longer = { next: new Map(), isTerm: false };
        beginning.next.set(letter, longer);
      }
      beginning = longer;
    }
    beginning.isTerm = true;
  }
  return root;
};

/** No term begins within a word of letters with case but at a capital, nor within a number. */
const mayBegin = (unit: number, before: number): boolean =>
  (unit & lower) !== 0
    ? (before & (lower | upper | digit)) === 0
    : (unit & digit) === 0 || (before & digit) === 0;

const mayEnd = (unit: number, after: number): boolean =>
  (unit & (lower | upper)) === 0 || (after & lower) === 0;

/** Whether a term may begin at a place, as far as letters tell. */
const mayHold = (root: Beginning, text: string, from: number): boolean => {
  let beginning = root;
  for (let at = from, unit = unitAt(text, at); (unit & inside) !== 0; at += 1) {
    const after = unitAt(text, at + 1);
    const letter = unit & base;
    if ((unit & unclear) !== 0) return true;
    if (letter !== 0) {
      const longer = beginning.next.get(letter);
      if (longer === undefined) return false;
      if (longer.isTerm && mayEnd(unit, after)) return true;
      beginning = longer;
    }
    unit = after;
  }
  return false;
};

const findEnd = (text: string, from: number): number => {
  let end = from;
  while ((unitAt(text, end) & inside) !== 0) end += 1;
  return end;
};

/** Whether all that stands between blanks is without signs from a place on. */
const isWithoutSigns = (text: string, from: number): boolean => {
  for (let at = from, unit = unitAt(text, at); (unit & inside) !== 0; at += 1, unit = unitAt(text, at))
    if ((unit & joining) !== 0) return false;
  return true;
};

/**
 * @returns as many characters around a place as an n-gram has, from there on as far as there are so many; `undefined` where more must be
 *   seen to know the n-grams that begin there: they have marks, or there are too few for one
 */
const findGram = (text: string, at: number): Span | undefined => {
  const own = unitAt(text, at) >>> family;
  const size = gramSizeOfFamily(own - 1);
  const isOwn = (next: number): boolean => {
    const unit = unitAt(text, next);
    return (unit & base) !== 0 && unit >>> family === own;
  };
  let end = at;
  while (end < at + size && isOwn(end)) end += 1;
  let start = at;
  while (end - start < size && isOwn(start - 1)) start -= 1;
  const after = unitAt(text, end);
  const isMarked = (after & inside) !== 0 && (after & base) === 0;
  return size === 0 || isMarked || end - start < size ? undefined : { start, end };
};

/** Called for each place of a term, in order; see {@link Analyzer.scan}. */
export type TermVisit = (term: string, start: number, end: number) => void;

/**
 * Finds just what {@link Analyzer.scan} of a text as code finds of some terms. Takes time in proportion to the length of the text.
 */
export class TermFinder {
  readonly #analyzer: Analyzer;
  readonly #terms: ReadonlySet<string>;
  readonly #root: Beginning;
  /** The terms in what stood between blanks, and in n-grams. */
  readonly #analyzed = new Map<string, readonly Token[]>();

  constructor(analyzer: Analyzer, terms: Iterable<string>) {
    this.#analyzer = analyzer;
    this.#terms = new Set(terms);
    this.#root = toBeginnings(this.#terms);
  }

  find(text: string, visit: TermVisit): void {
    if (this.#terms.size === 0) return;
    let before = known;
    /** Of what stands between blanks: where it begins, and whether n-grams in it are just that. */
    let start = 0;
    let isPlain: boolean | undefined;
    /** What begins before has been told. */
    let told = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = unitAt(text, at);
      if ((unit & inside) === 0) {
        start = at + 1;
        isPlain = undefined;
      } else if ((unit & unclear) !== 0 || (mayBegin(unit, before) && mayHold(this.#root, text, at))) {
        isPlain ??= isWithoutSigns(text, at);
        const gram = isPlain ? findGram(text, at) : undefined;
        if (gram === undefined) {
          const end = findEnd(text, at);
          this.#tell(text.slice(start, end), start, Math.max(start, told), end, visit);
          at = end - 1;
        } else {
          this.#tell(text.slice(gram.start, gram.end), gram.start, at, at + 1, visit);
        }
        told = at + 1;
      }
      before = unit;
    }
  }

  /** Tells of the terms that begin at a place or after it, and before another. */
  #tell(part: string, offset: number, from: number, to: number, visit: TermVisit): void {
    for (const { term, start, end } of this.#analyze(part)) {
      const at = offset + start;
      if (at >= from && at < to) visit(term, at, offset + end);
    }
  }

  /** What is looked for is met again and again. */
  #analyze(part: string): readonly Token[] {
    const analyzed = this.#analyzed.get(part);
    if (analyzed !== undefined) return analyzed;
    const tokens: Token[] = [];
    this.#analyzer.scan(
      part,
      (term, start, end, position) => {
        if (this.#terms.has(term)) tokens.push({ term, start, end, position });
      },
      'code',
    );
    this.#analyzed.set(part, tokens);
    return tokens;
  }
}
