/**
 * Where a sequence of terms stands: one after the other, or as far apart as it says.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Place } from './term-positions.js';

/** By ordinal: where a term stands, ascending. */
type Places = ReadonlyMap<number, readonly Place[]>;

/** A term of a sequence. */
export interface SequenceTerm {
  /** How many words after the first of the sequence, of which it is 0. */
  readonly offset: number;
  /** Where it stands, in those of some documents that have it. */
  placesIn(documents: OrdinalSet): Places;
}

/** @returns those of `starts` that a place follows so many words behind; all in ascending order, in one walk over both lists */
const followed = (
  starts: readonly Place[],
  places: readonly Place[],
  distance: number,
  fieldCount: number,
): readonly Place[] => {
  let at = 0;
  return starts.filter((start) => {
    const wanted = Math.floor(start / fieldCount) + distance;
    while ((places[at] ?? Infinity) < wanted * fieldCount) at += 1;
    return (places[at] ?? Infinity) < (wanted + 1) * fieldCount;
  });
};

/**
 * Places are asked for only where all terms before have left one for the sequence.
 * @param documents those that have every term
 * @returns by ordinal: where the sequence begins
 */
export const matchSequence = (
  [first, ...others]: readonly SequenceTerm[],
  documents: OrdinalSet,
  fieldCount: number,
): Places => {
  let starts = first?.placesIn(documents) ?? new Map();
  for (const { offset, placesIn } of others) {
    const places = placesIn(OrdinalSet.of(documents.size, starts.keys()));
    const left = new Map<number, readonly Place[]>();
    for (const [ordinal, ofDocument] of starts) {
      const kept = followed(ofDocument, places.get(ordinal) ?? [], offset, fieldCount);
      if (kept.length > 0) left.set(ordinal, kept);
    }
    starts = left;
  }
  return starts;
};
