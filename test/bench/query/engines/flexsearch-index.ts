/**
 * FlexSearch's Document index, written and read a file a key.
 * @module
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, type FieldOptions } from 'flexsearch';
import type { FieldName } from '../../../../src/domain/fields.js';
import type { Post } from '../../../../src/domain/post.js';
import { type IndexedDocument, toDocument } from '../../../../src/engines/minisearch/index.js';
import { type Ask, type Engine, limit } from './engine.js';

const fields: readonly FieldName[] = ['title', 'headings', 'taxonomy', 'body', 'code'];

type FieldSettings = Omit<FieldOptions<IndexedDocument>, 'field'>;

const create = (settings: FieldSettings): Document<IndexedDocument> =>
  new Document<IndexedDocument>({
    document: {
      id: 'id',
      index: fields.map((field) => ({ ...settings, field })),
    },
  });

const write = async (settings: FieldSettings, posts: readonly Post[], folder: string): Promise<void> => {
  const index = create(settings);
  for (const post of posts) index.add(toDocument(post));
  const parts: [string, string][] = [];
  await index.export(async (key, data) => {
    if (data) parts.push([key, data]);
  });
  await mkdir(folder, { recursive: true });
  for (const [key, data] of parts) await writeFile(join(folder, key), data);
};

const read = async (settings: FieldSettings, folder: string): Promise<Document<IndexedDocument>> => {
  const index = create(settings);
  for (const key of (await readdir(folder)).sort())
    index.import(key, await readFile(join(folder, key), 'utf8'));
  return index;
};

/** @param ask makes the modes of the engine from an index */
export const createFlexSearch = (
  settings: FieldSettings,
  open: (ask: (suggest: boolean) => Ask) => Awaited<ReturnType<Engine['open']>>,
): Engine => ({
  build: (posts, folder) => write(settings, posts, folder),
  async open(folder) {
    const index = await read(settings, folder);
    return open(
      (suggest) => (text) =>
        index
          .search(text, { limit, suggest, merge: true })
          .slice(0, limit)
          .map(({ id }) => String(id)),
    );
  },
});
