/**
 * What is known of the passages of a page of hits.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { MatchedTerm, PassageTerms } from '../matcher.js';
import type { PostingsPart } from './postings-part.js';
import type { PassageReader } from './term-passages.js';

/** A term of the answer in the index. */
export interface FoundTerm {
  /** Ordinal among all terms. */
  readonly index: number;
  /** Where its postings are. */
  readonly part: PostingsPart;
  /** How many documents have it in the field where most have it. */
  readonly frequency: number;
}

/**
 * Reads each term once, however many documents are asked for.
 * @returns in the order of `ordinals`; see `Matches.passages`
 * @throws LookbackError `index-corrupt`
 */
export const collectPassages = (
  reader: PassageReader,
  documentCount: number,
  found: ReadonlyMap<string, FoundTerm>,
  terms: ReadonlyMap<string, MatchedTerm>,
  ordinals: readonly number[],
): readonly (readonly PassageTerms[])[] => {
  const byDocument = new Map(ordinals.map((ordinal) => [ordinal, new Map<number, MatchedTerm[]>()]));
  const wanted = OrdinalSet.of(documentCount, ordinals);
  for (const [term, { index, part }] of found) {
    const matched = terms.get(term);
    if (matched === undefined) continue;
    reader.read(part, index, wanted, (ordinal, passage) => {
      const ofDocument = byDocument.get(ordinal);
      const held = ofDocument?.get(passage);
      if (held === undefined) ofDocument?.set(passage, [matched]);
      else held.push(matched);
    });
  }
  return ordinals.map((ordinal) =>
    Array.from(byDocument.get(ordinal) ?? [], ([passage, terms]) => ({ passage, terms })).sort(
      (a, b) => a.passage - b.passage,
    ),
  );
};
