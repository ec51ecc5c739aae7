/**
 * The terms of many texts, found fast: most words are their own term, and each other word is analyzed once.
 * @module
 */
import type { Analyzer } from '../../analysis/index.js';
import { isGram } from '../../analysis/split-script-runs.js';

const rest = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d\\u2060]*';
/** From letter to letter, over apostrophes: what other signs join is a term that has the sign in it, and its parts. */
const chunks = new RegExp(`[\\p{L}\\p{N}]${rest}(?:['’][\\p{L}\\p{N}]${rest})*`, 'gu');
/** Words that every analyzer only makes lower case. */
const simple = /^(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]+)$/;
const onlyDigits = /^\p{N}+$/u;
const oneCharacter = /^[\s\S]\p{M}*$/u;
/** Days and years have up to four digits in a row, and every index has some. */
const minDigits = 5;

/** Whether finding the term says that a post was there. */
export const isTelling = (term: string): boolean => {
  if (onlyDigits.test(term)) return term.length >= minDigits;
  return term.length > 1 && !(isGram(term) && oneCharacter.test(term));
};

/** Calls `visit` for the terms of a text; for those of a word that has to be analyzed, only the first time. */
export type TermScan = (text: string, visit: (term: string) => void) => void;

/** @param analyzers a text may be in any of their languages, and is analyzed by each, as code: that leaves out no term of prose */
export const createTermScan = (analyzers: readonly Analyzer[]): TermScan => {
  const seen = new Set<string>();
  return (text, visit) => {
    for (const chunk of text.match(chunks) ?? []) {
      if (simple.test(chunk)) visit(chunk.toLowerCase());
      else if (!seen.has(chunk)) {
        seen.add(chunk);
        for (const analyzer of analyzers) analyzer.scan(chunk, visit, 'code');
      }
    }
  };
};
