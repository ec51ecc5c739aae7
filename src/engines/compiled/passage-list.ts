/**
 * The passages of one document that hold a term, in the few bits that are left to say: not more of them than the term
 * occurs in the document, each after the one before. Most terms occur once in a document, and then it is one number.
 * @module
 */
import type { BitReader } from './bit-reader.js';
import type { BitWriter } from './bit-writer.js';

/** Passages of a document at most, so that the number of choices fits 31 bits. */
export const maxPassages = 2 ** 30;

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
  let from = 0;
  for (const passage of passages.slice(0, most)) {
    writer.choice(passage - from, count - from + 1);
    from = passage + 1;
  }
  if (passages.length < most) writer.choice(count - from, count - from + 1);
};

/** @throws LookbackError `index-corrupt` */
export const readPassageList = (
  reader: BitReader,
  count: number,
  most: number,
  visit: (passage: number) => void,
): void => {
  let from = 0;
  // Ends whatever is promised: there is a bit to read as long as two choices are left.
  for (let left = most; left > 0 && from < count; left -= 1) {
    const passage = from + reader.choice(count - from + 1);
    if (passage === count) return;
    visit(passage);
    from = passage + 1;
  }
};
