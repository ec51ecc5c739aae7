import { expect, test } from 'vitest';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { PostUrls } from '../../src/evaluation/name-posts.js';
import { toReport } from '../../src/evaluation/report.js';

const queries = [
  { text: 'good', judgments: new Map([['/a/', 1]]) },
  {
    text: 'middling',
    judgments: new Map([
      ['/a/', 1],
      ['/b/', 3],
      ['/x/', 0],
      ['/gone/', 2],
    ]),
  },
  { text: 'bad', judgments: new Map([['/b/', 1]]) },
];
const byQuery = (rankings: Readonly<Record<string, readonly string[]>>) => (text: string) =>
  Promise.resolve(rankings[text] ?? []);
const urls = new PostUrls(['/a/', '/b/', '/x/']);

test('a report has the means, and the queries that fell short, worst first', async () => {
  const evaluation = await evaluate(queries, byQuery({ good: ['/a/', '/b/'], middling: ['/x/', '/b/'] }));
  // (7 / log2 3) / (7 + 3 / log2 3 + 1 / 2)
  const middling = 7 / Math.log2(3) / (7 + 3 / Math.log2(3) + 0.5);
  const { sets, all } = toReport([{ name: 'some.tsv', evaluation }], urls);
  expect(all.ndcg).toBeCloseTo((1 + middling) / 3, 12);
  expect(all.mrr).toBeCloseTo(0.5, 12);
  expect(all.recall).toBeCloseTo((1 + 1 / 3) / 3, 12);
  expect(sets[0]?.short).toEqual([
    { query: 'bad', ndcg: 0, expected: [{ url: '/b/', grade: 1, isIndexed: true }] },
    {
      query: 'middling',
      ndcg: middling,
      first: '/x/',
      expected: [
        { url: '/b/', grade: 3, rank: 2, isIndexed: true },
        { url: '/gone/', grade: 2, isIndexed: false },
        { url: '/a/', grade: 1, isIndexed: true },
      ],
    },
  ]);
});

test('sets count the same, however many queries they have; what two rankings differ in comes first', async () => {
  const one = await evaluate(queries, byQuery({ good: ['/a/'], bad: ['/b/'] }));
  const other = await evaluate(queries, byQuery({ good: ['/x/', '/a/'] }));
  const alone = await evaluate(queries.slice(0, 1), byQuery({ good: ['/a/'] }));
  const report = toReport(
    [
      { name: 'one.tsv', evaluation: one, other },
      { name: 'two.tsv', evaluation: alone, other: alone },
    ],
    urls,
  );
  expect(report.all.ndcg).toBeCloseTo((2 / 3 + 1) / 2, 12);
  expect(report.other?.mrr).toBeCloseTo((1 / 6 + 1) / 2, 12);
  expect(report.sets.map(({ differences }) => differences?.map(({ query }) => query))).toEqual([
    ['bad', 'good'],
    [],
  ]);
});
