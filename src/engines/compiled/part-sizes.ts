/**
 * How large the parts of an index are: small, so that a question moves little, but no more of them than whoever serves files allows.
 * @module
 */
import type { DocumentLengths } from '../../postings/document-lengths.js';

/** Sizes are bytes before compression. A part is larger only if what is in it cannot be cut: one term, or of one words part. */
export interface CompiledWriterOptions {
  /** Of a words part at most: terms, and where they stand. Default 4096. */
  readonly wordsPartBytes?: number;
  /**
   * Of a terms part at most: nothing but terms. A misspelling needs all terms with its first letter, so smaller parts mean more requests
   * rather than fewer bytes. Default 8192.
   */
  readonly termsPartBytes?: number;
  /** Of a positions part at most. Default 16384. */
  readonly positionsPartBytes?: number;
  /** Parts of any kind together, the root among them: as many times larger as it takes. At least 5. Default as many as there are. */
  readonly maxParts?: number;
}

/** For the parts of one kind. */
export interface PartBudget {
  /** Of a part, as long as it is not said otherwise by what is left of the parts. */
  readonly bytes: number;
  /** How many at most. */
  readonly parts: number;
}

export interface PartBudgets {
  readonly words: PartBudget;
  readonly terms: PartBudget;
  readonly positions: PartBudget;
}

/** The root, and the lengths where they have a part of their own. */
const otherParts = 2;

/**
 * Bytes of the parts for each occurrence of a word: the middle of seven blogs in English, Chinese and Japanese, of 28 thousand to 2.9 million
 * words (0.5 to 1.34, 0.04 to 0.46, 1.13 to 1.34).
 */
const bytesOfWord = { words: 0.95, terms: 0.2, positions: 1.2 };

/** @throws RangeError for fewer than five parts */
export const toBudgets = (
  { fields }: DocumentLengths,
  {
    wordsPartBytes = 4_096,
    termsPartBytes = 8_192,
    positionsPartBytes = 16_384,
    maxParts = Infinity,
  }: CompiledWriterOptions,
): PartBudgets => {
  const parts = maxParts - otherParts;
  if (!(parts >= 3)) throw new RangeError('A compiled index has at least five parts.');
  const shares = {
    words: bytesOfWord.words / wordsPartBytes,
    terms: bytesOfWord.terms / termsPartBytes,
    positions: bytesOfWord.positions / positionsPartBytes,
  };
  const ofWord = shares.words + shares.terms + shares.positions;
  const occurrences = fields.reduce((sum, column) => column.reduce((all, length) => all + length, sum), 0);
  const times = Math.max(1, (ofWord * occurrences) / parts);
  const partsOf = (share: number): number => Math.max(1, Math.floor((share / ofWord) * parts));
  const terms = partsOf(shares.terms);
  const positions = partsOf(shares.positions);
  const words = maxParts === Infinity ? Infinity : parts - terms - positions;
  return {
    words: { bytes: times * wordsPartBytes, parts: words },
    terms: { bytes: times * termsPartBytes, parts: terms },
    positions: { bytes: times * positionsPartBytes, parts: positions },
  };
};
