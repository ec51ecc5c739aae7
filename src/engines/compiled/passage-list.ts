/**
 * The passages of one document that hold a term, in the few bits that are left to say: at least one of them does, and not
 * more than the term occurs in the text. A rare term is a choice of passages, and one that occurs once is one number; of a
 * term that may well be in every other passage, each passage says whether it holds it.
 * @module
 */
import type { BitReader } from '../../bytes/bit-reader.js';
import type { BitWriter } from '../../bytes/bit-writer.js';

/** Passages of a document at most, so that the number of choices fits 31 bits. */
export const maxPassages = 2 ** 30;

/** Where it takes fewer bits to say of each passage whether it holds the term, as far as can be known before. */
const isDense = (count: number, most: number): boolean => 2 * most >= count;

/**
 * @param passages that hold the term: at least one and at most `most`, ascending, each below `count`
 * @param count how many passages the document has
 * @param most how often the term occurs in the text of the document, at least once
 */
export const writePassageList = (
  writer: BitWriter,
  passages: readonly number[],
  count: number,
  most: number,
): void => {
  if (isDense(count, most)) {
    let told = 0;
    for (let passage = 0; passage < count && told < most; passage += 1) {
      const holds = passages[told] === passage;
      if (told > 0 || passage < count - 1) writer.choice(holds ? 1 : 0, 2);
      if (holds) told += 1;
    }
    return;
  }
  let from = 0;
  for (const passage of passages) {
    writer.choice(passage - from, from === 0 ? count : count - from + 1);
    from = passage + 1;
  }
  if (passages.length < most) writer.choice(count - from, count - from + 1);
};

/**
 * Ends whatever is promised: each round but the last reads a bit.
 * @throws LookbackError `index-corrupt`
 */
export const readPassageList = (
  reader: BitReader,
  count: number,
  most: number,
  visit: (passage: number) => void,
): void => {
  if (isDense(count, most)) {
    let told = 0;
    for (let passage = 0; passage < count && told < most; passage += 1) {
      // The last one holds the term if no other does.
      if ((told > 0 || passage < count - 1) && reader.choice(2) === 0) continue;
      visit(passage);
      told += 1;
    }
    return;
  }
  for (let from = 0, left = most; from < count && left > 0; left -= 1) {
    const passage = from + reader.choice(from === 0 ? count : count - from + 1);
    if (passage === count) return;
    visit(passage);
    from = passage + 1;
  }
};
