/**
 * Unicode compatibility forms (NFKC) of one word, without losing where in the source each character came from.
 * @module
 */

/** A word in NFKC; `undefined` offsets mean that it was so already. */
export interface NormalizedWord {
  readonly text: string;
  /** For each UTF-16 unit of `text`: the offset in the source of the character it came from, and where that one ends. */
  readonly origin: { readonly starts: readonly number[]; readonly ends: readonly number[] } | undefined;
}

/** A character with what may compose with it: marks, later letters of a Hangul syllable, halfwidth voicing of Katakana. */
const clusters = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]*/gu;

export const normalizeWord = (word: string): NormalizedWord => {
  if (word.normalize('NFKC') === word) return { text: word, origin: undefined };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: source, index } of word.matchAll(clusters)) {
    const normalized = source.normalize('NFKC');
    text += normalized;
    for (let unit = 0; unit < normalized.length; unit += 1) {
      starts.push(index);
      ends.push(index + source.length);
    }
  }
  return { text, origin: { starts, ends } };
};
