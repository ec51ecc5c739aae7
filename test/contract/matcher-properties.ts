/**
 * What holds of a matcher whatever is asked, held to what looking at every word of every post finds.
 * @module
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AnalyzedQuery, type AnalyzedTree, analyzeQuery } from '../../src/analysis/index.js';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
import type { Matcher, Matches } from '../../src/engines/matcher.js';
import { createBm25f } from '../../src/ranking/bm25f.js';
import { contractAnalyzer, contractWords, type OpenMatcherOfPosts } from './matcher-subject.js';
import { NaiveMatcher } from './naive-matcher.js';
import { type Asked, cases } from './random-questions.js';

/** How many questions met what; a property that met too little held nothing. */
class Met {
  readonly #counts = new Map<string, number>();
  #questions = 0;

  add(...met: readonly (string | false)[]): void {
    this.#questions += 1;
    for (const what of met) if (what !== false) this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** @param floors the least share of the questions that must have met each */
  expectAtLeast(floors: Readonly<Record<string, number>>): void {
    const shares = Object.fromEntries(
      Object.keys(floors).map((what) => [what, (this.#counts.get(what) ?? 0) / this.#questions]),
    );
    const missed = Object.entries(floors).filter(([what, floor]) => (shares[what] ?? 0) < floor);
    expect(missed, JSON.stringify(shares)).toEqual([]);
  }
}

const nodesOf = (tree: AnalyzedTree): readonly AnalyzedTree[] => {
  if (tree.kind === 'word' || tree.kind === 'filter') return [tree];
  return [tree, ...(tree.kind === 'not' ? [tree.of] : tree.of).flatMap(nodesOf)];
};

export const scoresOf = ({ ordinals, scores }: Matches): ReadonlyMap<number, number> =>
  new Map(Array.from(ordinals, (ordinal, at) => [ordinal, scores[at] ?? Number.NaN]));

export const expectClose = (
  found: ReadonlyMap<number, number>,
  expected: ReadonlyMap<number, number>,
): void => {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [ordinal, score] of expected) {
    const tolerance = 1e-9 * Math.max(1, Math.abs(score));
    expect(Math.abs((found.get(ordinal) ?? Number.NaN) - score)).toBeLessThanOrEqual(tolerance);
  }
};

/** Best first; what is equally good by ordinal. */
const ranked = (matches: Matches): readonly number[] =>
  [...scoresOf(matches)].sort(([a, x], [b, y]) => y - x || a - b).map(([ordinal]) => ordinal);

const isSubset = (some: Iterable<number>, all: Iterable<number>): boolean => {
  const known = new Set(all);
  return [...some].every((ordinal) => known.has(ordinal));
};

/** Only matches, in order, with scores that say whether a word of the question is there. */
const expectDocuments = (naive: NaiveMatcher, query: AnalyzedQuery, matches: Matches): void => {
  expect([...matches.ordinals]).toEqual(naive.match(query));
  const words = naive.read(query).filter(({ word }) => !word.excluded);
  const wrong = [...scoresOf(matches)].filter(([ordinal, score]) =>
    words.some(({ documents }) => documents.flat().includes(ordinal))
      ? !(score > 0 && score < Infinity)
      : score !== 0,
  );
  expect(wrong).toEqual([]);
};

/** What became of the words, and the terms that they stand for: none of those that are asked not to be there. */
const expectWords = (naive: NaiveMatcher, query: AnalyzedQuery, { terms, words }: Matches): void => {
  const read = naive.read(query);
  expect(words.map(({ documents }) => documents)).toEqual(
    read.map(({ documents: [own = []] }) => own.length),
  );
  expect(words.map(({ corrections }) => corrections)).toEqual(read.map(({ corrections }) => corrections));
  const expected = new Map<string, number[]>();
  for (const [number, { word, tiers }] of read.entries()) {
    const names = word.excluded ? [] : tiers.flat().flatMap((form) => form.terms);
    for (const name of new Set(names)) expected.set(name, [...(expected.get(name) ?? []), number]);
  }
  const sorted = (of: Iterable<readonly [string, readonly number[]]>) =>
    [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(Array.from(terms, ([name, { words: numbers }]) => [name, numbers] as const))).toEqual(
    sorted(expected),
  );
  expect([...terms.values()].filter(({ weight }) => !(weight > 0 && weight < Infinity))).toEqual([]);
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

/** The first word of the tree may be said in another way too. */
const withOtherForm = (query: AnalyzedQuery, { otherForm }: Asked): AnalyzedQuery => ({
  ...query,
  words: query.words.map((word, number) =>
    number === 0 ? { ...word, forms: [...word.forms, otherForm] } : word,
  ),
});

/** @param phrases whether the engine finds words that stand one after the other */
export const describeMatcherProperties = (openMatcher: OpenMatcherOfPosts, phrases: boolean): void => {
  const analyze = (tree: QueryTree, fuzzy = true): AnalyzedQuery =>
    analyzeQuery(tree, contractAnalyzer, { words: contractWords, fuzzy });
  /** Where an engine cannot tell whether words stand one after the other, nothing is asked that depends on it. */
  const isAskable = ({ words }: AnalyzedQuery): boolean =>
    phrases || words.every(({ forms }) => forms.every(({ kind }) => kind !== 'sequence'));

  const forQuestions = (
    run: (asked: Asked, of: { readonly matcher: Matcher; readonly naive: NaiveMatcher }) => Promise<void>,
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(cases, async ({ posts, questions }) => {
        const of = { matcher: await openMatcher(posts), naive: new NaiveMatcher(posts) };
        for (const question of questions) await run(question, of);
      }),
      { numRuns: 100 },
    );
  const ask = (matcher: Matcher, naive: NaiveMatcher, query: AnalyzedQuery): Promise<Matches> =>
    matcher.match(query, { filters: query.filters.map((filter) => setOf(naive, naive.pass(filter))) });
  const setOf = ({ documents }: NaiveMatcher, ordinals: Iterable<number>): OrdinalSet =>
    OrdinalSet.of(documents.length, ordinals);

  it('finds for random trees what looking at every word finds', async () => {
    const met = new Met();
    await forQuestions(async (asked, { matcher, naive }) => {
      const query = withOtherForm(analyze(asked.tree), asked);
      if (!isAskable(query)) return;
      const matches = await ask(matcher, naive, query);
      expectDocuments(naive, query, matches);
      expectWords(naive, query, matches);
      const twoPassages = await expectPassages(naive, matcher, matches);

      const scored = naive.read(query).filter(({ word }) => !word.excluded);
      const ofMatches = [...matches.ordinals].map((ordinal) =>
        scored.map((word) => naive.find(ordinal, word)).filter(({ length }) => length > 0),
      );
      const nodes = nodesOf(query.tree);
      const someAndNotAll = matches.ordinals.length > 0 && matches.ordinals.length < naive.documents.length;
      const has = (kind: AnalyzedTree['kind']): boolean => nodes.some((node) => node.kind === kind);
      const isFound = (of: (word: (typeof scored)[number]) => readonly number[]): boolean =>
        scored.some((word) => of(word).some((ordinal) => matches.ordinals.includes(ordinal)));
      const any = nodes.filter(({ kind }) => kind === 'most');
      met.add(
        ofMatches.some(({ length }) => length > 1) && 'two words',
        ofMatches.some((all) => new Set(all.flat().map(({ field }) => field)).size > 1) && 'two fields',
        twoPassages && 'two passages',
        someAndNotAll && has('not') && 'not',
        someAndNotAll && has('filter') && 'filter',
        any.some((most) => {
          const enough = naive.match({ ...query, tree: most }).length;
          const some = naive.match({ ...query, tree: { ...most, kind: 'any' } as AnalyzedTree }).length;
          return enough > 0 && enough < some;
        }) && 'not enough',
        isFound(({ documents: [, begun = []] }) => begun) && 'completions',
        isFound(({ documents: [, , misspelt = []] }) => misspelt) && 'misspellings',
        scored.some(({ tiers: [own = []] }) => own.some(({ kind }) => kind === 'relative')) && 'relatives',
        scored.some(({ tiers: [own = []] }) => own.some(({ kind }) => kind === 'sequence')) && 'sequences',
      );
    });
    met.expectAtLeast({
      'two words': 0.2,
      'two fields': 0.2,
      'two passages': 0.05,
      not: 0.05,
      filter: 0.03,
      'not enough': 0.03,
      completions: 0.02,
      misspellings: 0.02,
      relatives: 0.1,
      ...(phrases && { sequences: 0.1 }),
    });
  });

  it('finds no more with a word, or a phrase, that is asked not to be there', async () => {
    const met = new Met();
    await forQuestions(async ({ tree, leaf }, { matcher, naive }) => {
      const without = analyze({ kind: 'all', of: [tree, { kind: 'not', of: leaf }] });
      const all = await ask(matcher, naive, analyze(tree));
      const left = await ask(matcher, naive, without);
      expect(isSubset(left.ordinals, all.ordinals)).toBe(true);
      met.add(left.ordinals.length > 0 && left.ordinals.length < all.ordinals.length && 'left out');
    });
    met.expectAtLeast({ 'left out': 0.1 });
  });

  it('finds a phrase only where all of its words are', async () => {
    const met = new Met();
    await forQuestions(async ({ phrase }, { matcher, naive }) => {
      const found = await ask(matcher, naive, analyze(phrase));
      const words = phrase.text.split(' ').map((text): QueryTree => ({ kind: 'phrase', text }));
      const all = await ask(matcher, naive, analyze({ kind: 'all', of: words }));
      expect(isSubset(found.ordinals, all.ordinals)).toBe(true);
      met.add(found.ordinals.length > 0 && 'found', found.ordinals.length < all.ordinals.length && 'fewer');
    });
    met.expectAtLeast({ found: 0.3, ...(phrases && { fewer: 0.1 }) });
  });

  it('finds and scores the same whether a filter is part of the question or beside it', async () => {
    const met = new Met();
    await forQuestions(async ({ tree, filter }, { matcher, naive }) => {
      const inside = analyze({ kind: 'all', of: [tree, filter] });
      const passing = setOf(
        naive,
        inside.filters.slice(-1).flatMap((last) => naive.pass(last)),
      );
      const query = analyze(tree);
      const filters = query.filters.map((own) => setOf(naive, naive.pass(own)));
      const beside = await matcher.match(query, { within: passing, filters });
      expectClose(scoresOf(await ask(matcher, naive, inside)), scoresOf(beside));
      const all = await ask(matcher, naive, query);
      expectClose(scoresOf(beside), new Map([...scoresOf(all)].filter(([ordinal]) => passing.has(ordinal))));
      expect(beside.words).toEqual(all.words);
      met.add(beside.ordinals.length > 0 && beside.ordinals.length < all.ordinals.length && 'filtered');
    });
    met.expectAtLeast({ filtered: 0.1 });
  });

  it('loses nothing by tolerance, and puts what it adds behind', async () => {
    const met = new Met();
    await forQuestions(async ({ word }, { matcher, naive }) => {
      const query = analyze(word);
      // Beside others, a word that is found after all makes posts with it better.
      if (query.words.length > 1) return;
      const exact = await ask(matcher, naive, analyze(word, false));
      const tolerant = await ask(matcher, naive, query);
      expect(ranked(tolerant).slice(0, exact.ordinals.length)).toEqual(ranked(exact));
      const scores = scoresOf(tolerant);
      expectClose(
        new Map([...scores].filter(([ordinal]) => exact.ordinals.includes(ordinal))),
        scoresOf(exact),
      );
      met.add(
        exact.ordinals.length > 0 && 'found',
        tolerant.ordinals.length > exact.ordinals.length && 'added',
      );
    });
    met.expectAtLeast({ found: 0.3, added: 0.03 });
  });

  it('puts what a word may begin, or be a misspelling of, behind the word itself', async () => {
    const met = new Met();
    await forQuestions(async ({ word }, { matcher, naive }) => {
      const query = analyze(word);
      if (!isAskable(query)) return;
      const tiers = naive.read(query).flatMap(({ documents }) => documents);
      const scores = scoresOf(await ask(matcher, naive, query));
      const ofTiers = tiers
        .map((ordinals) => ordinals.map((ordinal) => scores.get(ordinal) ?? Number.NaN))
        .filter(({ length }) => length > 0);
      if (query.words.length === 1)
        for (const [at, later] of ofTiers.slice(1).entries())
          expect(Math.max(...later)).toBeLessThan(Math.min(...(ofTiers[at] ?? [])));
      met.add(ofTiers.length > 0 && 'found', tiers.slice(1).flat().length > 0 && 'later');
    });
    met.expectAtLeast({ found: 0.5, later: 0.1 });
  });

  it('counts words as looking at every document does, and scores the same when told just that', async () => {
    const met = new Met();
    await forQuestions(async (asked, { matcher, naive }) => {
      const query = withOtherForm(analyze(asked.tree), asked);
      if (!isAskable(query)) return;
      const filters = query.filters.map((filter) => setOf(naive, naive.pass(filter)));
      const alone = await matcher.match(query, { filters });
      const counts = await matcher.count(query);
      expect(counts.documentCount).toBe(naive.documents.length);
      const expected = naive
        .read(query)
        .map(({ documents }) => documents.map((_, tier) => documents.slice(0, tier + 1).flat().length));
      // What no later form adds may be left out.
      const told = counts.words.map((tiers, word) =>
        expected[word]?.map((_, at) => tiers[at] ?? tiers.at(-1)),
      );
      expect(told).toEqual(expected);
      const { ordinals, scores, words } = await matcher.match(query, { filters, counts });
      expect([ordinals, scores, words]).toEqual([alone.ordinals, alone.scores, alone.words]);
      met.add(
        expected.some(([own = 0]) => own > 0) && 'found',
        expected.some((tiers) => (tiers.at(-1) ?? 0) > (tiers[0] ?? 0)) && 'later forms',
      );
    });
    met.expectAtLeast({ found: 0.5, 'later forms': 0.03 });
  });

  it('scores a word by how rare it is in all shards together, and finds the same', async () => {
    const met = new Met();
    const ranking = createBm25f()({ fields: [] });
    await forQuestions(async ({ word }, { matcher, naive }) => {
      const query = analyze(word, false);
      const own = await matcher.count(query);
      const [[alone = 0] = []] = own.words;
      if (query.words.length !== 1 || alone === 0 || own.words[0]?.some((count) => count !== alone)) return;
      const counts = { documentCount: own.documentCount + 1_000, words: [[alone + 500]] };
      const factor = ranking.idf(alone + 500, counts.documentCount) / ranking.idf(alone, own.documentCount);
      const before = await ask(matcher, naive, query);
      const after = await matcher.match(query, { counts });
      expectClose(
        scoresOf(after),
        new Map([...scoresOf(before)].map(([ordinal, score]) => [ordinal, factor * score])),
      );
      expect(after.words).toEqual(before.words);
      met.add('asked', Math.abs(factor - 1) > 0.1 && 'another score');
    });
    met.expectAtLeast({ asked: 0.3, 'another score': 0.3 });
  });

  it('explains scores in parts that add up to them', async () => {
    const met = new Met();
    await forQuestions(async (asked, { matcher, naive }) => {
      const query = withOtherForm(analyze(asked.tree), asked);
      const passing = query.filters.map((filter) => setOf(naive, naive.pass(filter)));
      const own = await matcher.count(query);
      const counts = { documentCount: 100, words: own.words.map((tiers) => tiers.map((count) => count + 7)) };
      const options = { filters: passing, counts };
      const matches = await matcher.match(query, options);
      const explanations = await matcher.explain(query, [...matches.ordinals], options);
      const sums = explanations.map(({ parts }) => parts.reduce((sum, { score }) => sum + score, 0));
      expectClose(new Map(sums.entries()), new Map(matches.scores.entries()));
      expectClose(
        new Map(explanations.map(({ score }, at) => [at, score])),
        new Map(matches.scores.entries()),
      );
      met.add(
        explanations.some(({ parts }) => parts.filter(({ what }) => what === 'word').length > 1) &&
          'two parts',
      );
    });
    met.expectAtLeast({ 'two parts': 0.2 });
  });
};
