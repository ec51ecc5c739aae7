import { expect, test } from 'vitest';
import type { SearchQuery } from '../../src/domain/search.js';
import { toQuery } from '../../src/query/search-request.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost } from '../contract/posts.js';

const english = ['1', '2', '3'].map((id) =>
  createPost({ id, title: 'Tasks', text: 'Dask runs them on many machines.' }),
);
const german = ['4', '5', '6', '7'].map((id) =>
  createPost({ id, language: 'de', title: 'Aufgaben', text: 'Das ist eine Platte, und das genügt.' }),
);

const totalOf = async (query: SearchQuery): Promise<number> => {
  const engine = await createEngineOfPosts([...english, ...german]);
  return (await engine.ask(query)).total;
};

test('a word that one language has is no misspelling in another', async () => {
  expect(await totalOf(toQuery('dask'))).toBe(3);
  expect(await totalOf(toQuery('dask machines'))).toBe(3);
  // Nobody is asked who has it.
  expect(await totalOf(toQuery('dask', { languages: ['de'] }))).toBe(4);
});

test('a word that no language has may be misspelt in each', async () => {
  expect(await totalOf(toQuery('machinez'))).toBe(3);
  expect(await totalOf(toQuery('plotte'))).toBe(4);
});

test('what a beginning with a star finds says nothing of the word', async () => {
  const plotters = english.map((post) => ({ ...post, title: 'Plotters' }));
  const engine = await createEngineOfPosts([...plotters, ...german]);
  expect((await engine.ask(toQuery('plotte*'))).total).toBe(3);
  expect((await engine.ask(toQuery('plotte* OR plotte'))).total).toBe(7);
});
