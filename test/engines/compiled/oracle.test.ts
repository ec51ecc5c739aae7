import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { expandWord } from '../../../src/analysis/expansion.js';
import type { QueryWord } from '../../../src/analysis/query-words.js';
import { createTermDictionary } from '../../../src/analysis/term-dictionary.js';
import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import { type Combination, compile, openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import type { Matches } from '../../../src/engines/matcher.js';
import { buildMiniSearch, corpus, createSource, type Doc, options, partsOf, word } from './corpus.js';

const query = fc.array(
  fc.record({ term: word, prefix: fc.boolean(), maxEdits: fc.constantFrom(0, 0, 1, 2) }),
  { minLength: 1, maxLength: 4 },
);
const boosts = fc.record({
  title: fc.constantFrom(1, 4, 2.5),
  body: fc.constantFrom(1, 0.7),
  tags: fc.constantFrom(1, 3),
});

/** MiniSearch with another idea of what is a misspelling: ours. */
class OracleIndex extends MiniSearch<Doc> {
  static of(docs: readonly Doc[]): OracleIndex {
    const oracle = new OracleIndex(options);
    const loaded = buildMiniSearch(docs);
    Object.assign(oracle, loaded);
    const tree = oracle._index;
    const dictionary = createTermDictionary([...tree.keys()].sort());
    tree.fuzzyGet = (term, maxEdits) =>
      new Map(
        expandWord(dictionary, { term, prefix: false, maxEdits })
          .filter(({ kind }) => kind === 'edit')
          .map(({ term: found, edits }) => [found, [tree.get(found) ?? new Map(), edits]]),
      );
    return oracle;
  }

  ask(
    words: readonly QueryWord[],
    combineWith: Combination,
    boost: Readonly<Record<string, number>>,
    allowed: (ordinal: number) => boolean,
  ) {
    return this.search('words', {
      tokenize: () => words.map(({ term }) => term),
      prefix: (_, at) => words[at]?.prefix ?? false,
      fuzzy: (_, at) => words[at]?.maxEdits ?? 0,
      combineWith,
      boost,
      filter: ({ id }) => allowed(ordinalOf(id)),
    })
      .map(({ id, score, match }) => ({ ordinal: ordinalOf(id), score, terms: Object.keys(match) }))
      .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  }
}

const ordinalOf = (id: unknown): number => Number(String(id).slice('post-'.length));

const ranked = ({ ordinals, scores }: Matches) =>
  Array.from(ordinals, (ordinal, at) => ({ ordinal, score: scores[at] })).sort(
    (a, b) => (b.score ?? 0) - (a.score ?? 0) || a.ordinal - b.ordinal,
  );

describe('the compiled index and MiniSearch', () => {
  test('find the same documents, in the same order, with the same scores to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        fc.array(
          fc.record({
            words: query,
            combineWith: fc.constantFrom<Combination>('or', 'and'),
            keep: fc.constantFrom(1, 2, 3),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        boosts,
        async (docs, questions, boost) => {
          const oracle = OracleIndex.of(docs);
          const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source, { boosts: boost });
          for (const { words, combineWith, keep } of questions) {
            const expected = oracle.ask(words, combineWith, boost, (ordinal) => ordinal % keep === 0);
            const within = OrdinalSet.of(
              docs.length,
              [...docs.keys()].filter((ordinal) => ordinal % keep === 0),
            );
            const matches = await matcher.match(words, { combineWith, ...(keep > 1 ? { within } : {}) });
            expect(ranked(matches)).toEqual(expected.map(({ ordinal, score }) => ({ ordinal, score })));
            expect([...matches.ordinals]).toEqual([...matches.ordinals].sort((a, b) => a - b));
            for (const { terms } of expected)
              for (const term of terms) expect(matches.terms.has(term)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('agree on what a word stands for and how telling each term is', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, query, async (docs, words) => {
        const { index } = buildMiniSearch(docs).toJSON();
        const sorted = index.map(([term]) => term).sort();
        const dictionary = createTermDictionary(sorted);
        const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
        const { terms } = await matcher.match(words);
        const expected = words.flatMap((asked) => expandWord(dictionary, asked).map(({ term }) => term));
        expect([...terms.keys()]).toEqual([...new Set(expected)]);
        const frequency = (term: string): number =>
          Math.max(
            ...Object.values(index.find(([known]) => known === term)?.[1] ?? {}).map(
              (documents) => Object.keys(documents).length,
            ),
          );
        for (const [term, { words: positions, weight }] of terms) {
          const weights = positions.map(
            (at) =>
              expandWord(dictionary, words[at] ?? { term: '', prefix: false, maxEdits: 0 }).find(
                (found) => found.term === term,
              )?.weight ?? 0,
          );
          const rarity = Math.log(1 + (docs.length - frequency(term) + 0.5) / (frequency(term) + 0.5));
          expect(weight).toBeCloseTo(Math.max(...weights) * rarity, 12);
        }
      }),
    );
  });

  test('number documents by short id and forget removed ones', async () => {
    const index = new MiniSearch<Doc>({ ...options, autoVacuum: false });
    for (const id of ['post-0', 'post-1', 'post-2']) index.add({ id, body: `${id} apple`, tags: 'fruit' });
    index.discard('post-1');
    const parts = new Map(compile(index.toJSON()).map(({ name, bytes }) => [name, bytes]));
    const matcher = await openCompiledMatcher(createSource(parts).source);
    const { ordinals } = await matcher.match([{ term: 'apple', prefix: false, maxEdits: 0 }]);
    expect([...ordinals]).toEqual([0, 1]);
    expect(matcher.documentCount).toBe(2);
    expect((await matcher.match([{ term: 'post-1', prefix: false, maxEdits: 0 }])).ordinals).toHaveLength(0);
  });
});
