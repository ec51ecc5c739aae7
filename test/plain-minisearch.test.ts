import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createFileSource, openIndex, parseParameters } from '../src/index.js';
import { createAnalyzer, createMiniSearchOptions } from '../src/minisearch.js';
import { openMiniSearch } from '../src/reader/open-minisearch.js';

const index = resolve(import.meta.dirname, '../index');

test('the MiniSearch index that the manifest names loads in plain MiniSearch and gives the hits and scores of `--engine minisearch`', async () => {
  const { shards } = JSON.parse(await readFile(resolve(index, 'manifest.json'), 'utf8'));
  const engine = await openIndex(createFileSource(index), { openMatcher: openMiniSearch });
  for (const [language, words] of [
    ['en', 'sql job'],
    ['de', 'die stunde'],
    ['cs', 'a se'],
    ['ja', 'デー'],
  ] as const) {
    const { minisearch } = shards.find((shard: { language: string }) => shard.language === language);
    const json = await readFile(resolve(index, minisearch.path), 'utf8');
    const plain = MiniSearch.loadJSON(json, createMiniSearchOptions(createAnalyzer(language)));
    const { query } = parseParameters([
      // In quotes a word is that word: neither unfinished nor misspelt, and without relatives.
      [
        'q',
        words
          .split(' ')
          .map((word) => `"${word}"`)
          .join(' '),
      ],
      ['lang', language],
      ['limit', '100'],
    ]);
    if (query === undefined) throw new Error('the parameters are right');
    const { hits } = await engine.ask(query);
    const expected = new Map(plain.search(words, { combineWith: 'AND' }).map(({ id, score }) => [id, score]));
    expect(expected.size).toBeGreaterThan(0);
    expect(new Map(hits.map(({ id, score }) => [id, score]))).toEqual(expected);
  }
});
