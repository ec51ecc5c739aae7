import type { DocumentStore } from '../../src/documents/document-store.js';
import { toStoredPassages } from '../../src/documents/stored-document.js';
import type { Post } from '../../src/domain/post.js';
import { columnsOf } from './columns-of-posts.js';

/**
 * A document store that holds everything.
 * @param posts in document order
 */
export const createMemoryStore = (posts: readonly Post[]): DocumentStore => {
  const columns = columnsOf(posts);
  const ordinals = new Map(posts.map(({ id }, ordinal) => [id, ordinal]));
  const passages = posts.map(toStoredPassages);
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
