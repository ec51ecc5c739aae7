/**
 * Our matcher against MiniSearch itself, as its users ask it.
 * @module
 */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { type AnalyzedQuery, analyzeQuery, createAnalyzer } from '../../../src/analysis/index.js';
import { sortDocuments } from '../../../src/documents/document-order.js';
import type { Post } from '../../../src/domain/post.js';
import type { QueryTree } from '../../../src/domain/query-tree.js';
import { createMiniSearchOptions, openMiniSearchMatcher } from '../../../src/engines/minisearch/index.js';
import { parseText } from '../../../src/query/parse-text.js';
import { openMatcherOfPosts, toMiniSearchJson } from '../../contract/engine-of-posts.js';
import { blog, createPost } from '../../contract/posts.js';
import { createMemoryStore } from '../../documents/memory-store.js';

const analyzer = createAnalyzer('en');
const options = createMiniSearchOptions(analyzer);
const english = blog.filter(({ language }) => language === 'en');

const letters = (minLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength: 6 });
const words = (maxLength: number) => fc.array(letters(1), { maxLength }).map((list) => list.join(' '));

/** Posts, and words of theirs, some cut short or with a letter too many. */
const asked = fc
  .array(fc.record({ title: words(4), text: words(30), tags: fc.array(letters(1), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((posts) => posts.map((parts, at) => createPost({ id: `p${at}`, ...parts })))
  .chain((posts) => {
    const known = posts.flatMap(({ title, text, tags }) => analyzer.terms([title, text, ...tags].join('\n')));
    const word = fc
      .constantFrom(...(known.length > 0 ? known : ['abc']))
      .chain((term) => fc.constantFrom(term, term, term.slice(0, 3), `${term}a`));
    return fc.record({ posts: fc.constant(posts), text: fc.array(word, { minLength: 1, maxLength: 4 }) });
  })
  .map(({ posts, text }) => ({ posts, text: text.join(' ') }));

/** Any of the words, just as they are. */
const anyOf = (text: string): AnalyzedQuery => {
  const of = text.split(' ').map((word): QueryTree => ({ kind: 'term', text: word }));
  return analyzeQuery({ kind: 'any', of }, analyzer, { fuzzy: false });
};

const match = async (posts: readonly Post[], text: string) => {
  const { ordinals, scores, terms } = await openMatcherOfPosts(posts, 'en').match(anyOf(text));
  const sorted = sortDocuments(posts);
  return {
    scores: new Map(Array.from(ordinals, (ordinal, at) => [sorted[ordinal]?.id, scores[at]])),
    terms,
  };
};

describe('the MiniSearch matcher', () => {
  it('scores words as MiniSearch does, to the last bit', async () => {
    const met = { cases: 0, twoWords: 0, twoFields: 0, missing: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async ({ posts, text }) => {
        // A word that is asked twice is one to us.
        const distinct = [...new Set(text.split(' '))].join(' ');
        const plain = MiniSearch.loadJSON(toMiniSearchJson(posts, 'en'), options);
        const results = plain.search(distinct);
        const { scores, terms } = await match(posts, distinct);
        expect(scores).toEqual(new Map(results.map(({ id, score }) => [id, score])));
        const found = new Set(results.flatMap((result) => result.terms));
        expect(new Set(terms.keys())).toEqual(found);
        met.cases += 1;
        met.twoWords += Number(results.some(({ queryTerms }) => queryTerms.length > 1));
        met.twoFields += Number(
          results.some((result) => new Set(Object.values(result.match).flat()).size > 1),
        );
        met.missing += Number(distinct.split(' ').some((word) => !found.has(word)));
      }),
      { numRuns: 200 },
    );
    const { cases, ...counts } = met;
    for (const [what, count] of Object.entries(counts)) {
      expect(count, `${what} in ${count} of ${cases} cases`).toBeGreaterThan(cases / 10);
    }
  });

  it('takes a word that weighs little for little of a word', async () => {
    const posts = ['spark dask', 'spark', 'dask'].map((text, at) =>
      createPost({ id: `${at}`, title: '', text }),
    );
    const query = anyOf('spark dask');
    const scoresWith = async (weight: number): Promise<readonly number[]> => {
      const words = query.words.map((word, number) => ({ ...word, weight: number === 0 ? weight : 1 }));
      return [...(await openMatcherOfPosts(posts, 'en').match({ ...query, words })).scores];
    };
    const [both = 0, spark = 0, dask = 0] = await scoresWith(1);
    expect(both).toBeGreaterThan(spark + dask);
    const [bothNow = 0, sparkNow = 0, daskNow = 0] = await scoresWith(0.1);
    expect(daskNow).toBe(dask);
    expect(sparkNow).toBeCloseTo(spark / 100, 9);
    expect(bothNow).toBeLessThan(both / 3);
    expect(bothNow).toBeGreaterThan(daskNow);
  });

  it('looks at the stems of all terms once', async () => {
    const posts = ['spark', 'sparks', 'dask'].map((text, at) => createPost({ id: `${at}`, title: '', text }));
    const matcher = openMatcherOfPosts(posts, 'en');
    const stemmed: string[] = [];
    const stem = (term: string): string => {
      stemmed.push(term);
      return term.replace(/s$/, '');
    };
    const query = { ...analyzeQuery(parseText('sparks'), analyzer), stem };
    expect([...(await matcher.match(query)).ordinals]).toEqual([0, 1]);
    stemmed.length = 0;
    expect([...(await matcher.match(query)).ordinals]).toEqual([0, 1]);
    expect(new Set(stemmed)).toEqual(new Set(['sparks']));
  });

  it('reads passages of those that it is asked for alone, and tells those that hold a term', async () => {
    const long = (word: string): string => `${'filler '.repeat(1_000)}\n${word}`;
    const posts = ['spark', long('spark'), long('dask')].map((text, at) =>
      createPost({ id: `${at}`, title: 'spark', text }),
    );
    const store = createMemoryStore(posts);
    const read: number[] = [];
    const matcher = openMiniSearchMatcher(toMiniSearchJson(posts, 'en'), 'en', {
      ...store,
      passages: (places, rest) => {
        read.push(...places.map(({ ordinal }) => ordinal));
        return store.passages(places, rest);
      },
    });
    const matches = await matcher.match(analyzeQuery(parseText('spark'), analyzer));
    expect([...matches.ordinals]).toEqual([0, 1, 2]);
    expect(read).toEqual([]);
    const spark = matches.terms.get('spark');
    expect(await matcher.locate(matches, [2, 1])).toEqual([[], [{ passage: 1, terms: [spark] }]]);
    expect([...new Set(read)]).toEqual([2, 1]);
  });
});

describe('a damaged MiniSearch index', () => {
  const json = toMiniSearchJson(english, 'en');
  const open = (text: string) => openMiniSearchMatcher(text, 'en', createMemoryStore(sortDocuments(english)));
  const whole = JSON.parse(json);
  const damaged = (change: object): string => JSON.stringify({ ...whole, ...change });
  const { documentIds, fieldLength, averageFieldLength, documentCount } = whole;

  it('is told from one that is not', () => {
    expect(() => open(json)).not.toThrow();
  });

  it.each([
    ['cut short', json.slice(0, -10)],
    ['that is no object', '[]'],
    ['that is null', 'null'],
    ['of another version', damaged({ serializationVersion: 3 })],
    ['of other fields', damaged({ fieldIds: { title: 0, text: 1 } })],
    ['of fields in another order', damaged({ fieldIds: { ...whole.fieldIds, title: 1, headings: 0 } })],
    ['of more documents than it has', damaged({ documentCount: 1e9 })],
    ['of documents that are no number', damaged({ documentCount: null })],
    ['that would number a document again', damaged({ nextId: documentCount - 1 })],
    [
      'with documents out of order',
      damaged({ documentIds: { 1: 'a', 2: 'b', 3: 'c', 4: 'd', 5: 'e', 6: 'f' } }),
    ],
    ['with a document twice', damaged({ documentIds: { ...documentIds, 1: documentIds[0] } })],
    ['with a document without id', damaged({ documentIds: { ...documentIds, 1: null } })],
    ['without lengths', damaged({ fieldLength: undefined })],
    ['with a document without lengths', damaged({ fieldLength: { ...fieldLength, 1: undefined } })],
    ['with a document of fewer fields', damaged({ fieldLength: { ...fieldLength, 1: [1, 2] } })],
    ['with a length below nothing', damaged({ fieldLength: { ...fieldLength, 1: [1, 2, 3, -1, 0] } })],
    ['without mean lengths', damaged({ averageFieldLength: averageFieldLength.slice(1) })],
    ['with a mean length that is no number', damaged({ averageFieldLength: ['1', 1, 1, 1, 1] })],
    ['with stored fields', damaged({ storedFields: { 0: { score: 9 } } })],
    ['with documents taken away', damaged({ dirtCount: 1 })],
    ['without terms', damaged({ index: {} })],
    ['with terms out of order', damaged({ index: Object.entries({ b: {}, a: {} }) })],
    ['with a term that is none', damaged({ index: [['', {}]] })],
    ['with a term without postings', damaged({ index: [['a', null]] })],
    ['with a term that is no list', damaged({ index: ['ab'] })],
    ['with postings of no field', damaged({ index: [['a', { 5: { 0: 1 } }]] })],
    ['with postings of no document', damaged({ index: [['a', { 3: { 6: 1 } }]] })],
    ['with postings of half a document', damaged({ index: [['a', { 3: { '1.5': 1 } }]] })],
    ['with a frequency of nothing', damaged({ index: [['a', { 3: { 0: 0 } }]] })],
    ['with a frequency that is no number', damaged({ index: [['a', { 3: { 0: '1' } }]] })],
    ['with a list of documents', damaged({ index: [['a', { 3: [1] }]] })],
    ['of other posts than are stored', toMiniSearchJson(english.slice(1), 'en')],
  ])('%s is refused', (_what, text) => {
    expect(() => open(text)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
  });

  it('is refused or answers, whatever is changed in it', async () => {
    const outcomes = { refused: 0, answered: 0 };
    const query = analyzeQuery(parseText('spark cluster no'), analyzer);
    await fc.assert(
      fc.asyncProperty(fc.nat(json.length - 1), fc.constantFrom(...'0159-"{}[],:ax'), async (at, unit) => {
        const changed = json.slice(0, at) + unit + json.slice(at + 1);
        try {
          const { ordinals, scores } = await open(changed).match(query);
          expect([...ordinals].every((ordinal) => ordinal < documentCount)).toBe(true);
          expect([...scores].every((score) => score > 0 && score < Infinity)).toBe(true);
          outcomes.answered += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: 'index-corrupt' });
          outcomes.refused += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(outcomes.refused, outcomes.answered)).toBeGreaterThan(100);
  });
});
