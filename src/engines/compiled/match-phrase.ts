/**
 * Which documents hold a phrase: words that stand in them one after the other, or as far apart as the phrase says.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';

/** By ordinal: the numbers of words in the post, ascending. */
type Positions = ReadonlyMap<number, readonly number[]>;

/** A word of a phrase. */
export interface PhraseWord {
  /** How many words after the first of the phrase, of which it is 0. */
  readonly offset: number;
  /** Where it stands, in those of some documents that have it. */
  positionsIn(documents: OrdinalSet): Positions;
}

/** @returns those of `starts` that a position follows so far behind; all in ascending order, in one walk over both lists */
const followed = (
  starts: readonly number[],
  positions: readonly number[],
  distance: number,
): readonly number[] => {
  let at = 0;
  return starts.filter((start) => {
    while ((positions[at] ?? Infinity) < start + distance) at += 1;
    return positions[at] === start + distance;
  });
};

/**
 * Positions are asked for only where all words before have left a place for the phrase.
 * @param documents those that have every word
 */
export const matchPhrase = ([first, ...others]: readonly PhraseWord[], documents: OrdinalSet): OrdinalSet => {
  let starts = first?.positionsIn(documents) ?? new Map();
  for (const { offset, positionsIn } of others) {
    const positions = positionsIn(OrdinalSet.of(documents.size, starts.keys()));
    const left = new Map<number, readonly number[]>();
    for (const [ordinal, ofDocument] of starts) {
      const kept = followed(ofDocument, positions.get(ordinal) ?? [], offset);
      if (kept.length > 0) left.set(ordinal, kept);
    }
    starts = left;
  }
  return OrdinalSet.of(documents.size, starts.keys());
};
