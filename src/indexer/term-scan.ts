/**
 * The terms of many texts that are letters only, found fast: most words are their own term, and each other word is
 * analyzed once.
 * @module
 */
import type { Analyzer } from '../analysis/index.js';

const rest = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d\\u2060]*';
/** From letter to letter, over apostrophes: what other signs join is a term that has the sign in it, and its parts. */
const chunks = new RegExp(`\\p{L}${rest}(?:['’ʼ]\\p{L}${rest})*`, 'gu');
/** Words that every analyzer only makes lower case. */
const simple = /^(?:[A-Z]?[a-z]+|[A-Z]+)$/;

export const chunksOf = (text: string): readonly string[] => text.match(chunks) ?? [];

/** Calls `visit` for the terms of a text; for those of a word that has to be analyzed, only the first time. */
export type TermScan = (text: string, visit: (term: string) => void) => void;

/** @param analyzers a text may be in any of their languages, and is analyzed by each */
export const createTermScan = (analyzers: readonly Analyzer[]): TermScan => {
  const seen = new Set<string>();
  return (text, visit) => {
    for (const chunk of chunksOf(text)) {
      if (simple.test(chunk)) visit(chunk.toLowerCase());
      else if (!seen.has(chunk)) {
        seen.add(chunk);
        for (const analyzer of analyzers) analyzer.scan(chunk, visit);
      }
    }
  };
};
