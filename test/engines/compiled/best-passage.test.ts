import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/analysis/index.js';
import { cutPassages } from '../../../src/documents/cut-passages.js';
import type { IndexSource } from '../../../src/domain/index-source.js';
import type { Heading, Post, Span } from '../../../src/domain/post.js';
import type { SearchQuery } from '../../../src/domain/search.js';
import { type OpenMatcher, openAllParts, openPartsOnDemand } from '../../../src/reader/open-index.js';
import { createPost } from '../../contract/posts.js';
import { createMemorySource, openEngine } from './engine-of-posts.js';

const vocabulary = [
  'spark',
  'sparks',
  'dask',
  'task',
  'café',
  'node.js',
  'shuffle',
  'shuffel',
  'memory',
  'データ',
];
const filler = 'and then there was nothing left to say about it ';
const someWord = fc.constantFrom(...vocabulary);
const block = fc.record({
  kind: fc.constantFrom('paragraph', 'paragraph', 'heading', 'code', 'inline'),
  words: fc.array(someWord, { minLength: 1, maxLength: 3 }),
  fillers: fc.nat({ max: 60 }),
});
type Block = typeof block extends fc.Arbitrary<infer Value> ? Value : never;

const writePost = (blocks: readonly Block[], at: number): Post => {
  const headings: Heading[] = [];
  const code: Span[] = [];
  let text = '';
  for (const { kind, words, fillers } of blocks) {
    const own = words.join(' ');
    if (kind === 'paragraph') text += filler.repeat(fillers);
    if (kind === 'inline') text += 'use ';
    const span = { start: text.length, end: text.length + own.length };
    if (kind === 'heading') headings.push({ ...span, level: 2, text: own, anchor: `h${headings.length}` });
    if (kind === 'code' || kind === 'inline') code.push(span);
    text += kind === 'inline' ? `${own} for ${filler.repeat(fillers)}\n` : `${own}\n`;
  }
  return createPost({ id: `post-${at}.md`, title: `Post ${at} spark`, tags: ['dask'], text, headings, code });
};

const posts = fc
  .array(fc.array(block, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(writePost));

const ask = (text: string): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: [],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
});

/** The same matches, of which each passage is read to see what it holds. */
const openReading: OpenMatcher = async (source, shard, store) => {
  const matcher = await openPartsOnDemand(source, shard, store);
  const analyzer = createAnalyzer(shard.language);
  return {
    count: (query, options) => matcher.count(query, options),
    match: (query, options) => matcher.match(query, options),
    explain: (query, ordinals, options) => matcher.explain(query, ordinals, options),
    async locate({ terms }, ordinals) {
      const counts = await store.passageCounts(ordinals);
      return Promise.all(
        ordinals.map(async (ordinal, at) => {
          const places = Array.from({ length: counts[at] ?? 1 }, (_, passage) => ({ ordinal, passage }));
          const passages = await store.passages(places);
          return passages.map(({ text }, passage) => {
            const names = new Set(analyzer.terms(text));
            return { passage, terms: [...terms].flatMap(([name, term]) => (names.has(name) ? [term] : [])) };
          });
        }),
      );
    },
  };
};

describe('the compiled engine', () => {
  test('shows the passages that reading every passage shows', async () => {
    let long = 0;
    let later = 0;
    await fc.assert(
      fc.asyncProperty(
        posts,
        fc.array(fc.array(fc.oneof(someWord, fc.constant('ther')), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (written, questions) => {
          long += written.filter((post) => cutPassages(post).length > 1).length;
          const source = await createMemorySource(written);
          const reading = await openEngine(source, openReading);
          const engines = [
            await openEngine(source, openPartsOnDemand),
            await openEngine(source, openAllParts),
          ];
          for (const words of questions) {
            const expected = await reading.ask(ask(words.join(' ')));
            later += expected.hits.filter(({ snippets }) => snippets[0].before).length;
            for (const engine of engines) expect(await engine.ask(ask(words.join(' ')))).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(long).toBeGreaterThan(20);
    expect(later).toBeGreaterThan(20);
  });

  test('reads one file for a hit of a long post', async () => {
    const text = `${filler.repeat(200)}\nHere is dask.\n${filler.repeat(200)}`;
    const source = await createMemorySource([createPost({ id: 'long.md', text })]);
    const read: string[] = [];
    const recording: IndexSource = {
      read(path, options) {
        read.push(path);
        return source.read(path, options);
      },
    };
    const engine = await openEngine(recording, openPartsOnDemand);
    const { hits } = await engine.ask(ask('dask'));
    expect(hits[0]?.snippets[0].segments).toContainEqual({ text: 'dask', highlighted: true });
    expect(read.filter((path) => path.includes('/posts/'))).toEqual([
      expect.stringMatching(/\/[1-9]\.json$/),
    ]);
  });
});
