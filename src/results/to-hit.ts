/**
 * What is stored of a document -> what is answered.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { Hit, StoredPost } from '../domain/search.js';
import { highlight } from './highlight.js';
import type { Ranked } from './rank.js';
import type { StoredDocument, StoredText } from './shard.js';
import { createSnippet } from './snippet.js';

/** @throws LookbackError `index-corrupt` if the store has not given the document or its text */
export const toHit = (
  { shard: { shard, terms }, score }: Ranked,
  document: StoredDocument | undefined,
  text: StoredText | undefined,
): Hit => {
  if (document === undefined || text === undefined) {
    throw new LookbackError('index-corrupt', 'The index finds a post that it does not have.');
  }
  const { language, analyzer } = shard;
  return {
    ...document,
    title: highlight(document.title, analyzer, terms),
    language,
    score,
    snippet: createSnippet(text, analyzer, terms),
  };
};

export const toStoredPost = (
  document: StoredDocument,
  { text, headings }: StoredText,
  language: string,
): StoredPost => ({
  ...document,
  language,
  text,
  headings: headings.map(({ level, text: words, anchor }) => ({ level, text: words, anchor })),
});
