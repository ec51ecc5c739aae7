import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnalyzedQuery, AnalyzedTree, Form, QueryWord } from '../../../src/analysis/index.js';
import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { corpus, createSource, type Doc, partsOf, stem, word, wordsOf } from './corpus.js';
import { NaiveEngine } from './naive-engine.js';

/** Words as they stand in the documents, text by text. */
const textsOf = (docs: readonly Doc[]): readonly (readonly string[])[] =>
  docs
    .flatMap(({ title = '', body, code = '', tags }) => [title, `${body} ${code}`, tags])
    .map(wordsOf)
    .filter(({ length }) => length > 0);

/** What nearly every document says, and what two of them say that may be meant for it. */
const common = 'abacus';
const rare = ['abacu', 'abadus'];

/** Words of the corpus, their beginnings, and what is near to them. */
const termOf = (texts: readonly (readonly string[])[]): fc.Arbitrary<string> => {
  const known = texts.flat();
  if (known.length === 0) return word;
  const one = fc.constantFrom(...known);
  return fc.oneof(
    { weight: 1, arbitrary: word },
    { weight: 6, arbitrary: one },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...known.filter((text) => rare.includes(text)), ...known.slice(0, 1)),
    },
    { weight: 2, arbitrary: one.map((text) => text.slice(0, -1) || text) },
    { weight: 2, arbitrary: one.map((text) => `${text}b`) },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => a + b) },
  );
};

const formOf = (texts: readonly (readonly string[])[]): fc.Arbitrary<Form> => {
  const weight = fc.constantFrom(1, 0.8, 0.5);
  const term = fc.record({
    kind: fc.constant('term' as const),
    term: termOf(texts),
    weight,
    prefix: fc.constantFrom('never' as const, 'scarce' as const, 'always' as const),
    maxEdits: fc.constantFrom(0, 1, 2),
    relatives: fc.boolean(),
  });
  const own = texts.filter(({ length }) => length > 1);
  if (own.length === 0) return term;
  const sequence = fc
    .tuple(fc.constantFrom(...own), fc.nat(), fc.integer({ min: 2, max: 3 }), weight)
    .map(([all, from, count, ofForm]): Form => {
      const first = from % (all.length - 1);
      const terms = all.slice(first, first + count);
      return { kind: 'sequence', terms, offsets: [...terms.keys()], weight: ofForm };
    });
  return fc.oneof({ weight: 4, arbitrary: term }, { weight: 1, arbitrary: sequence });
};

const wordOf = (texts: readonly (readonly string[])[]): fc.Arbitrary<QueryWord> =>
  fc
    .record({
      forms: fc.array(formOf(texts), { minLength: 1, maxLength: 2 }),
      weight: fc.constantFrom(1, 1, 0.1),
      field: fc.constantFrom(undefined, undefined, undefined, 'title' as const, 'body' as const),
    })
    .map(({ forms, weight, field }) => ({ text: 'a word', forms, weight, ...(field && { field }) }));

type Shape = (of: readonly AnalyzedTree[]) => AnalyzedTree;

/** With a filter, and without the last word where there is more than one. */
const shapes: readonly Shape[] = [
  (of) => ({ kind: 'most', of }),
  (of) => ({ kind: 'any', of }),
  (of) => ({ kind: 'all', of }),
  (of) => ({ kind: 'all', of: [{ kind: 'most', of: of.slice(1) }, ...of.slice(0, 1)] }),
  (of) => ({
    kind: 'all',
    of: [
      { kind: 'most', of },
      { kind: 'filter', filter: 0 },
    ],
  }),
  (of) => ({
    kind: 'all',
    of: [
      { kind: 'most', of: of.slice(0, -1) },
      ...of.slice(-1).map((last): AnalyzedTree => ({ kind: 'not', of: last })),
    ],
  }),
];

const isExcluding = (tree: AnalyzedTree): boolean =>
  tree.kind === 'all' && tree.of.some(({ kind }) => kind === 'not');

const toQuery = (words: readonly QueryWord[], shape: Shape): AnalyzedQuery => {
  const tree = shape(words.map((_, number) => ({ kind: 'word', word: number })));
  const excluded = isExcluding(tree) ? words.length - 1 : -1;
  return {
    words: words.map((asked, number) => (number === excluded ? { ...asked, excluded: true } : asked)),
    filters: [],
    tree,
    stem,
  };
};

/** Half of the corpora have words that find little beside one that many documents have. */
const crowded = fc.tuple(corpus, fc.boolean()).map(([docs, isCrowded]): readonly Doc[] => {
  if (!isCrowded) return docs;
  const others = Array.from({ length: 24 }, (_, at) => ({
    id: `post-${docs.length + at}`,
    body: `${at % 2 === 0 ? common : ''} ${rare[at] ?? ''} b`,
    tags: at % 5 === 0 ? common : '',
  }));
  return [...docs, ...others];
});

const questions = crowded.chain((docs) =>
  fc.record({
    docs: fc.constant(docs),
    asked: fc.array(
      fc
        .tuple(fc.array(wordOf(textsOf(docs)), { minLength: 1, maxLength: 4 }), fc.constantFrom(...shapes))
        .map(([words, shape]) => toQuery(words, shape)),
      { minLength: 1, maxLength: 4 },
    ),
    keep: fc.constantFrom(2, 3),
  }),
);

const sizeOf = ({ forms: [form] }: QueryWord): number => (form?.kind === 'sequence' ? form.terms.length : 1);

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

describe('the compiled index', () => {
  test('finds, scores and explains what looking at every word finds', async () => {
    const met = {
      matches: 0,
      twoWords: 0,
      titles: 0,
      relatives: 0,
      completions: 0,
      misspellings: 0,
      laterTiers: 0,
      sequences: 0,
      corrections: 0,
      filtered: 0,
      dropped: 0,
      leftOut: 0,
    };
    const count = (what: keyof typeof met, isMet: boolean): void => {
      if (isMet) met[what] += 1;
    };
    let all = 0;
    await fc.assert(
      fc.asyncProperty(questions, async ({ docs, asked, keep }) => {
        const naive = new NaiveEngine(docs);
        const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
        const even = [...docs.keys()].filter((ordinal) => ordinal % 2 === 0);
        const filters = [OrdinalSet.of(docs.length, even)];
        for (const query of asked) {
          all += 1;
          const read = query.words.map((asked) => naive.read(asked));
          const scored = read.filter((_, number) => !query.words[number]?.excluded);
          const sizes = query.words
            .filter(({ excluded }) => !excluded)
            .map((asked) => asked.weight * sizeOf(asked));
          const expected = naive.match(query.tree, read, [new Set(even)]);
          const matches = await matcher.match(query, { filters });
          expect([...matches.ordinals]).toEqual(expected);
          const wanted = expected.map((ordinal) => naive.score(ordinal, scored, sizes));
          for (const [at, score] of wanted.entries())
            expect(isClose(matches.scores[at] ?? Number.NaN, score), `${matches.scores[at]} ${score}`).toBe(
              true,
            );
          expect(matches.words.map(({ documents, corrections }) => ({ documents, corrections }))).toEqual(
            read.map(({ documents, corrections }) => ({ documents: documents[0]?.size ?? 0, corrections })),
          );

          const kept = expected.filter((ordinal) => ordinal % keep === 0);
          const within = OrdinalSet.of(
            docs.length,
            [...docs.keys()].filter((ordinal) => ordinal % keep === 0),
          );
          const fewer = await matcher.match(query, { filters, within });
          expect([...fewer.ordinals]).toEqual(kept);
          const scoreOf = new Map(
            Array.from(matches.ordinals, (ordinal, at) => [ordinal, matches.scores[at]]),
          );
          expect([...fewer.scores]).toEqual(kept.map((ordinal) => scoreOf.get(ordinal)));

          const explanations = await matcher.explain(query, expected, { filters });
          for (const [at, { score, parts }] of explanations.entries()) {
            expect(isClose(score, matches.scores[at] ?? Number.NaN)).toBe(true);
            expect(
              isClose(
                score,
                parts.reduce((sum, part) => sum + part.score, 0),
              ),
            ).toBe(true);
            const words = parts.filter(({ what }) => what === 'word');
            for (const { terms = [] } of words)
              expect(terms.length > 0 && terms.every(({ evidence }) => evidence > 0)).toBe(true);
            const kinds = new Set(words.flatMap(({ terms = [] }) => terms.map(({ kind }) => kind)));
            count('twoWords', words.length > 1);
            count(
              'titles',
              parts.some(({ what }) => what === 'title'),
            );
            count('relatives', kinds.has('relative'));
            count('completions', kinds.has('completion'));
            count('misspellings', kinds.has('misspelling'));
            count('sequences', kinds.has('sequence'));
          }
          count('matches', expected.length > 0);
          count(
            'laterTiers',
            scored.some(({ documents }) => documents.filter(({ size }) => size > 0).length > 1),
          );
          count(
            'corrections',
            read.some(({ corrections }) => corrections.length > 0),
          );
          count('filtered', kept.length > 0 && kept.length < expected.length);
          count(
            'dropped',
            matches.words.some(({ isDropped }) => isDropped),
          );
          count(
            'leftOut',
            query.tree.kind === 'most' &&
              docs.some(
                (_, ordinal) =>
                  !expected.includes(ordinal) && scored.some(({ scores }) => scores.has(ordinal)),
              ),
          );
        }
      }),
      { numRuns: 400 },
    );
    for (const [what, times] of Object.entries(met)) expect(times, `${what} of ${all}`).toBeGreaterThan(20);
  }, 60_000);
});
