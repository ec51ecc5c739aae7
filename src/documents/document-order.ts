/**
 * The order of documents in a shard. Everything that is stored by ordinal agrees on it.
 * @module
 */
import { compareText } from '../domain/compare-text.js';
import type { PostMetadata } from '../domain/post.js';

type Ordered = Pick<PostMetadata, 'id' | 'date'>;

const compareDocuments = (a: Ordered, b: Ordered): number =>
  compareText(a.date?.day ?? '', b.date?.day ?? '') ||
  (a.date?.timestamp ?? 0) - (b.date?.timestamp ?? 0) ||
  compareText(a.id, b.id);

/**
 * The undated first, then by day, by time and by id (in UTF-16 order): the same posts have the same ordinals whatever
 * order they come in, sorting by date needs no dates, and a new post comes last and leaves the others where they were.
 */
export const sortDocuments = <Document extends Ordered>(
  documents: readonly Document[],
): readonly Document[] => documents.toSorted(compareDocuments);
