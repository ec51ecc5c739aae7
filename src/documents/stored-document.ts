/**
 * A post as what is kept of it to be shown.
 * @module
 */
import type { PostMetadata, PostText } from '../domain/post.js';
import type { StoredDocument } from '../domain/search.js';
import { cutPassages } from './cut-passages.js';
import type { StoredPassage } from './document-store.js';
import { toFacetValues } from './facet-values.js';

export const toStoredDocument = (post: PostMetadata): StoredDocument => ({
  id: post.id,
  url: post.url,
  title: post.title,
  ...(post.date && { date: post.date.day }),
  ...toFacetValues(({ name }) => post[name]),
  ...(post.image !== undefined && { image: post.image }),
});

/** @returns the passages of a post, in order; at least one */
export const toStoredPassages = (
  post: PostMetadata & Pick<PostText, 'text' | 'headings'>,
): readonly StoredPassage[] => {
  const document = toStoredDocument(post);
  return cutPassages(post).map((passage) => ({ ...passage, document }));
};
