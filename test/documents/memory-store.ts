import type { DocumentStore } from '../../src/documents/document-store.js';
import { toStoredPassages } from '../../src/documents/stored-document.js';
import type { PostTranslations } from '../../src/documents/translations.js';
import type { Post } from '../../src/domain/post.js';
import { columnsOf } from './columns-of-posts.js';

/**
 * A document store that holds everything.
 * @param posts in document order
 * @param translations of posts of all stores
 */
export const createMemoryStore = (
  posts: readonly Post[],
  translations: ReadonlyMap<Post, PostTranslations> = new Map(),
): DocumentStore => {
  const columns = columnsOf(posts, translations);
  const ordinals = new Map(posts.map(({ id }, ordinal) => [id, ordinal]));
  const passages = posts.map((post) => {
    const others = translations.get(post)?.others;
    return toStoredPassages(post).map((passage) => ({ ...passage, ...(others && { translations: others }) }));
  });
  return {
    documentCount: posts.length,
    columns: async () => columns,
    passageCounts: async (wanted) => wanted.map((ordinal) => passages[ordinal]?.length ?? 1),
    passages: async (places) =>
      places.map(({ ordinal, passage }) => {
        const found = passages[ordinal]?.[passage];
        if (found === undefined)
          throw new RangeError(`there is no passage ${passage} of document ${ordinal}`);
        return found;
      }),
    ordinalOf: async (id) => ordinals.get(id),
  };
};
