/**
 * Our matcher against MiniSearch itself, as its users ask it.
 * @module
 */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { analyzeQuery, createAnalyzer } from '../../../src/analysis/index.js';
import { maxEditsOf } from '../../../src/analysis/query-words.js';
import { sortDocuments } from '../../../src/documents/document-order.js';
import type { Post } from '../../../src/domain/post.js';
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

const match = async (posts: readonly Post[], text: string) => {
  const { ordinals, scores, terms } = await openMatcherOfPosts(posts, 'en').match(
    analyzeQuery(parseText(text), analyzer),
  );
  const sorted = sortDocuments(posts);
  return {
    scores: new Map(Array.from(ordinals, (ordinal, at) => [sorted[ordinal]?.id, scores[at]])),
    terms,
  };
};

describe('the MiniSearch matcher', () => {
  it('scores words, beginnings and misspellings as MiniSearch does, to the last bit', async () => {
    const met = { cases: 0, twoWords: 0, twoFields: 0, beginnings: 0, misspellings: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async ({ posts, text }) => {
        // A word that is asked twice is one to us, and may be unfinished if it comes last.
        const distinct = [...new Set(text.split(' ').toReversed())].reverse().join(' ');
        const plain = MiniSearch.loadJSON(toMiniSearchJson(posts, 'en'), options);
        const results = plain.search(distinct, {
          prefix: (term, at, all) => at === all.length - 1 && term.length > 1,
          fuzzy: maxEditsOf,
        });
        const { scores, terms } = await match(posts, distinct);
        expect(scores).toEqual(new Map(results.map(({ id, score }) => [id, score])));
        const found = new Set(results.flatMap((result) => result.terms));
        expect(new Set(terms.keys())).toEqual(found);
        const all = distinct.split(' ');
        met.cases += 1;
        met.twoWords += Number(results.some(({ queryTerms }) => queryTerms.length > 1));
        met.twoFields += Number(
          results.some((result) => new Set(Object.values(result.match).flat()).size > 1),
        );
        met.beginnings += Number(
          [...found].some((term) => !all.includes(term) && term.startsWith(all.at(-1) ?? '')),
        );
        met.misspellings += Number([...found].some((term) => all.every((word) => !term.startsWith(word))));
      }),
      { numRuns: 200 },
    );
    const { cases, ...counts } = met;
    for (const [what, count] of Object.entries(counts)) {
      expect(count, `${what} in ${count} of ${cases} cases`).toBeGreaterThan(cases / 10);
    }
  });

  it('says which words a term stands for, and which terms tell more', async () => {
    const posts = ['spark spark', 'spark', 'sparks', 'sperk', 'dask'].map((text, at) =>
      createPost({ id: `${at}`, title: '', text }),
    );
    const { terms } = await match(posts, 'sparks dask nowhere spark');
    expect(Object.fromEntries(Array.from(terms, ([term, { words: asking }]) => [term, asking]))).toEqual({
      sparks: [0, 3],
      spark: [0, 3],
      dask: [1],
      sperk: [3],
    });
    const weightOf = (term: string): number => terms.get(term)?.weight ?? Number.NaN;
    // All but the first stand in one post; the second is a beginning of a word asked for, the third a misspelling.
    expect(weightOf('dask')).toBeGreaterThan(weightOf('spark'));
    expect(weightOf('sparks')).toBe(weightOf('dask'));
    expect(weightOf('sperk')).toBeLessThan(weightOf('spark'));
  });

  it('weighs a term by how much it counts to a word and how rare it is, however often the word is asked', async () => {
    const posts = ['spark', 'spark', 'dask'].map((text, at) => createPost({ id: `${at}`, title: '', text }));
    const matcher = openMatcherOfPosts(posts, 'en');
    const word = { term: 'spark', prefix: false, maxEdits: 0 };
    const leaf = { kind: 'word', word: 0 } as const;
    const { terms } = await matcher.match({ words: [word], tree: { kind: 'all', of: [leaf, leaf, leaf] } });
    // Two of fifteen fields have it.
    expect(terms).toEqual(new Map([['spark', { words: [0], weight: Math.log(1 + 13.5 / 2.5) }]]));
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
