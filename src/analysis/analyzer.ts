/**
 * THE analyzer: text -> tokens -> terms, the same for building and for asking, in Node and in a page.
 *
 * normalizer (NFKC, a word at a time) -> tokenizer (words, compounds, bigrams) -> filters (lower case, those of the
 * language, apostrophes, accents). Nothing depends on the host's locale or on its segmentation data.
 * @module
 */
import { dropApostrophes } from './apostrophes.js';
import { foldLetters } from './fold-letters.js';
import { filtersOf } from './languages/index.js';
import type { TermFilter } from './term-filter.js';
import { type TokenHandler, tokenize } from './tokenizer.js';

/** An occurrence of a term. */
export interface Token {
  /** The normalized key, at most {@link maxTermLength} UTF-16 units, never empty. */
  readonly term: string;
  /** UTF-16 offsets in the text that was analyzed, `[start, end)`. Tokens of compounds overlap. */
  readonly start: number;
  readonly end: number;
  /** Number of the word in the text, from 0; a compound and its first part share one. */
  readonly position: number;
}

export interface Analyzer {
  /** BCP 47. */
  readonly language: string;
  /** In order of `position`; where it is the same, the longer token first. */
  tokens(text: string): readonly Token[];
  /** The terms of {@link tokens}, in the same order, for indexing. */
  terms(text: string): string[];
  /**
   * Calls `visit` for each of the {@link tokens}, without making them: for looking through long texts.
   * @returns how many words the text has, those that give no term too: the position after the last
   */
  scan(text: string, visit: (term: string, start: number, end: number, position: number) => void): number;
}

/** Longer terms (hashes, base64, minified code) are dropped: nobody types them, and they would fill the index. */
export const maxTermLength = 64;

/**
 * Raised with every change of what a text is analyzed to: an index made with another analyzer answers nothing and
 * does not say so.
 */
const analyzerVersion = 1;

/** Stored in the manifest of an index; a reader with another one refuses the index. */
export const analyzerFingerprint = `lookback-${analyzerVersion};term<=${maxTermLength}`;

/** @param language BCP 47; languages without rules of their own share the default ones. */
export const createAnalyzer = (language: string): Analyzer => {
  const filters = filtersOf(language);

  const toTerm: TermFilter = (word) => {
    let term = word.toLowerCase();
    for (const filter of filters) term = filter(term);
    return foldLetters(dropApostrophes(term));
  };

  const scan = (text: string, handle: TokenHandler): number =>
    tokenize(text, (word, start, end, position) => {
      if (word.length > 2 * maxTermLength) return;
      const term = toTerm(word);
      if (term !== '' && term.length <= maxTermLength) handle(term, start, end, position);
    });

  return {
    language,
    scan,
    tokens(text) {
      const tokens: Token[] = [];
      scan(text, (term, start, end, position) => tokens.push({ term, start, end, position }));
      return tokens;
    },
    terms(text) {
      const terms: string[] = [];
      scan(text, (term) => terms.push(term));
      return terms;
    },
  };
};
