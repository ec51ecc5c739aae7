import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadJudgedSet, loadJudgedSets, parseBaselines } from './judged-set.js';
import { measure, openSet } from './measure.js';

const readme = `# fruit

| file | rows |
|---|---|
| docs | 3 |

| run | nDCG@10 | MAP | Recall@100 | MRR |
|---|---|---|---|---|
| BM25 | 0.9 | 0.1 | 0.8 | 0.7 |
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-fruit-de-'));
  await writeFile(join(folder, 'README.md'), readme);
  await writeFile(
    join(folder, 'docs.jsonl'),
    '{"id":"d1","title":"Apfel","text":"rot"}\n{"id":"d2","title":"","text":"Birne gelb"}\n{"id":"d3","title":"","text":"Birne Birne"}\n',
  );
  await writeFile(
    join(folder, 'queries.jsonl'),
    '{"id":"q1","text":"apfel"}\n{"id":"q2","text":"birne"}\n{"id":"q3","text":"unjudged"}\n',
  );
  await writeFile(join(folder, 'queries.typo.jsonl'), '{"id":"q1","text":"apfle","orig":"apfel"}\n');
  await writeFile(join(folder, 'qrels.tsv'), 'query_id\tdoc_id\tgrade\nq1\td1\t1\nq2\td2\t1\nq2\td3\t0\n');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a judged set', () => {
  it('is read as it lies in its folder', async () => {
    const set = await loadJudgedSet(folder);
    expect(set.name).toBe(basename(folder));
    expect(set.posts.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
    // What nobody judged is not asked.
    expect(set.queries.map(({ text }) => text)).toEqual(['apfel', 'birne']);
    expect(set.misspelt.map(({ text }) => text)).toEqual(['apfle']);
    expect(set.queries[1]?.judgments).toEqual(
      new Map([
        ['d2', 1],
        ['d3', 0],
      ]),
    );
    expect(set.baselines).toEqual([{ run: 'BM25', ndcg: '0.9', recall: '0.8', mrr: '0.7' }]);
  });

  it('is measured by both engines', async () => {
    const set = await loadJudgedSet(folder);
    const { ours, miniSearch } = await openSet(set);
    for (const engine of [ours, miniSearch]) {
      // q1 has its document first; q2 has it second, after the one that says the word twice.
      const exact = await measure(engine, set.queries);
      expect(exact.ndcg).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
      expect([exact.recall, exact.mrr]).toEqual([1, 0.75]);
      expect((await measure(engine, set.misspelt)).ndcg).toBe(1);
    }
    expect((await measure(ours, set.misspelt, false)).ndcg).toBe(0);
  });

  it('may have parts, and lie beside others', async () => {
    const name = basename(folder);
    await writeFile(join(folder, 'queries.train.jsonl'), '{"id":"q9","text":"gelb"}\n');
    await writeFile(join(folder, 'qrels.train.tsv'), 'query_id\tdoc_id\tgrade\nq9\td2\t1\n');
    const counts: number[] = [];
    for await (const { queries } of loadJudgedSets(dirname(folder), [name, `${name}.train`])) {
      counts.push(queries.length);
    }
    expect(counts).toEqual([2, 1]);
  });

  it('may have no baselines', () => {
    expect(parseBaselines('# nothing\n| a | b |\n|---|---|\n')).toEqual([]);
  });
});
