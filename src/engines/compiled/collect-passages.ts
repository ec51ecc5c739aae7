/**
 * What is known of the passages of a page of hits.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { MatchedTerm, PassageTerms } from '../matcher.js';
import type { PostingLists } from './posting-lists.js';
import type { PassageReader } from './term-passages.js';

/** A term of the answer, and where in the index it is. */
export interface LocatedTerm extends MatchedTerm {
  /** Ordinal among all terms. */
  readonly index: number;
  /** Where its postings, and with them its passages, are. */
  readonly part: PostingLists;
}

/**
 * Reads each term once, however many documents are asked for.
 * @returns in the order of `ordinals`; see `Matcher.locate`
 * @throws LookbackError `index-corrupt`
 */
export const collectPassages = (
  reader: PassageReader,
  documentCount: number,
  terms: Iterable<LocatedTerm>,
  ordinals: readonly number[],
): readonly (readonly PassageTerms[])[] => {
  const byDocument = new Map(ordinals.map((ordinal) => [ordinal, new Map<number, MatchedTerm[]>()]));
  const wanted = OrdinalSet.of(documentCount, ordinals);
  for (const term of terms) {
    reader.read(term.part, term.index, wanted, (ordinal, passage) => {
      const ofDocument = byDocument.get(ordinal);
      const held = ofDocument?.get(passage);
      if (held === undefined) ofDocument?.set(passage, [term]);
      else held.push(term);
    });
  }
  return ordinals.map((ordinal) =>
    Array.from(byDocument.get(ordinal) ?? [], ([passage, terms]) => ({ passage, terms })).sort(
      (a, b) => a.passage - b.passage,
    ),
  );
};
