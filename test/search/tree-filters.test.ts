/** Filters that stand in the text of a question, in any place of its tree. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownLanguage } from '../../src/analysis/languages/language-words.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { toNameKey } from '../../src/domain/name-key.js';
import type { DocumentFilter, QueryTree } from '../../src/domain/query-tree.js';
import { matchShard, toAnalyzedShard } from '../../src/search/match-shard.js';
import { mayMatch, type Question, toQuestion } from '../../src/search/question.js';
import { rank } from '../../src/search/rank.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import { contractNow } from '../contract/contract-now.js';
import { createPost, toDate } from '../contract/posts.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { openMatcherOfPosts } from '../engines/compiled/engine-of-posts.js';
import { toAsked } from './ranked-posts.js';

const tags = ['Tea', 'cups', 'Café'];
const posts = sortDocuments(
  Array.from({ length: 24 }, (_, at) =>
    createPost({
      id: `${at}`.padStart(2, '0'),
      ...(at % 5 > 0 && { date: toDate(`20${10 + (at % 4)}-0${1 + (at % 9)}-15`) }),
      tags: tags.filter((_tag, bit) => (at >> bit) % 2 === 1),
      text: at % 3 === 0 ? 'kettle' : 'water',
    }),
  ),
);

const openShard = async () => {
  const columns = new Set<string>();
  const store = createMemoryStore(posts);
  const matcher = await openMatcherOfPosts(posts);
  let asked = 0;
  const shard = toAnalyzedShard({
    language: 'pt-BR',
    words: async () => unknownLanguage,
    store: {
      ...store,
      columns: (names, options) => {
        for (const name of names) columns.add(name);
        return store.columns(names, options);
      },
    },
    matcher: {
      count: (...asking) => matcher.count(...asking),
      explain: (...asking) => matcher.explain(...asking),
      locate: (...asking) => matcher.locate(...asking),
      match: (query, options) => {
        asked += 1;
        return matcher.match(query, options);
      },
    },
  });
  const ask = async (tree: QueryTree, asksWords: boolean): Promise<readonly string[]> => {
    const question: Question = { ...(await toQuestion(toAsked('x'), contractNow / 1_000)), tree, asksWords };
    const matches = await matchShard(shard, question, {});
    const ranked = await rank([matches], question, 100, {});
    expect(matches.answers.ordinals).toHaveLength(ranked.length);
    if (!asksWords) expect(ranked.every(({ score }) => score === 0)).toBe(true);
    return ranked.map(({ ordinal }) => posts[ordinal]?.id ?? '');
  };
  return { shard, ask, columns, asks: () => asked };
};

const has = (post: (typeof posts)[number], tree: QueryTree): boolean => {
  switch (tree.kind) {
    case 'term':
      return post.text === tree.text;
    case 'all':
      return tree.of.every((branch) => has(post, branch));
    case 'any':
      return tree.of.some((branch) => has(post, branch));
    case 'not':
      return !has(post, tree.of);
    case 'filter': {
      const { filter } = tree;
      if (filter.by === 'language') return ['pt', 'pt-BR'].includes(filter.language);
      if (filter.by === 'facet') return post.tags.map(toNameKey).includes(toNameKey(filter.value));
      const day = post.date?.day;
      return day !== undefined && day >= (filter.from ?? '') && day <= (filter.to ?? '9999');
    }
    default:
      throw new Error(`no ${tree.kind} is drawn`);
  }
};

const filter: fc.Arbitrary<DocumentFilter> = fc.oneof(
  fc
    .constantFrom(...tags, 'TEA', 'cafe\u0301', 'nothing')
    .map((value) => ({ by: 'facet', facet: 'tags', value }) as const),
  fc.constantFrom('pt', 'pt-BR', 'en').map((language) => ({ by: 'language', language }) as const),
  fc.constantFrom(
    { by: 'days', from: '2011-01-01' } as const,
    { by: 'days', to: '2012-06-15' } as const,
    { by: 'days', from: '2011-01-01', to: '2011-12-31' } as const,
  ),
);
const leaf: fc.Arbitrary<QueryTree> = fc.oneof(
  { weight: 2, arbitrary: filter.map((own) => ({ kind: 'filter', filter: own }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('kettle', 'water').map((text) => ({ kind: 'term', text }) as const),
  },
);
const treeOf = (depth: number): fc.Arbitrary<QueryTree> =>
  depth === 0
    ? leaf
    : fc.oneof(
        leaf,
        fc.record({
          kind: fc.constantFrom('all', 'any'),
          of: fc.array(treeOf(depth - 1), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant('not'), of: treeOf(depth - 1) }),
      );

describe('filters in a text', () => {
  it('let pass what a plain look at the posts says, wherever they stand', async () => {
    const { ask } = await openShard();
    const met = { some: 0, words: 0, languages: 0 };
    await fc.assert(
      fc.asyncProperty(treeOf(3), async (tree) => {
        const expected = posts.filter((post) => has(post, tree)).map(({ id }) => id);
        expect((await ask(tree, true)).toSorted()).toEqual(expected.toSorted());
        if (expected.length === 0 || expected.length === posts.length) return;
        const written = JSON.stringify(tree);
        met.some += 1;
        if (written.includes('term')) met.words += 1;
        if (written.includes('language')) met.languages += 1;
      }),
      { numRuns: 300 },
    );
    expect(met.some).toBeGreaterThan(100);
    expect(met.words).toBeGreaterThan(30);
    expect(met.languages).toBeGreaterThan(8);
  });

  const tea: QueryTree = { kind: 'filter', filter: { by: 'facet', facet: 'tags', value: 'tea' } };
  const recent: QueryTree = { kind: 'filter', filter: { by: 'days', from: '2012-01-01' } };

  it('alone need no engine, and give what passes, newest first', async () => {
    const { ask, asks, columns } = await openShard();
    const ids = await ask({ kind: 'all', of: [tea, recent] }, false);
    const passing = posts.filter(
      ({ tags: own, date }) => own.includes('Tea') && date !== undefined && date.day >= '2012-01-01',
    );
    expect(passing.length).toBeGreaterThan(2);
    expect(ids).toEqual(passing.map(({ id }) => id).toReversed());
    expect(asks()).toBe(0);
    expect([...columns].sort()).toEqual(['days', 'expires', 'tags']);
  });

  it('read no column that none of them is about', async () => {
    const { ask, columns } = await openShard();
    await ask({ kind: 'all', of: [tea, { kind: 'term', text: 'kettle' }] }, true);
    expect([...columns].sort()).toEqual(['expires', 'tags', 'weights']);
  });

  it('that are not the language of a shard leave it alone', async () => {
    const { shard, asks, columns } = await openShard();
    const engine = createSearchEngine([shard], { now: () => contractNow });
    const found = async (text: string) => (await engine.ask(toAsked(text))).total;
    expect(await found('lang:en kettle')).toBe(0);
    expect([asks(), [...columns]]).toEqual([0, []]);
    expect(await found('lang:pt kettle')).toBeGreaterThan(0);
  });

  it('never pass over a shard in which something matches', () => {
    let met = 0;
    fc.assert(
      fc.property(treeOf(3), (tree) => {
        if (mayMatch(tree, 'pt-BR')) return;
        met += 1;
        expect(posts.filter((post) => has(post, tree))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(50);
  });
});
