import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { toQuery } from '../../src/query/search-request.js';
import { openIndex } from '../../src/reader/open-index.js';
import { createBlog } from '../indexer/blog-folder.js';

const post = (words: string): string => `---\ntitle: A post\ndate: 2020-01-01\n---\n${words}\n`;

test('who asks for an acronym finds posts that say what it stands for, if a post explains it', async () => {
  const blog = await createBlog({
    'both.md': post('The Container Storage Interface (CSI) is asked.'),
    'short.md': post('A cluster and its CSI.'),
    'long.md': post('An own container storage interface.'),
    'apart.md': post('An interface for a container, with storage.'),
  });
  const find = async (settings: Readonly<Record<string, unknown>>) => {
    await buildIndex(await blog.config({ language: 'en', urlTemplate: '/:slug/', ...settings }));
    const engine = await openIndex(createFileSource(blog.index));
    const { hits } = await engine.ask(toQuery('csi'));
    return hits.map(({ id }) => id).sort();
  };
  try {
    expect(await find({})).toEqual(['both.md', 'long.md', 'short.md']);
    expect(await find({ synonyms: 'off' })).toEqual(['both.md', 'short.md']);
  } finally {
    await rm(blog.folder, { recursive: true, force: true });
  }
});
