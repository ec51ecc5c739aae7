import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import type { AnalyzedQuery, QueryWord } from '../../../src/analysis/index.js';
import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import { fieldNames } from '../../../src/domain/fields.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import type { Matches } from '../../../src/engines/matcher.js';
import { createBm25 } from '../../../src/ranking/bm25.js';
import type { RankingRule } from '../../../src/ranking/ranking.js';
import { expandWord } from '../../analysis/expand-word.js';
import {
  buildMiniSearch,
  corpus,
  createSource,
  type Doc,
  options,
  partsOf,
  word,
  wordsOf,
} from './corpus.js';

const textsOf = ({ title = '', body, code = '', tags }: Doc): Readonly<Record<string, string>> => ({
  title,
  body,
  code,
  taxonomy: tags,
});

/** Different words, most of them those of a corpus or nearly. */
const questionOf = (docs: readonly Doc[]): fc.Arbitrary<readonly QueryWord[]> => {
  const known = docs.flatMap((doc) => Object.values(textsOf(doc)).flatMap(wordsOf));
  const term =
    known.length === 0
      ? word
      : fc.oneof(
          { weight: 1, arbitrary: word },
          { weight: 4, arbitrary: fc.constantFrom(...known) },
          { weight: 1, arbitrary: fc.constantFrom(...known).map((text) => text.slice(0, -1) || text) },
        );
  return fc.uniqueArray(fc.record({ term, prefix: fc.boolean(), maxEdits: fc.constantFrom(0, 0, 1, 2) }), {
    selector: (asked) => asked.term,
    minLength: 1,
    maxLength: 4,
  });
};

const docsAndQuestions = corpus.chain((docs) =>
  fc.record({
    docs: fc.constant(docs),
    questions: fc.array(
      fc.record({
        words: questionOf(docs),
        kind: fc.constantFrom('any' as const, 'all' as const),
        keep: fc.constantFrom(1, 2, 3),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

const toQuery = (words: readonly QueryWord[], kind: 'any' | 'all'): AnalyzedQuery => ({
  words,
  tree: { kind, of: words.map((_, word) => ({ kind: 'word', word })) },
});

const boosts = fc.record({
  title: fc.constantFrom(1, 4, 2.5),
  body: fc.constantFrom(1, 0.7),
  taxonomy: fc.constantFrom(1, 3),
});

const ordinalOf = (id: unknown): number => Number(String(id).slice('post-'.length));

/** MiniSearch with another idea of what is a misspelling: ours. */
class OracleIndex extends MiniSearch<Doc> {
  static of(docs: readonly Doc[]): OracleIndex {
    const oracle = new OracleIndex(options);
    Object.assign(oracle, buildMiniSearch(docs));
    const tree = oracle._index;
    const terms = [...tree.keys()].sort();
    tree.fuzzyGet = (term, maxEdits) =>
      new Map(
        expandWord(terms, { term, prefix: false, maxEdits })
          .filter(({ kind }) => kind === 'edit')
          .map(({ term: found, edits }) => [found, [tree.get(found) ?? new Map(), edits]]),
      );
    return oracle;
  }

  ask(words: readonly QueryWord[], kind: 'any' | 'all', boost: Readonly<Record<string, number>>) {
    return this.search('words', {
      tokenize: () => words.map(({ term }) => term),
      prefix: (_, at) => words[at]?.prefix ?? false,
      fuzzy: (_, at) => words[at]?.maxEdits ?? 0,
      combineWith: kind === 'any' ? 'OR' : 'AND',
      boost,
    })
      .map(({ id, score, match, queryTerms }) => ({
        ordinal: ordinalOf(id),
        score,
        match,
        words: queryTerms,
      }))
      .sort((a, b) => a.ordinal - b.ordinal);
  }
}

/** Floats that are added up in another order are another sum. */
const expectScores = (
  { ordinals, scores }: Matches,
  expected: readonly { readonly ordinal: number; readonly score: number }[],
): void => {
  expect([...ordinals]).toEqual(expected.map(({ ordinal }) => ordinal));
  for (const [at, { score }] of expected.entries()) {
    expect(Math.abs((scores[at] ?? Number.NaN) / score - 1)).toBeLessThan(1e-9);
  }
};

const openMatcher = (docs: readonly Doc[], rule: RankingRule) =>
  openCompiledMatcher(createSource(partsOf(docs)).source, { rule });

describe('the compiled index and MiniSearch', () => {
  test('find the same documents with the same scores, but for rounding', async () => {
    const met = { questions: 0, twoWords: 0, twoFields: 0, filters: 0, expansions: 0 };
    await fc.assert(
      fc.asyncProperty(docsAndQuestions, boosts, async ({ docs, questions }, boost) => {
        const oracle = OracleIndex.of(docs);
        const matcher = await openMatcher(docs, createBm25({ boosts: boost }));
        for (const { words, kind, keep } of questions) {
          const all = oracle.ask(words, kind, boost);
          const kept = all.filter(({ ordinal }) => ordinal % keep === 0);
          const within = OrdinalSet.of(
            docs.length,
            [...docs.keys()].filter((ordinal) => ordinal % keep === 0),
          );
          const matches = await matcher.match(toQuery(words, kind), keep > 1 ? { within } : {});
          expectScores(matches, kept);
          for (const { match } of kept)
            for (const term of Object.keys(match)) expect(matches.terms.has(term)).toBe(true);
          met.questions += 1;
          if (kept.some((found) => found.words.length > 1)) met.twoWords += 1;
          if (kept.some(({ match }) => Object.values(match).some(({ length }) => length > 1)))
            met.twoFields += 1;
          if (kept.some(({ match }) => Object.keys(match).length > words.length)) met.expansions += 1;
          if (kept.length > 0 && kept.length < all.length) met.filters += 1;
        }
      }),
      { numRuns: 200 },
    );
    const { questions, ...counts } = met;
    for (const count of Object.values(counts)) expect(count / questions).toBeGreaterThan(0.2);
  });

  test('agree on what a word stands for and how telling each term is', async () => {
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(docsAndQuestions, async ({ docs, questions }) => {
        const { index } = buildMiniSearch(docs).toJSON();
        const known = index.map(([term]) => term).sort();
        const matcher = await openMatcher(docs, createBm25());
        for (const { words } of questions) {
          const { terms } = await matcher.match(toQuery(words, 'any'));
          const expected = new Map<string, { words: number[]; weight: number }>();
          for (const [number, asked] of words.entries()) {
            for (const { term, weight } of expandWord(known, asked)) {
              const postings = Object.values(index.find(([name]) => name === term)?.[1] ?? {});
              const frequency = new Set(postings.flatMap((documents) => Object.keys(documents))).size;
              const rarity = Math.log(1 + (docs.length - frequency + 0.5) / (frequency + 0.5));
              const before = expected.get(term) ?? { words: [], weight: 0 };
              if (before.words.length > 0) shared += 1;
              expected.set(term, {
                words: [...before.words, number],
                weight: Math.max(before.weight, weight * rarity),
              });
            }
          }
          expect([...terms.keys()].sort()).toEqual([...expected.keys()].sort());
          for (const [term, { words: numbers, weight }] of expected) {
            expect(terms.get(term)?.words).toEqual(numbers);
            expect(terms.get(term)?.weight).toBeCloseTo(weight, 12);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(shared).toBeGreaterThan(50);
  });
});

/** BM25F: fields are joined before their occurrences saturate. S. Robertson, H. Zaragoza, M. Taylor (CIKM 2004). */
const k = 1.2;
const b = 0.75;
const weightOf = (field: string): number => (field === 'title' ? 3 : 1);

const bm25f: RankingRule = ({ documentCount, fields }) => ({
  idf: (documentFrequency) =>
    Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)),
  norm: (field, length) => 1 - b + (b * length) / (fields[field]?.averageLength || 1),
  fieldWeight: (field) => weightOf(fields[field]?.name ?? ''),
  evidence: (frequency, norm) => frequency / norm,
  termScore: (evidence, idf) => (idf * evidence * (k + 1)) / (evidence + k),
  documentScore: (sum) => sum,
});

/** The same, word by word and document by document. */
const scoreNaively = (docs: readonly Doc[], words: readonly QueryWord[]) => {
  const documents = docs.map((doc) => {
    const texts = textsOf(doc);
    return fieldNames.map((field) => ({ field, words: wordsOf(texts[field] ?? '') }));
  });
  const known = [...new Set(documents.flat().flatMap((field) => field.words))].sort();
  const averages = fieldNames.map(
    (_, at) => documents.reduce((sum, fields) => sum + new Set(fields[at]?.words).size, 0) / docs.length,
  );
  const has = (fields: (typeof documents)[number], term: string): boolean =>
    fields.some((field) => field.words.includes(term));
  return documents.flatMap((fields, ordinal) => {
    let score = 0;
    for (const { term, weight } of words.flatMap((asked) => expandWord(known, asked))) {
      if (!has(fields, term)) continue;
      const frequency = documents.filter((other) => has(other, term)).length;
      const evidence = fields.reduce((sum, { field, words: own }, at) => {
        const occurrences = own.filter((other) => other === term).length;
        if (occurrences === 0) return sum;
        const norm = 1 - b + (b * new Set(own).size) / (averages[at] ?? 1);
        return sum + (weightOf(field) * occurrences) / norm;
      }, 0);
      const idf = Math.log(1 + (docs.length - frequency + 0.5) / (frequency + 0.5));
      score += (weight * idf * evidence * (k + 1)) / (evidence + k);
    }
    return score > 0 ? [{ ordinal, score }] : [];
  });
};

describe('another rule of ranking', () => {
  test('is told of all fields of a document together', async () => {
    let twoFields = 0;
    await fc.assert(
      fc.asyncProperty(docsAndQuestions, async ({ docs, questions }) => {
        const matcher = await openMatcher(docs, bm25f);
        for (const { words } of questions) {
          expectScores(await matcher.match(toQuery(words, 'any')), scoreNaively(docs, words));
          const isTwice = (doc: Doc): boolean =>
            words.some(
              ({ term }) =>
                Object.values(textsOf(doc)).filter((text) => wordsOf(text).includes(term)).length > 1,
            );
          if (docs.some(isTwice)) twoFields += 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(twoFields).toBeGreaterThan(30);
  });
});
