/**
 * How much of what is asked side by side a document must say, to be an answer at all. Not all of it: of a long question hardly a post
 * says every word, and which words it lacks is what the score is for.
 * @module
 */

/**
 * The least share of what the fullest document says, measured by how telling words are. On judged sets answers are nearly as good as with no
 * such bound up to 0.3, and worse from 0.4 on; see `test/relevance/README.md`.
 */
export const leastShare = 0.3;

/** Sums of the same numbers in another order are another sum; such a document is not to be lost. */
const rounding = 1e-9;

/**
 * @param said how telling the words of a document are, added up
 * @param most the same of the document that says most
 */
export const saysEnough = (said: number, most: number): boolean => said >= leastShare * most * (1 - rounding);
