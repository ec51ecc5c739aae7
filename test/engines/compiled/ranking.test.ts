import { describe, expect, test } from 'vitest';
import type { QueryWord, TermForm } from '../../../src/analysis/index.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { anyOf, createSource, type Doc, partsOf, stem, termWord } from './corpus.js';

const toDocs = (docs: readonly Omit<Doc, 'id'>[]): readonly Doc[] =>
  docs.map((doc, at) => ({ ...doc, id: `post-${at}` }));
const bodies = (...texts: readonly string[]): readonly Doc[] =>
  toDocs(texts.map((body) => ({ body, tags: '' })));

/** Ordinals, the best first. */
const rank = async (docs: readonly Doc[], ...words: readonly QueryWord[]): Promise<readonly number[]> => {
  const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
  const { ordinals, scores } = await matcher.match(anyOf(words));
  return [...ordinals.keys()]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .map((at) => ordinals[at] ?? -1);
};

const tolerant: Partial<TermForm> = { prefix: 'scarce', maxEdits: 1 };
const others = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, () => `x ${word}`);

describe('a document ranks higher', () => {
  test('that has a word in the title', async () => {
    // So long that hardly anything is added for what it says of the question.
    const title = 'x '.repeat(30);
    const docs = toDocs([
      { title: `${title} x`, body: 'tea tea', tags: '' },
      { title: `${title} tea`, body: 'x x', tags: '' },
    ]);
    expect(await rank(docs, termWord('tea'))).toEqual([1, 0]);
  });

  test('that has more words, not one word more often, in whatever fields', async () => {
    const docs = toDocs([
      { body: 'tea tea tea tea tea tea', code: 'tea', tags: 'tea' },
      { body: 'tea cup x x x x', code: 'x', tags: 'x' },
      ...Array.from({ length: 30 }, () => ({ body: 'x x x x x x', code: 'x', tags: 'x' })),
    ]);
    expect(await rank(docs, termWord('tea'), termWord('cup'))).toEqual([1, 0]);
  });

  test('of which the title is just the question', async () => {
    const docs = toDocs([
      { title: 'x', body: 'tea '.repeat(12), tags: '' },
      { title: 'tea', body: 'x '.repeat(12), tags: '' },
      ...Array.from({ length: 10 }, () => ({ title: 'x', body: 'x '.repeat(12), tags: '' })),
    ]);
    expect(await rank(docs, termWord('tea'))).toEqual([1, 0]);
  });

  test('that has the word as it was typed, before its relatives', async () => {
    const docs = bodies('teapot x', 'teacup x');
    expect(await rank(docs, termWord('teapot', { relatives: true }))).toEqual([0, 1]);
    expect(await rank(docs, termWord('teacup', { relatives: true }))).toEqual([1, 0]);
    expect(await rank(docs, termWord('teacup'))).toEqual([1]);
    // It need not be there itself.
    expect(await rank(docs, termWord('teas', { relatives: true }))).toHaveLength(2);
    expect(stem('teas')).toBe('tea');
  });

  test('where words are rare, and relatives are as frequent as their word', async () => {
    // `teacup` is rare, but the word is not.
    const docs = bodies('teacup', 'jar', ...others('teapot', 6), 'jar', 'x', 'x');
    const [first] = await rank(docs, termWord('teacup', { relatives: true }), termWord('jar'));
    expect(first).toBe(1);
  });
});

describe('a later tier', () => {
  test('counts only where the word finds little', async () => {
    const enough = bodies('jars', 'jars', 'jars', ...others('jarsx', 40), ...others('bars', 40));
    expect(await rank(enough, termWord('jars', tolerant))).toEqual([0, 1, 2]);
    const few = bodies('jars', 'x jars', ...others('jarsx', 19));
    expect(await rank(few, termWord('jars', { prefix: 'scarce' }))).toHaveLength(2);
    const many = bodies('jars', 'x jars', ...others('jarsx', 20));
    expect(await rank(many, termWord('jars', { prefix: 'scarce' }))).toHaveLength(22);
  });

  test('comes after the word itself, however often and wherever its terms stand', async () => {
    const docs = toDocs([
      { body: `jars ${'x '.repeat(60)}`, tags: '' },
      ...Array.from({ length: 12 }, () => ({ title: 'jarx', body: 'jarx jarx jarx jarx', tags: 'jarx' })),
      ...Array.from({ length: 100 }, () => ({ body: 'x', tags: '' })),
    ]);
    const ranked = await rank(docs, termWord('jars', { maxEdits: 1 }));
    expect(ranked).toHaveLength(13);
    expect(ranked[0]).toBe(0);
  });

  test('is first what the word begins, and only then what it may be a misspelling of', async () => {
    const docs = bodies('x beat', 'x boating');
    expect(await rank(docs, termWord('boat', { prefix: 'scarce', maxEdits: 1 }))).toEqual([1]);
    expect(await rank(docs, termWord('boat', { maxEdits: 1 }))).toEqual([0]);
  });

  test('has the relatives of what was meant, and the fewest edits only', async () => {
    const docs = bodies('x teapots', 'x teacup', 'x teaxxts');
    const misspelt = termWord('teapotz', { maxEdits: 2, relatives: false });
    expect(await rank(docs, misspelt)).toEqual([0, 1, 2]);
    const two = termWord('teapotz', { maxEdits: 2 });
    expect(await rank(bodies('x teapots', 'x terpats'), two)).toEqual([0]);
  });

  test('corrects a word to the most frequent of the nearest', async () => {
    const docs = bodies('jarx', 'jarx', 'jarz');
    const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
    const { words } = await matcher.match(
      anyOf([termWord('jars', { maxEdits: 1 }), termWord('jarx', tolerant)]),
    );
    expect(words).toEqual([
      {
        documents: 0,
        isDropped: false,
        corrections: [
          { term: 'jarx', documents: 2 },
          { term: 'jarz', documents: 1 },
        ],
      },
      { documents: 2, isDropped: false, corrections: [] },
    ]);
  });

  test('corrects two letters that changed places before other letters', async () => {
    const docs = bodies('days', 'days', 'days', 'dask');
    const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
    const { words } = await matcher.match(anyOf([termWord('daks', { maxEdits: 1 })]));
    expect(words[0]?.corrections.map(({ term }) => term)).toEqual(['dask', 'days']);
  });

  test('has what the stem may be a misspelling of, where the word is near nothing', async () => {
    const docs = bodies('search', 'searches', 'sea', 'x');
    const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
    const found = async (term: string, maxEdits = 2): Promise<readonly number[]> => {
      const stem = (text: string): string => text.replace(/(?:es|ing)$/, '');
      const word = termWord(term, { relatives: true, maxEdits });
      return [...(await matcher.match({ ...anyOf([word]), stem })).ordinals];
    };
    // The relatives too.
    expect(await found('serching')).toEqual([0, 1]);
    expect(await found('serching', 0)).toEqual([]);
    // Too short a stem.
    expect(await found('seting')).toEqual([]);
    // Two edits from such a stem is too far.
    expect(await found('serkhing')).toEqual([]);
  });
});

describe('words run together', () => {
  test('are found where they stand apart, if the index does not have them', async () => {
    const docs = bodies('open source', 'source open', 'open x source');
    expect(await rank(docs, termWord('opensource', { maxEdits: 2 }))).toEqual([0]);
    expect(await rank(docs, termWord('opensource', { maxEdits: 0 }))).toEqual([]);
    expect(await rank([...docs, ...bodies('opensource')], termWord('opensource', { maxEdits: 2 }))).toEqual([
      3,
    ]);
    // Unfinished, it is what it begins.
    const begun = termWord('opensource', { prefix: 'scarce', maxEdits: 2 });
    expect(await rank(bodies('open source', 'opensourced'), begun)).toEqual([1]);
  });
});
