/**
 * A post as the fields of the index.
 * @module
 */
import { toPostPieces } from '../../documents/post-pieces.js';
import { type FieldName, fieldNames } from '../../domain/fields.js';
import type { Post } from '../../domain/post.js';
import type { IndexedDocument } from './index-options.js';

/** Stands between two pieces: no word and no compound reaches over it, as none does from piece to piece. */
const separator = '\n';

/**
 * What `MiniSearch.add` is given of a post, so that it finds the terms in each field that the index of Lookback has.
 * Headings and code are not part of the body too: no word counts for what it is not.
 */
export const toDocument = (
  post: Pick<Post, 'id' | 'title' | 'text' | 'headings' | 'code' | 'tags' | 'categories'>,
): IndexedDocument => {
  const pieces = toPostPieces(post);
  const textOf = (name: FieldName): string =>
    pieces
      .filter(({ field }) => fieldNames[field] === name)
      .map(({ text }) => text)
      .join(separator);
  return {
    id: post.id,
    title: textOf('title'),
    headings: textOf('headings'),
    taxonomy: textOf('taxonomy'),
    body: textOf('body'),
    code: textOf('code'),
  };
};
