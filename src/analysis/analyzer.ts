/**
 * THE analyzer: text -> tokens -> terms, the same for building and for asking, in Node and in a page.
 *
 * normalizer (NFKC, a word at a time) -> tokenizer (words, compounds, n-grams) -> filters (lower case, those of the
 * language, apostrophes, accents). Nothing depends on the host's locale or on its segmentation data.
 * @module
 */
import { dropApostrophes } from './apostrophes.js';
import { dropOptionalMarks, foldLetters } from './fold-letters.js';
import { findKnownLanguage } from './languages/known-languages.js';
import type { TextKind } from './split-identifier.js';
import { tokenize } from './tokenizer.js';

/** An occurrence of a term. */
export interface Token {
  /** The normalized key, at most {@link maxTermLength} UTF-16 units, never empty. */
  readonly term: string;
  /**
   * UTF-16 offsets in the text that was analyzed, `[start, end)`. Tokens of compounds overlap. One with the offsets of the token before
   * is the same word without accents, in languages where these make other words.
   */
  readonly start: number;
  readonly end: number;
  /** Number of the word in the text, from 0; a compound and its first part share one. */
  readonly position: number;
}

export interface Analyzer {
  /** BCP 47. */
  readonly language: string;
  /**
   * In order of `position`; where it is the same, the longer token first, and what is written before what is folded.
   * @param kind default `prose`. Code gives the tokens of prose and more: who looks through a text without knowing where in it there
   *   is code takes it for code.
   */
  tokens(text: string, kind?: TextKind): readonly Token[];
  /** The terms of {@link tokens}, in the same order, for indexing. */
  terms(text: string, kind?: TextKind): string[];
  /**
   * Calls `visit` for each of the {@link tokens}, without making them: for looking through long texts.
   * @returns how many words the text has, those that give no term too: the position after the last
   */
  scan(
    text: string,
    visit: (term: string, start: number, end: number, position: number) => void,
    kind?: TextKind,
  ): number;
}

/** Longer terms (hashes, base64, minified code) are dropped: nobody types them, and they would fill the index. */
export const maxTermLength = 64;

/**
 * Raised with every change of what a text is analyzed to: an index made with another analyzer answers nothing and
 * does not say so.
 */
const analyzerVersion = 2;

/**
 * Of the analyzer of a language, its stems and stop words included. Stored in the manifest for each shard; a reader with another one
 * refuses the shard.
 * @param language BCP 47
 */
export const analyzerFingerprint = (language: string): string => {
  const known = findKnownLanguage(language);
  const common = `lookback-${analyzerVersion};term<=${maxTermLength}`;
  return known === undefined ? common : `${common};${known.name}-${known.version}`;
};

/** Whether words are other terms in the language than in one without rules. */
export const hasOwnTerms = (language: string): boolean => {
  const { filters, hasTellingAccents } = findKnownLanguage(language) ?? {};
  return filters !== undefined || hasTellingAccents !== undefined;
};

const isTerm = ({ length }: string): boolean => length > 0 && length <= maxTermLength;

/** @param language BCP 47; languages without rules of their own share the default ones. */
export const createAnalyzer = (language: string): Analyzer => {
  const { filters = [], hasTellingAccents } = findKnownLanguage(language) ?? {};

  const scan: Analyzer['scan'] = (text, visit, kind = 'prose') =>
    tokenize(text, kind, (word, start, end, position) => {
      if (word.length > 2 * maxTermLength) return;
      let plain = word.toLowerCase();
      for (const filter of filters) plain = filter(plain);
      plain = dropApostrophes(plain);
      const term = foldLetters(plain);
      const written = hasTellingAccents ? dropOptionalMarks(plain) : term;
      if (written !== term && isTerm(written)) visit(written, start, end, position);
      if (isTerm(term)) visit(term, start, end, position);
    });

  return {
    language,
    scan,
    tokens(text, kind) {
      const tokens: Token[] = [];
      scan(text, (term, start, end, position) => tokens.push({ term, start, end, position }), kind);
      return tokens;
    },
    terms(text, kind) {
      const terms: string[] = [];
      scan(text, (term) => terms.push(term), kind);
      return terms;
    },
  };
};
