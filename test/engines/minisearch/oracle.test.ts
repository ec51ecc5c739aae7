/**
 * Our matcher against MiniSearch itself, loaded with the exported options from what we build.
 * @module
 */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { createAnalyzer, type QueryWord } from '../../../src/analysis/index.js';
import { sortDocuments } from '../../../src/documents/document-order.js';
import type { Post } from '../../../src/domain/post.js';
import {
  buildShardIndex,
  createMiniSearchOptions,
  openMiniSearchMatcher,
} from '../../../src/engines/minisearch/index.js';
import { blog, createPost } from '../../contract/posts.js';

const options = createMiniSearchOptions(createAnalyzer('en'));

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));
const post = fc.record({ title: words(4), text: words(30), tags: fc.array(word, { maxLength: 3 }) });
const corpus = fc
  .array(post, { minLength: 1, maxLength: 25 })
  .map((posts) => posts.map((parts, at) => createPost({ id: `p${at}`, ...parts })));
const question = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });

const ask = async (posts: readonly Post[], asked: readonly QueryWord[]) => {
  const { ordinals, scores } = await openMiniSearchMatcher(buildShardIndex(posts, 'en').json, 'en').match(
    asked,
  );
  const sorted = sortDocuments(posts);
  return new Map(Array.from(ordinals, (ordinal, at) => [sorted[ordinal]?.id, scores[at]]));
};

describe('the MiniSearch index', () => {
  it('is the same bytes whatever order the posts come in', () => {
    const english = blog.filter(({ language }) => language === 'en');
    expect(buildShardIndex(english.toReversed(), 'en')).toEqual(buildShardIndex(english, 'en'));
  });

  it('loads in plain MiniSearch with the exported options, and is written again as it was', () => {
    const { json, terms } = buildShardIndex(
      blog.filter(({ language }) => language === 'en'),
      'en',
    );
    const plain = MiniSearch.loadJSON(json, options);
    expect(plain.search('dask')[0]?.id).toBe('2020-02-10-dask.md');
    expect(plain.search('CAFÉ')[0]?.id).toBe('2021-11-30-bills.md');
    expect(plain.termCount).toBe(terms);
    expect(json).not.toContain('schedules tasks');
  });

  it('stores no field', () => {
    const { json } = buildShardIndex(blog.slice(0, 1), 'en');
    expect(JSON.parse(json).storedFields).toEqual({});
  });
});

describe('the MiniSearch matcher', () => {
  it('scores words and prefixes as plain MiniSearch does, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, question, async (posts, terms) => {
        const last = terms.length - 1;
        const plain = MiniSearch.loadJSON(buildShardIndex(posts, 'en').json, options).search('words', {
          tokenize: () => terms,
          prefix: (_term, at) => at === last,
        });
        const asked = terms.map((term, at) => ({ term, prefix: at === last, maxEdits: 0 }));
        expect(await ask(posts, asked)).toEqual(new Map(plain.map(({ id, score }) => [id, score])));
      }),
    );
  });

  it('scores misspellings as plain MiniSearch does where both take the same terms', async () => {
    // One letter put in after the first is one edit by any measure; terms begin with the same letter.
    const posts = ['spark', 'spaark', 'sparks', 'park', 'spark spork'].map((text, at) =>
      createPost({ id: `${at}`, text }),
    );
    const plain = MiniSearch.loadJSON(
      buildShardIndex(
        posts.filter(({ text }) => text !== 'park'),
        'en',
      ).json,
      options,
    ).search('spark', { fuzzy: 1 });
    const asked = [{ term: 'spark', prefix: false, maxEdits: 1 }];
    expect(
      await ask(
        posts.filter(({ text }) => text !== 'park'),
        asked,
      ),
    ).toEqual(new Map(plain.map(({ id, score }) => [id, score])));
    expect((await ask(posts, asked)).has('3')).toBe(false);
  });

  it('says which words a term stands for, and that rare terms tell more', async () => {
    const posts = ['spark', 'spark', 'sparks', 'dask'].map((text, at) => createPost({ id: `${at}`, text }));
    const matcher = openMiniSearchMatcher(buildShardIndex(posts, 'en').json, 'en');
    const { terms } = await matcher.match([
      { term: 'spark', prefix: true, maxEdits: 0 },
      { term: 'sparks', prefix: false, maxEdits: 0 },
      { term: 'dask', prefix: false, maxEdits: 0 },
      { term: 'nowhere', prefix: true, maxEdits: 1 },
    ]);
    expect([...terms].map(([term, { words: asked }]) => [term, asked])).toEqual([
      ['spark', [0]],
      ['sparks', [0, 1]],
      ['dask', [2]],
    ]);
    expect(terms.get('dask')?.weight).toBeGreaterThan(terms.get('spark')?.weight ?? Number.NaN);
  });
});

describe('a damaged MiniSearch index', () => {
  const { json } = buildShardIndex(
    blog.filter(({ language }) => language === 'en'),
    'en',
  );
  const damaged = (change: object): string => JSON.stringify({ ...JSON.parse(json), ...change });

  it.each([
    ['cut short', json.slice(0, -10)],
    ['not an object', '[]'],
    ['null', 'null'],
    ['of another version', damaged({ serializationVersion: 3 })],
    ['of other fields', damaged({ fieldIds: { title: 0, text: 1 } })],
    ['of fewer documents than it says', damaged({ documentCount: 1e9 })],
    ['without terms', damaged({ index: {} })],
    ['with terms out of order', damaged({ index: Object.entries({ b: {}, a: {} }) })],
    ['with a term without postings', damaged({ index: [['a', null]] })],
    ['without lengths', damaged({ fieldLength: undefined })],
  ])('%s is refused', (_what, text) => {
    expect(() => openMiniSearchMatcher(text, 'en')).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });
});
