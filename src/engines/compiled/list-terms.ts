/**
 * What the parts of a compiled index say in letters, read from their bytes as a reader of the index reads them.
 * @module
 */
import { ByteReader } from '../../bytes/byte-reader.js';
import { createCorruptError } from '../../bytes/corrupt-part.js';
import { parseRoot, partName, termsOfGroup } from './root.js';
import { readTerms, termsOf } from './terms-part.js';

export interface ListedTerms {
  /** Every term, and every other word of the root: names of fields, and a separator that begins no term of its part. */
  readonly words: readonly string[];
  /** What else is in the parts with terms, by their names: numbers. */
  readonly numbers: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param root the bytes of the root
 * @param bytesOf the bytes of a part, by the name that the root gives it
 * @throws LookbackError `index-corrupt`
 */
export const listTerms = (
  root: Uint8Array,
  bytesOf: (name: string) => Uint8Array | undefined,
): ListedTerms => {
  const { fields, words: wordsParts, terms: termsParts } = parseRoot(root);
  const words = new Set(fields.map(({ name }) => name));
  const numbers = new Map<string, Uint8Array>();
  const read = (name: string, from: number, count: number): readonly string[] => {
    const bytes = bytesOf(name);
    if (bytes === undefined) throw createCorruptError(name, 'it is missing');
    const reader = new ByteReader(bytes, name);
    const terms = termsOf(readTerms(reader, from, count));
    for (const term of terms) words.add(term);
    numbers.set(name, bytes.subarray(reader.at));
    return terms;
  };
  for (const [number, entry] of wordsParts.entries()) {
    const [first] = read(partName('words', number, entry), entry.from, entry.count);
    if (!first?.startsWith(entry.separator)) words.add(entry.separator);
  }
  for (const [number, entry] of termsParts.entries()) {
    const { from, count } = termsOfGroup(wordsParts, entry);
    read(partName('terms', number, entry), from, count);
  }
  return { words: [...words], numbers };
};
