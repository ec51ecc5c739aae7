/**
 * The order of documents in a shard. Everything that is stored by ordinal agrees on it.
 * @module
 */

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By id, in UTF-16 order: the same posts have the same ordinals whatever order they come in. */
export const sortDocuments = <Document extends { readonly id: string }>(
  documents: readonly Document[],
): readonly Document[] => documents.toSorted((a, b) => compareText(a.id, b.id));
