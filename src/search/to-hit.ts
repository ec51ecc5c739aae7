/**
 * What is stored of a document -> what is answered.
 * @module
 */

import type { StoredPassage } from '../documents/document-store.js';
import type { StoredTranslation } from '../documents/translations.js';
import { LookbackError } from '../domain/errors.js';
import type { Hit, StoredPost, Translation } from '../domain/search.js';
import type { FoundPassage } from './best-passage.js';
import { type FindMatches, highlight } from './highlight.js';
import type { Ranked } from './rank.js';
import { createSnippets } from './snippet.js';

const toTranslations = (stored: readonly StoredTranslation[], now: number): readonly Translation[] =>
  stored.flatMap(({ expires = Infinity, ...translation }) => (expires > now ? [translation] : []));

/**
 * @param now seconds since the epoch
 * @throws LookbackError `index-corrupt` if the store has not given the passage
 */
export const toHit = (
  { from, score }: Ranked,
  place: FoundPassage,
  stored: StoredPassage | undefined,
  findMatches: FindMatches,
  now: number,
): Hit => {
  if (stored === undefined) {
    throw new LookbackError('index-corrupt', 'The index finds a post that it does not have.');
  }
  const translations = toTranslations(stored.translations ?? [], now);
  return {
    ...stored.document,
    title: highlight(stored.document.title, findMatches),
    language: from.shard.language,
    score,
    snippets: createSnippets(stored, place, findMatches),
    ...(translations.length > 0 && { translations }),
  };
};

/** @param passages all of one document, in order; at least one */
export const toStoredPost = (
  passages: readonly StoredPassage[],
  language: string,
): StoredPost | undefined => {
  const [first] = passages;
  return (
    first && {
      ...first.document,
      language,
      text: passages.map(({ text }) => text).join(''),
      headings: passages.flatMap(({ headings }) =>
        headings.map(({ level, text, anchor }) => ({ level, text, anchor })),
      ),
    }
  );
};
