/**
 * Which documents hold a sequence of terms, in which field and how often.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { FieldOccurrences, PostedTerm } from './found-forms.js';
import type { PartOf } from './index-parts.js';
import { matchSequence } from './match-sequence.js';
import type { PositionsPart, PositionsReader } from './positions-part.js';
import type { PostingsReader } from './postings-part.js';

export interface SequenceReaders {
  readonly documentCount: number;
  readonly fieldCount: number;
  readonly postings: PostingsReader;
  readonly positions: PositionsReader;
}

/** @returns the documents that have a term, in the field if there is one */
const documentsOf = (
  { part, index }: PostedTerm,
  { documentCount, postings }: SequenceReaders,
  field: number | undefined,
): OrdinalSet => {
  const documents = new OrdinalSet(documentCount);
  postings.open(part, index);
  while (postings.next()) {
    if (field !== undefined && postings.field !== field) continue;
    for (let at = 0; at < postings.count; at += 1) documents.add(postings.ordinals[at] ?? 0);
  }
  return documents;
};

/**
 * @param terms one after the other
 * @param offsets of them, in words from the first
 * @param positionsOf the positions of them
 * @param field id of the only field that is looked at; all where absent: then one may begin in a heading and end in the body, and stands
 * where it begins
 * @throws LookbackError `index-corrupt`
 */
export const findSequence = (
  terms: readonly PostedTerm[],
  offsets: readonly number[],
  positionsOf: PartOf<PositionsPart>,
  readers: SequenceReaders,
  field: number | undefined,
): readonly FieldOccurrences[] => {
  const { documentCount, fieldCount, positions } = readers;
  const documents = OrdinalSet.full(documentCount);
  for (const term of terms) documents.intersect(documentsOf(term, readers, field));
  const starts = matchSequence(
    terms.map(({ part, index }, at) => ({
      offset: offsets[at] ?? 0,
      placesIn: (wanted) => {
        const ofTerm = positionsOf(index);
        return ofTerm ? positions.read(ofTerm, part, index, wanted, field) : new Map();
      },
    })),
    documents,
    fieldCount,
  );
  const fields = Array.from({ length: fieldCount }, () => new Map<number, number>());
  for (const [ordinal, places] of starts) {
    for (const place of places) {
      const frequencies = fields[place % fieldCount];
      frequencies?.set(ordinal, (frequencies.get(ordinal) ?? 0) + 1);
    }
  }
  return fields.flatMap((frequencies, number) =>
    frequencies.size === 0
      ? []
      : [
          {
            field: number,
            count: frequencies.size,
            ordinals: [...frequencies.keys()],
            frequencies: [...frequencies.values()],
          },
        ],
  );
};
