/**
 * Words that mean the same, as the terms of a language.
 * @module
 */
import type { Synonym } from '../domain/synonym.js';
import type { Analyzer } from './analyzer.js';
import { toOtherSpelling } from './make-forms.js';
import type { Form } from './query-words.js';
import { toPhraseForm } from './typed-words.js';

/** Longer ones are not looked for. */
const maxSynonymTerms = 8;

/** What to look for beside words that are asked one after the other. */
export interface SynonymForms {
  /** Of the words that anything is said of: the most terms that one of them has. */
  readonly maxTerms: number;
  /** @param terms one after the other */
  find(terms: readonly string[]): readonly Form[];
}

export const noSynonyms: SynonymForms = { maxTerms: 0, find: () => [] };

/** The terms of a phrase as one string. Terms have no spaces. */
const toKey = (terms: readonly string[]): string => terms.join(' ');

/** To be done once a shard. Of words without a term nothing can be said. */
export const analyzeSynonyms = (synonyms: readonly Synonym[], analyzer: Analyzer): SynonymForms => {
  const found = new Map<string, Form[]>();
  let maxTerms = 0;
  for (const { from, to } of synonyms) {
    const asked = toPhraseForm(from, analyzer);
    const said = toPhraseForm(to, analyzer);
    if (asked === undefined || said === undefined) continue;
    const terms = asked.kind === 'term' ? [asked.term] : asked.terms;
    if (terms.length > maxSynonymTerms) continue;
    const key = toKey(terms);
    found.set(key, [...(found.get(key) ?? []), toOtherSpelling(said)]);
    maxTerms = Math.max(maxTerms, terms.length);
  }
  return { maxTerms, find: (terms) => found.get(toKey(terms)) ?? [] };
};
