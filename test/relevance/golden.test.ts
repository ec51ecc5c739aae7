import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchEngine } from '../../src/domain/search.js';
import { parseJudgments } from '../../src/evaluation/parse-judgments.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { openIndex } from '../../src/reader/open-index.js';
import { createCommandLine } from '../cli/command-line.js';

const leastQueries = 40;
const file = join(import.meta.dirname, 'golden.tsv');
const queries = parseJudgments(readFileSync(file, 'utf8'), file);

let folder = '';
let engine: SearchEngine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-golden-'));
  const line = await createCommandLine();
  const posts = resolve(import.meta.dirname, '../../posts');
  expect(await line.run(['build', posts, '--out', folder])).toMatchObject({ code: 0 });
  engine = await openIndex(createFileSource(folder));
});
afterAll(() => rm(folder, { recursive: true }));

describe('posts/ answers first what is expected', () => {
  test('of enough queries, in every language', async () => {
    expect(queries.length).toBeGreaterThanOrEqual(leastQueries);
    const { hits } = await engine.ask({
      text: '',
      filters: {},
      sort: 'date',
      limit: 100,
      offset: 0,
      facets: [],
      fuzzy: true,
      facetLimit: 100,
      facetContains: '',
      prefer: [],
      explain: false,
    });
    const expected = new Set(queries.flatMap(({ judgments }) => [...judgments.keys()]));
    const covered = new Set(hits.filter(({ url }) => expected.has(url)).map(({ language }) => language));
    expect([...covered].sort()).toEqual(engine.languages);
  });

  test.each(queries)('$text', async ({ text, judgments }) => {
    const { hits } = await engine.ask({
      text,
      filters: {},
      sort: 'relevance',
      limit: 1,
      offset: 0,
      facets: [],
      fuzzy: true,
      facetLimit: 100,
      facetContains: '',
      prefer: [],
      explain: false,
    });
    expect([...judgments.keys()]).toContain(hits[0]?.url);
  });
});
