/**
 * The passages of one document that hold a term, in the few bits that are left to say: not more of them than the term
 * occurs in the document. A rare term is a choice of passages, and one that occurs once is one number; of a term that may
 * well be in every other passage, each passage says whether it holds it.
 * @module
 */
import type { BitReader } from '../../bytes/bit-reader.js';
import type { BitWriter } from '../../bytes/bit-writer.js';

/** Passages of a document at most, so that the number of choices fits 31 bits. */
export const maxPassages = 2 ** 30;

/** Where it takes fewer bits to say of each passage whether it holds the term, as far as can be known before. */
const isDense = (count: number, most: number): boolean => 2 * most >= count;

/**
 * @param passages ascending, each below `count`. Where a passage reads differently from the post (a cut inside a word, code
 *   inside a word) they may be none, or more than `most`: the last are then left out
 * @param count how many passages the document has
 * @param most how often the term occurs in the document
 */
export const writePassageList = (
  writer: BitWriter,
  passages: readonly number[],
  count: number,
  most: number,
): void => {
  const told = passages.slice(0, most);
  let from = 0;
  if (isDense(count, most)) {
    for (const passage of told) {
      for (; from < passage; from += 1) writer.choice(0, 2);
      writer.choice(1, 2);
      from = passage + 1;
    }
    for (; told.length < most && from < count; from += 1) writer.choice(0, 2);
    return;
  }
  for (const passage of told) {
    writer.choice(passage - from, count - from + 1);
    from = passage + 1;
  }
  if (told.length < most) writer.choice(count - from, count - from + 1);
};

/**
 * Ends whatever is promised: each round reads a bit.
 * @throws LookbackError `index-corrupt`
 */
export const readPassageList = (
  reader: BitReader,
  count: number,
  most: number,
  visit: (passage: number) => void,
): void => {
  let left = most;
  if (isDense(count, most)) {
    for (let passage = 0; passage < count && left > 0; passage += 1) {
      if (reader.choice(2) === 0) continue;
      visit(passage);
      left -= 1;
    }
    return;
  }
  for (let from = 0; from < count && left > 0; left -= 1) {
    const passage = from + reader.choice(count - from + 1);
    if (passage === count) return;
    visit(passage);
    from = passage + 1;
  }
};
