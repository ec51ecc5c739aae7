import { foldLetters } from '../analysis/fold-letters.js';
import type { SortKeys } from '../documents/columns.js';
import { fieldNames, textFieldNames } from '../domain/fields.js';

const textFields = textFieldNames.map((name) => fieldNames.indexOf(name));

/** Its letters and digits as they are folded, in one case; what stands between words is one blank. Empty for a title of signs alone. */
export const toTitleKey = (title: string): string =>
  foldLetters(title.normalize('NFKC').toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/**
 * What a post is sorted by.
 * @param lengths words of the post by field id
 */
export const toSortKeys = (title: string, lengths: Uint32Array): SortKeys => ({
  title: toTitleKey(title),
  words: textFields.reduce((sum, field) => sum + (lengths[field] ?? 0), 0),
});
