/**
 * What the matcher of every engine finds for a tree. Call it from a test file of the engine.
 * @module
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AnalyzedQuery,
  type AnalyzedTree,
  analyzeQuery,
  createAnalyzer,
} from '../../src/analysis/index.js';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';
import type { Post } from '../../src/domain/post.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
import type { Matcher, Matches, MatchOptions } from '../../src/engines/matcher.js';
import { NaiveMatcher } from './naive-matcher.js';
import { createPost } from './posts.js';
import { cases } from './random-questions.js';
import { type Skip, testFeatures } from './skips.js';

/** What an engine may be unable to do, each by itself. */
export type MatcherFeature =
  /** A misspelt word stands for what is so many edits away, a swap counting as one, with the same first letter. */
  | 'misspellings'
  /** The words of a phrase stand one after the other. */
  | 'phrases'
  /** A word adds to the score of every match that it stands in, not only where its branch of the tree matches. */
  | 'every word scores';

/** Opens a matcher over posts of one language, English; documents are numbered by `sortDocuments`. */
export type OpenMatcherOfPosts = (posts: readonly Post[]) => Promise<Matcher>;

const analyzer = createAnalyzer('en');

const term = (text: string): QueryTree => ({ kind: 'term', text });
const prefix = (text: string): QueryTree => ({ kind: 'prefix', text });
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const all = (...of: readonly QueryTree[]): QueryTree => ({ kind: 'all', of });
const any = (...of: readonly QueryTree[]): QueryTree => ({ kind: 'any', of });
const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
const inTitle = (of: QueryTree): QueryTree => ({ kind: 'field', field: 'title', of });

/** Undated, so in order of id. */
const few: readonly Post[] = [
  createPost({ id: '0.md', title: 'Spark streams', text: 'A slow cluster of Spark jobs.', tags: ['cloud'] }),
  createPost({ id: '1.md', title: 'Slow food', text: 'The cluster is slow. Nobody has a job.' }),
  createPost({ id: '2.md', title: 'Dask', text: 'Spark clusters and node.js.', tags: ['slow cluster'] }),
  createPost({ id: '3.md', title: 'Nothing', text: 'Rust.' }),
];

/** How many questions met what; a property that met too little held nothing. */
class Met {
  readonly counts = {
    questions: 0,
    twoWords: 0,
    twoFields: 0,
    phrases: 0,
    nots: 0,
    misspellings: 0,
    filters: 0,
    passages: 0,
  };

  add(what: keyof Met['counts'], isMet: boolean): void {
    if (isMet) this.counts[what] += 1;
  }
}

const nodesOf = (tree: AnalyzedTree): readonly AnalyzedTree[] => {
  if (tree.kind === 'word' || tree.kind === 'phrase') return [tree];
  return [tree, ...(tree.kind === 'not' ? [tree.of] : tree.of).flatMap(nodesOf)];
};

const scoresOf = ({ ordinals, scores }: Matches): ReadonlyMap<number, number> =>
  new Map(Array.from(ordinals, (ordinal, at) => [ordinal, scores[at] ?? Number.NaN]));

const expectClose = (found: ReadonlyMap<number, number>, expected: ReadonlyMap<number, number>): void => {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [ordinal, score] of expected) {
    const tolerance = 1e-9 * Math.max(1, Math.abs(score));
    expect(Math.abs((found.get(ordinal) ?? Number.NaN) - score)).toBeLessThanOrEqual(tolerance);
  }
};

/** Only matches, in order, with scores that say whether a word of the question is there. */
const expectDocuments = (
  naive: NaiveMatcher,
  query: AnalyzedQuery,
  matches: Matches,
  everyWordScores: boolean,
): void => {
  expect([...matches.ordinals]).toEqual(naive.match(query));
  const words = naive.read(query).filter(({ word }) => !word.excluded);
  const signs = Array.from(scoresOf(matches), ([ordinal, score]) => {
    const isScored = words.some((word) => naive.find(ordinal, word).length > 0);
    const isPositive = score > 0 && score < Infinity;
    return {
      score,
      isScored,
      isRight: isScored ? isPositive || (score === 0 && !everyWordScores) : score === 0,
    };
  });
  expect(signs.filter(({ isRight }) => !isRight)).toEqual([]);
};

/** The terms that the words stand for: all that stand in a match, and none of those that are asked not to be there. */
const expectTerms = (naive: NaiveMatcher, query: AnalyzedQuery, { ordinals, terms }: Matches): void => {
  const words = naive.read(query);
  const isAsked = (number: number, name: string): boolean => {
    const asked = words[number];
    return asked !== undefined && !asked.word.excluded && asked.terms.has(name);
  };
  const wrong = [...terms].filter(
    ([name, { words: numbers, weight }]) =>
      !(weight > 0) ||
      numbers.length === 0 ||
      numbers.some((number, at) => number <= (numbers[at - 1] ?? -1) || !isAsked(number, name)),
  );
  expect(wrong).toEqual([]);
  const missing = words.flatMap((asked, number) =>
    asked.word.excluded
      ? []
      : [...ordinals]
          .flatMap((ordinal) => naive.find(ordinal, asked))
          .filter(({ term: name }) => terms.get(name)?.words.includes(number) !== true),
  );
  expect(missing).toEqual([]);
};

/**
 * Of documents of more than one passage: which of them hold which terms.
 * @returns whether a document had two that do
 */
const expectPassages = async (naive: NaiveMatcher, matcher: Matcher, matches: Matches): Promise<boolean> => {
  const { terms } = matches;
  const heldBy = (ordinal: number): ReadonlyMap<number, ReadonlySet<string>> => {
    const held = new Map<number, Set<string>>();
    for (const { term: name, passage } of naive.documents[ordinal] ?? []) {
      if (passage === undefined || !terms.has(name)) continue;
      held.set(passage, (held.get(passage) ?? new Set()).add(name));
    }
    return held;
  };
  const isLong = (ordinal: number): boolean =>
    (naive.documents[ordinal] ?? []).some(({ passage = 0 }) => passage > 0);
  const asked = [...matches.ordinals].filter(isLong).reverse();
  const told = await matcher.locate(matches, asked);
  expect(told).toHaveLength(asked.length);
  const names = new Map(Array.from(terms, ([name, matched]) => [matched, name]));
  const found = told.map((ofDocument) =>
    ofDocument
      .map(({ passage, terms: held }) => [passage, held.map((matched) => names.get(matched)).sort()] as const)
      .filter(([, held]) => held.length > 0),
  );
  const expected = asked.map((ordinal) =>
    [...heldBy(ordinal)].sort(([a], [b]) => a - b).map(([passage, held]) => [passage, [...held].sort()]),
  );
  expect(found).toEqual(expected);
  return expected.some(({ length }) => length > 1);
};

/** @param skips what the engine cannot do: its tests must fail, and the property does not ask for it */
export const describeMatcher = (
  name: string,
  openMatcher: OpenMatcherOfPosts,
  skips: readonly Skip<MatcherFeature>[] = [],
): void => {
  const has = (feature: MatcherFeature): boolean => skips.every((skip) => skip.feature !== feature);
  const itDoes = testFeatures(skips);

  describe(`${name}, as every matcher,`, () => {
    let opened: Matcher | undefined;
    beforeAll(async () => {
      opened = await openMatcher(few);
    });
    const ask = async (tree: QueryTree, options?: MatchOptions): Promise<Matches> => {
      if (opened === undefined) throw new Error('the matcher is not open yet');
      return opened.match(analyzeQuery(tree, analyzer), options);
    };
    const found = async (tree: QueryTree, options?: MatchOptions): Promise<readonly number[]> => [
      ...(await ask(tree, options)).ordinals,
    ];

    it('finds a word, and the beginning of one', async () => {
      expect(await found(term('spark'))).toEqual([0, 2]);
      expect(await found(term('clu'))).toEqual([]);
      expect(await found(prefix('clu'))).toEqual([0, 1, 2]);
      expect(await found(term('nowhere'))).toEqual([]);
    });

    itDoes('misspellings', 'finds a misspelt word, unless its first letter is wrong', async () => {
      expect(await found(term('sprak'))).toEqual([0, 2]);
      expect(await found(term('psark'))).toEqual([]);
    });

    it('finds any of some words, and none where there is nothing to choose from', async () => {
      expect(await found(any(term('rust'), term('dask')))).toEqual([2, 3]);
      expect(await found(any())).toEqual([]);
    });

    it('finds what has all of some words, and everything where nothing is asked', async () => {
      expect(await found(all(term('spark'), term('slow')))).toEqual([0, 2]);
      expect(await found(all(term('spark'), term('slow'), term('dask')))).toEqual([2]);
      expect(await found(all())).toEqual([0, 1, 2, 3]);
    });

    it('finds what does not match', async () => {
      expect(await found(not(term('slow')))).toEqual([3]);
      expect(await found(all(term('slow'), not(term('dask'))))).toEqual([0, 1]);
      expect(await found(not(all(term('slow'), term('dask'))))).toEqual([0, 1, 3]);
      expect(await found(not(not(term('slow'))))).toEqual([0, 1, 2]);
    });

    it('finds what stands in a field', async () => {
      expect(await found(inTitle(term('slow')))).toEqual([1]);
      expect(await found(inTitle(any(term('slow'), prefix('da'))))).toEqual([1, 2]);
      expect(await found(all(inTitle(term('spark')), term('jobs')))).toEqual([0]);
      expect(
        await found({ kind: 'field', field: 'taxonomy', of: all(term('slow'), term('cluster')) }),
      ).toEqual([2]);
    });

    itDoes(
      'phrases',
      'finds words that stand one after the other, and not from one tag or the title into the text',
      async () => {
        expect(await found(phrase('slow cluster'))).toEqual([0, 2]);
        expect(await found(phrase('cluster slow'))).toEqual([]);
        expect(await found(phrase('streams a slow'))).toEqual([]);
        expect(await found(phrase('and node.js'))).toEqual([2]);
        expect(await found({ kind: 'field', field: 'body', of: phrase('slow cluster') })).toEqual([0]);
        expect(await found(all(phrase('slow cluster'), not(term('dask'))))).toEqual([0]);
      },
    );

    it('takes the words of a phrase as they are written', async () => {
      expect(await found(phrase('sparks jobs'))).toEqual([]);
      expect(await found(phrase('slow clust'))).toEqual([]);
      // Where the same word is asked for once more, and may be unfinished or misspelt there.
      expect(await found(all(phrase('slow clust'), prefix('clust')))).toEqual([]);
      expect(await found(all(phrase('slow clustar'), term('clustar')))).toEqual([]);
    });

    it('gives a score for words that are there, and none for those that are not', async () => {
      const { scores } = await ask(any(term('dask'), not(term('slow'))));
      expect([...scores].map((score) => score > 0)).toEqual([true, false]);
      expect([...(await ask(not(term('slow')))).scores]).toEqual([0]);
      expect([...(await ask(all())).scores]).toEqual([0, 0, 0, 0]);
    });

    itDoes('every word scores', 'adds up what words are worth, in whatever branch they stand', async () => {
      const dask = scoresOf(await ask(term('dask'))).get(2) ?? Number.NaN;
      const more = scoresOf(await ask(any(term('dask'), all(term('spark'), term('rust')))));
      expect(more.get(2)).toBeGreaterThan(dask);
    });

    it('says which terms to highlight, and never those that are asked not to be there', async () => {
      const { terms } = await ask(all(prefix('clus'), not(term('dask'))));
      expect(terms.get('cluster')?.words).toEqual([0]);
      expect(terms.has('dask')).toBe(false);
      expect((await ask(not(term('slow')))).terms.size).toBe(0);
      expect((await ask(inTitle(term('cluster')))).terms.size).toBe(0);
    });

    it('keeps to the documents that it is told, and scores them as if it were told nothing', async () => {
      const tree = any(term('spark'), term('slow'));
      const scores = scoresOf(await ask(tree));
      const within = OrdinalSet.of(few.length, [1, 2, 3]);
      for (const given of [within, Promise.resolve(within)]) {
        expectClose(
          scoresOf(await ask(tree, { within: given })),
          new Map([...scores].filter(([ordinal]) => ordinal > 0)),
        );
      }
      expect(await found(not(term('rust')), { within })).toEqual([1, 2]);
      expect(await found(all(), { within })).toEqual([1, 2, 3]);
      expect(await found(tree, { within: new OrdinalSet(few.length) })).toEqual([]);
    });

    it('fails as its filters fail', async () => {
      const error = new Error('the columns are gone');
      await expect(found(term('spark'), { within: Promise.reject(error) })).rejects.toBe(error);
      expect(await found(term('spark'))).toEqual([0, 2]);
    });

    it('gives up when it is told to', async () => {
      const reason = new Error('never mind');
      await expect(ask(term('spark'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });

    it('answers many at once as one after the other', async () => {
      const trees = [term('spark'), any(term('slow'), term('dask')), not(term('slow')), all(), prefix('clu')];
      const alone: Matches[] = [];
      for (const tree of trees) alone.push(await ask(tree));
      const together = await Promise.all(trees.map((tree) => ask(tree)));
      expect(together.map(({ ordinals, scores }) => [ordinals, scores])).toEqual(
        alone.map(({ ordinals, scores }) => [ordinals, scores]),
      );
    });

    it('finds for random trees what looking at every word finds', async () => {
      const withPhrases = has('phrases');
      const withMisspellings = has('misspellings');
      const met = new Met();
      await fc.assert(
        fc.asyncProperty(
          cases({ phrases: withPhrases, misspellings: withMisspellings }),
          async ({ posts, questions }) => {
            const naive = new NaiveMatcher(posts);
            const matcher = await openMatcher(posts);
            for (const question of questions) {
              const analyzed = analyzeQuery(question, analyzer);
              const words = withMisspellings
                ? analyzed.words
                : analyzed.words.map((word) => ({ ...word, maxEdits: 0 }));
              const query = { words, tree: analyzed.tree };
              const matches = await matcher.match(query);
              expectDocuments(naive, query, matches, has('every word scores'));
              expectTerms(naive, query, matches);
              const hasPassages = await expectPassages(naive, matcher, matches);

              const kept = [...posts.keys()].filter((ordinal) => ordinal % 2 === 0);
              const filtered = await matcher.match(query, { within: OrdinalSet.of(posts.length, kept) });
              const expected = new Map([...scoresOf(matches)].filter(([ordinal]) => ordinal % 2 === 0));
              expectClose(scoresOf(filtered), expected);

              const asked = naive.read(query).filter(({ word }) => !word.excluded);
              const ofMatches = [...matches.ordinals].map((ordinal) =>
                asked.map((word) => naive.find(ordinal, word)).filter(({ length }) => length > 0),
              );
              const nodes = nodesOf(query.tree);
              const someAndNotAll = matches.ordinals.length > 0 && matches.ordinals.length < posts.length;
              met.add('questions', true);
              met.add(
                'twoWords',
                ofMatches.some(({ length }) => length > 1),
              );
              met.add(
                'twoFields',
                ofMatches.some((all) => new Set(all.flat().map(({ field }) => field)).size > 1),
              );
              met.add('nots', someAndNotAll && nodes.some(({ kind }) => kind === 'not'));
              met.add('filters', expected.size > 0 && expected.size < matches.ordinals.length);
              met.add('passages', hasPassages);
              met.add(
                'misspellings',
                asked.some(
                  ({ word, terms }, at) =>
                    [...terms].some((stood) => !stood.startsWith(word.term)) &&
                    ofMatches.some((all) => all[at] !== undefined),
                ),
              );
              met.add(
                'phrases',
                nodes.some((node) => {
                  if (node.kind !== 'phrase') return false;
                  const holding = naive.match({ words, tree: node }).length;
                  const of = node.words.map((word) => ({ kind: 'word', word }) as const);
                  return holding > 0 && holding < naive.match({ words, tree: { kind: 'all', of } }).length;
                }),
              );
            }
          },
        ),
        { numRuns: 100 },
      );
      const { questions, ...counts } = met.counts;
      const floors = {
        twoWords: 0.2,
        twoFields: 0.2,
        nots: 0.1,
        filters: 0.2,
        passages: 0.1,
        misspellings: withMisspellings ? 0.1 : 0,
        phrases: withPhrases ? 0.1 : 0,
      };
      const shares = Object.entries(counts).map(([what, count]) => [what, count / questions] as const);
      expect(shares.filter(([what, share]) => share < floors[what as keyof typeof floors])).toEqual([]);
    });
  });
};
