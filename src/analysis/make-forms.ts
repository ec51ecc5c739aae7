/**
 * Forms of words, from terms.
 * @module
 */
import type { Token } from './analyzer.js';
import { type Form, isCompletable, isOnlyLetters, maxEditsOf, type TermForm } from './query-words.js';
import { isGram } from './split-script-runs.js';

/** Terms of a sequence at most; what comes after makes no difference to what is meant. */
export const maxSequenceTerms = 32;

/** Compared to the word that was typed: it means the same, more or less. */
const otherSpellingWeight = 0.8;

/** Terms one after the other, as far apart as tokens are. */
export const toSequence = (tokens: readonly Pick<Token, 'term' | 'position'>[]): Form => {
  const kept = tokens.slice(0, maxSequenceTerms);
  return {
    kind: 'sequence',
    terms: kept.map(({ term }) => term),
    offsets: kept.map(({ position }) => position - (kept[0]?.position ?? 0)),
    weight: 1,
  };
};

/** A term just as it is. */
export const toExactForm = (term: string): TermForm => ({
  kind: 'term',
  term,
  weight: 1,
  prefix: 'never',
  maxEdits: 0,
  relatives: false,
});

/** @param isFuzzy whether it may be misspelt */
export const toPlainForm = (term: string, prefix: TermForm['prefix'], isFuzzy: boolean): TermForm => ({
  ...toExactForm(term),
  prefix: isCompletable(term) ? prefix : 'never',
  maxEdits: isFuzzy ? maxEditsOf(term) : 0,
  relatives: isOnlyLetters(term) && !isGram(term),
});

/** What nobody typed is neither unfinished nor wrong. */
export const toOtherSpelling = (form: Form): Form =>
  form.kind === 'term'
    ? { ...toPlainForm(form.term, 'never', false), weight: otherSpellingWeight }
    : { ...form, weight: otherSpellingWeight };
