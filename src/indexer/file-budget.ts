/**
 * How many files an index may have, and how they are shared out: hosts bound their number, and each costs a deploy time.
 * @module
 */
import type { CompiledWriterOptions } from '../engines/compiled/index.js';

/** What there is to be written. */
export interface Volume {
  readonly posts: number;
  /** Of all passages, as they are written. */
  readonly textBytes: number;
}

/** What `lookback build` allows itself unless it is told: about as many files as Pagefind writes of the same posts. */
export const usualFiles = ({ posts, textBytes }: Volume): number =>
  posts + 40 + Math.ceil(textBytes / 150_000);

/** The part of the files that words, and where they stand, may take; the passages have what all else leaves. */
const shareOfWords = 1 / 5.5;

/** @returns how many files the words of a shard may take, of all that the index may have */
export const filesOfWords = (maxFiles: number, shard: Volume, index: Volume): number =>
  Math.max(1, Math.floor((maxFiles * shareOfWords * shard.textBytes) / Math.max(1, index.textBytes)));

/** Bytes that the parts of each kind take of one of the text, on the average of blogs, and how many of the files they may take. */
const words = { ofText: 0.14, share: 0.68, usual: 4_096 };
const positions = { ofText: 0.18, share: 0.25, usual: 16_384 };
const terms = { ofText: 0.02, share: 0.07, usual: 8_192 };

/** Sizes of parts that make about so many of a shard's words, or those that are best where that is fewer. */
export const toPartSizes = (textBytes: number, maxFiles: number): CompiledWriterOptions => {
  const sizeOf = ({ ofText, share, usual }: typeof words): number =>
    Math.max(usual, Math.ceil((textBytes * ofText) / (maxFiles * share)));
  return {
    wordsPartBytes: sizeOf(words),
    positionsPartBytes: sizeOf(positions),
    termsPartBytes: sizeOf(terms),
  };
};
