/**
 * What is known of the passages of a page of hits.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { MatchedTerm, PassageTerms } from '../matcher.js';
import type { LocatedTerm } from './open-compiled-matcher.js';
import type { PassageReader } from './term-passages.js';

/**
 * Reads each term once, however many documents are asked for.
 * @param parts where the terms are
 * @returns in the order of `ordinals`; see `Matcher.locate`
 * @throws LookbackError `index-corrupt`
 */
export const collectPassages = (
  reader: PassageReader,
  documentCount: number,
  parts: ReadonlyMap<string, LocatedTerm>,
  terms: ReadonlyMap<string, MatchedTerm>,
  ordinals: readonly number[],
): readonly (readonly PassageTerms[])[] => {
  const byDocument = new Map(ordinals.map((ordinal) => [ordinal, new Map<number, MatchedTerm[]>()]));
  const wanted = OrdinalSet.of(documentCount, ordinals);
  for (const [term, matched] of terms) {
    const located = parts.get(term);
    if (located === undefined) continue;
    reader.read(located.part, located.index, wanted, (ordinal, passage) => {
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
