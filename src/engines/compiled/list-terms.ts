/**
 * What the parts of a compiled index say in letters, read from their bytes as a reader of the index reads them.
 * @module
 */
import { createCorruptError } from '../../bytes/corrupt-part.js';
import { parseRoot, partName } from './root.js';
import { parseTerms, termsOf } from './terms-part.js';

export interface ListedTerms {
  /** Every term, and every other word of the root: names of fields, and a separator that begins no term of its part. */
  readonly words: readonly string[];
  /** Names of the parts that hold nothing else. */
  readonly parts: readonly string[];
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
  const { fields, dictionary } = parseRoot(root);
  const words = fields.map(({ name }) => name);
  const parts: string[] = [];
  for (const [number, entry] of dictionary.entries()) {
    const name = partName('terms', number, entry);
    const bytes = bytesOf(name);
    if (bytes === undefined) throw createCorruptError(name, 'it is missing');
    const terms = termsOf(parseTerms(bytes, name, entry.from, entry.count));
    words.push(...terms);
    if (!terms[0]?.startsWith(entry.separator)) words.push(entry.separator);
    parts.push(name);
  }
  return { words, parts };
};
