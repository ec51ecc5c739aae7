/**
 * What the matcher of every engine finds for a tree. Call it from a test file of the engine.
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeQuery } from '../../src/analysis/index.js';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';
import type { Post } from '../../src/domain/post.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
import type { Matcher, Matches, MatchOptions } from '../../src/engines/matcher.js';
import { describeMatcherProperties, expectClose, scoresOf } from './matcher-properties.js';
import {
  contractAnalyzer,
  contractWords,
  type MatcherFeature,
  type OpenMatcherOfPosts,
} from './matcher-subject.js';
import { createPost } from './posts.js';
import { type Skip, testFeatures } from './skips.js';

const term = (text: string): QueryTree => ({ kind: 'term', text });
const prefix = (text: string): QueryTree => ({ kind: 'prefix', text });
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const all = (...of: readonly QueryTree[]): QueryTree => ({ kind: 'all', of });
const any = (...of: readonly QueryTree[]): QueryTree => ({ kind: 'any', of });
const most = (...of: readonly QueryTree[]): QueryTree => ({ kind: 'most', of });
const wildcard = (text: string): QueryTree => ({ kind: 'wildcard', text });
const cloud: QueryTree = { kind: 'filter', filter: { by: 'facet', facet: 'tags', value: 'cloud' } };
const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
const inTitle = (of: QueryTree): QueryTree => ({ kind: 'field', field: 'title', of });

/** Undated, so in order of id. */
const few: readonly Post[] = [
  createPost({ id: '0.md', title: 'Spark streams', text: 'A slow cluster of Spark jobs.', tags: ['cloud'] }),
  createPost({ id: '1.md', title: 'Slow food', text: 'The cluster is slow. Nobody has a job.' }),
  createPost({ id: '2.md', title: 'Dask', text: 'Spark clusters and node.js.', tags: ['slow cluster'] }),
  createPost({ id: '3.md', title: 'Nothing', text: 'Rust.' }),
];

/** @param skips what the engine cannot do: its tests must fail, and the property does not ask for it */
export const describeMatcher = (
  name: string,
  openMatcher: OpenMatcherOfPosts,
  skips: readonly Skip<MatcherFeature>[] = [],
): void => {
  const itDoes = testFeatures(skips);

  describe(`${name}, as every matcher,`, () => {
    let opened: Matcher | undefined;
    beforeAll(async () => {
      opened = await openMatcher(few);
    });
    const ask = async (tree: QueryTree, options?: MatchOptions): Promise<Matches> => {
      if (opened === undefined) throw new Error('the matcher is not open yet');
      return opened.match(analyzeQuery(tree, contractAnalyzer, { words: contractWords }), options);
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

    it('finds its relatives, also of a form of it that nobody wrote', async () => {
      expect(await found(term('jobs'))).toEqual([0, 1]);
      expect(await found(term('dasks'))).toEqual([2]);
      expect(await found(phrase('dasks'))).toEqual([]);
    });

    it('finds every word that begins as asked', async () => {
      expect(await found(wildcard('s'))).toEqual([]);
      expect(await found(wildcard('sl'))).toEqual([0, 1, 2]);
      expect(await found(wildcard('spark'))).toEqual([0, 2]);
    });

    it('finds a misspelt word, unless its first letter is wrong, and says what it was taken for', async () => {
      expect(await found(term('sparrk'))).toEqual([0, 2]);
      expect(await found(term('zpark'))).toEqual([]);
      expect((await ask(term('sparrk'))).words).toEqual([
        { documents: 0, isDropped: false, corrections: [{ term: 'spark', documents: 2 }] },
      ]);
      expect((await ask(term('spark'))).words).toEqual([{ documents: 2, isDropped: false, corrections: [] }]);
    });

    itDoes('swaps', 'takes two letters that changed places for one edit', async () => {
      expect(await found(term('sprak'))).toEqual([0, 2]);
    });

    it('finds what a word begins or is a misspelling of only where it finds little itself', async () => {
      const text = (word: string, count: number) => Array.from({ length: count }, () => word);
      const matcher = await openMatcher(
        [
          ...text('desk desk desk', 10),
          ...text(`dusk ${Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ')}`, 1),
          ...text('disk', 3),
          ...text('disks', 3),
          ...text('diskette', 20),
        ].map((word, at) => createPost({ id: `${100 + at}.md`, title: '', text: word })),
      );
      const count = async (tree: QueryTree) =>
        (await matcher.match(analyzeQuery(tree, contractAnalyzer, { words: contractWords }))).ordinals.length;
      /** The least score of those after so many, and the greatest of these. */
      const worstAndBest = async (tree: QueryTree, others: number) => {
        const query = analyzeQuery(tree, contractAnalyzer, { words: contractWords });
        const { scores } = await matcher.match(query);
        return [Math.min(...scores.slice(others)), Math.max(...scores.slice(0, others))];
      };
      // Three have the word and three its relative: enough.
      expect(await count(prefix('disk'))).toBe(6);
      // One has the word, and very many what it may be a misspelling of; not very many, what it may be besides.
      expect(await count(term('dusk'))).toBe(1 + 10);
      // The one that has it comes first, though the others say theirs more often.
      const [worst = 0, best = 0] = await worstAndBest(term('dusk'), 10);
      expect(worst).toBeGreaterThan(best);
      // None has the word: what it begins is found, and that is enough.
      expect(await count(prefix('diske'))).toBe(20);
      // Nor does any begin so.
      expect(await count(prefix('dexk'))).toBe(10);
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

    it('finds what has enough of some words, compared to what has most of them', async () => {
      expect(await found(most(term('spark'), term('rust')))).toEqual([0, 2, 3]);
      // One that is everywhere is too little beside four that are not.
      const matcher = await openMatcher(
        ['we like spark and dask on linux', 'we like it', 'we', 'nobody'].map((text, at) =>
          createPost({ id: `${at}.md`, title: '', text }),
        ),
      );
      const match = async (tree: QueryTree, within?: OrdinalSet) => {
        const query = analyzeQuery(tree, contractAnalyzer, { words: contractWords });
        return [...(await matcher.match(query, within && { within })).ordinals];
      };
      const long = most(...'we spark dask linux'.split(' ').map(term));
      expect(await match(long)).toEqual([0]);
      expect(await match(any(...'we spark dask linux'.split(' ').map(term)))).toEqual([0, 1, 2]);
      // The fullest is looked for among all documents, whatever they are filtered by, but not without the words that must be there.
      expect(await match(long, OrdinalSet.of(4, [1, 2, 3]))).toEqual([]);
      expect(await match(all(phrase('nobody'), long))).toEqual([]);
      expect(await match(all(long, not(term('linux'))))).toEqual([]);
    });

    it('says which words it did without, the least telling, where no document has all of them', async () => {
      const dropped = async (...words: readonly string[]) =>
        (await ask(most(...words.map(term)))).words.map(({ isDropped }) => isDropped);
      expect(await dropped('spark', 'slow')).toEqual([false, false]);
      expect(await dropped('slow', 'cluster', 'rust')).toEqual([true, true, false]);
      expect(await dropped('spark', 'food')).toEqual([true, false]);
      expect((await ask(any(term('rust'), term('food')))).words.map(({ isDropped }) => isDropped)).toEqual([
        false,
        false,
      ]);
      expect(await dropped('nowhere')).toEqual([false]);
    });

    it('finds what passes a filter, by its number', async () => {
      const query = analyzeQuery(all(any(cloud, term('rust')), not(term('dask'))), contractAnalyzer, {
        words: contractWords,
      });
      const match = async (options?: MatchOptions) => [
        ...((await opened?.match(query, options))?.ordinals ?? []),
      ];
      expect(await match({ filters: [OrdinalSet.of(few.length, [0, 2])] })).toEqual([0, 3]);
      expect(await match({ filters: Promise.resolve([OrdinalSet.of(few.length, [1])]) })).toEqual([1, 3]);
      expect(await match()).toEqual([3]);
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

    it('adds up what words are worth, in whatever branch they stand', async () => {
      const alone = scoresOf(await ask(term('clusters'))).get(2) ?? Number.NaN;
      const more = scoresOf(await ask(any(term('clusters'), all(term('spark'), term('rust')))));
      expect(more.get(2)).toBeGreaterThan(alone);
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

    describeMatcherProperties(
      openMatcher,
      skips.every(({ feature }) => feature !== 'phrases'),
    );
  });
};
