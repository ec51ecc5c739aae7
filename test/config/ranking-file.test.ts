import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { readRankingFile } from '../../src/config/ranking-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-ranking-'));
});

const write = async (text: string, name = 'lookback.ranking.json'): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

describe('which ranking file is read', () => {
  test('none, where there is none', async () => {
    expect(await loadConfig({ folder })).not.toHaveProperty('ranking');
  });

  test('that beside the configuration', async () => {
    const file = await write('{}');
    expect((await loadConfig({ folder })).ranking).toBe(file);
    await mkdir(join(folder, 'site'));
    await write('{}', 'site/my.config.json');
    expect(await loadConfig({ folder, file: 'site/my.config.json' })).not.toHaveProperty('ranking');
    const beside = await write('{}', 'site/lookback.ranking.json');
    expect((await loadConfig({ folder, file: 'site/my.config.json' })).ranking).toBe(beside);
  });

  test('that which is named, whether it is there or not', async () => {
    await write('{}');
    const { ranking } = await loadConfig({ folder, flags: { ranking: 'other.json' } });
    expect(ranking).toBe(join(folder, 'other.json'));
    await expect(readRankingFile(ranking ?? '')).rejects.toMatchObject({
      code: 'config-unreadable',
      file: ranking,
    });
  });
});

describe('what a ranking file may say', () => {
  test('nothing', async () => {
    const file = await write('{}');
    expect(await readRankingFile(file)).toEqual({ file, settings: { pins: [] } });
  });

  test('pins, with their days if wanted, and recency', async () => {
    const settings = {
      pins: [
        { query: 'tea', urls: ['/tea/', 'https://example.org/cups/'] },
        { query: 'cups', urls: ['/cups/'], from: '2024-01-01', to: '2024-02-29' },
      ],
      recency: { halfLife: 365.25, floor: 1 },
      fuzzy: false,
    };
    expect((await readRankingFile(await write(JSON.stringify(settings)))).settings).toEqual(settings);
  });

  test('no more than JSON', async () => {
    const file = await write('{"pins": [');
    await expect(readRankingFile(file)).rejects.toMatchObject({ code: 'config-unreadable', file });
  });

  const pin = { query: 'tea', urls: ['/tea/'] };
  test.each<[what: string, settings: unknown, problem: string]>([
    ['a list', [], 'the file: '],
    ['a setting that nobody knows', { pin: [] }, 'the file: pin is no setting'],
    ['a pin with one', { pins: [{ ...pin, url: '/a/' }] }, 'pins.0: url is no setting'],
    ['a pin of nothing', { pins: [{ ...pin, query: ' ' }] }, 'pins.0.query: must have a word'],
    ['a pin without a URL', { pins: [{ ...pin, urls: [] }] }, 'pins.0.urls: must name a URL'],
    ['a day that is none', { pins: [pin, { ...pin, from: '2023-02-29' }] }, 'pins.1.from: must be a day'],
    [
      'days in the wrong order',
      { pins: [{ ...pin, from: '2024-02-01', to: '2024-01-01' }] },
      'pins.0: "from" is after "to"',
    ],
    ['more pins than a page should load', { pins: Array(1_001).fill(pin) }, 'pins: '],
    [
      'a half-life of nothing',
      { recency: { halfLife: 0, floor: 0.5 } },
      'recency.halfLife: must be a number of days',
    ],
    ['a floor of nothing', { recency: { halfLife: 1, floor: 0 } }, 'recency.floor: must be above 0'],
    ['a floor that lifts', { recency: { halfLife: 1, floor: 2 } }, 'recency.floor: must be at most 1'],
    ['tolerance that is no yes or no', { fuzzy: 'no' }, 'fuzzy: must be true or false'],
    ['a half-life as text', { recency: { halfLife: '1', floor: 0.5 } }, 'recency.halfLife: '],
  ])('not %s', async (_, settings, problem) => {
    const file = await write(JSON.stringify(settings));
    await expect(readRankingFile(file)).rejects.toMatchObject({
      code: 'config-invalid',
      file,
      hint: expect.stringContaining('"pins"'),
      problems: [expect.stringContaining(problem)],
    });
  });

  test('all that is wrong is told at once', async () => {
    const file = await write(JSON.stringify({ pins: [{ query: '', urls: [] }], recency: {} }));
    await expect(readRankingFile(file)).rejects.toMatchObject({
      problems: { length: 4 },
    });
  });
});
