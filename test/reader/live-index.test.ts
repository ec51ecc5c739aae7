import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { LookbackError } from '../../src/domain/errors.js';
import { type LiveIndexOptions, openLiveIndex } from '../../src/reader/live-index.js';
import { openAllParts, openIndex } from '../../src/reader/open-index.js';
import {
  build,
  buildNew,
  laterPosts,
  now,
  type ObservedSource,
  observe,
  posts,
  query,
} from './small-blog.js';

const laterIds = Object.keys(laterPosts);
const isManifest = (path: string): boolean => path === 'manifest.json';
/** Of a compiled index, beside its root, which is in the manifest. */
const isPart = (path: string): boolean => path.endsWith('.txt');

let first: string;
let later: string;
beforeAll(async () => {
  [first, later] = [await buildNew(), await buildNew(laterPosts)];
});

let folder: string;
let source: ObservedSource;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-live-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(first, folder, { recursive: true });
  source = observe(folder);
});

/** As a deploy does that copies folders: what was there is gone. */
const replace = async (by = later): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  await cp(by, folder, { recursive: true });
};

const open = (options: LiveIndexOptions = {}) =>
  openLiveIndex(source, { now: () => now.getTime(), lookEvery: 0, ...options });

const idsOf = async (index: Awaited<ReturnType<typeof open>>): Promise<readonly string[]> =>
  (await index.ask(query)).hits.map(({ id }) => id).sort();

describe.each(['at-once', 'when-asked'] as const)(
  'an index that is replaced, its shards opened %s',
  (shards) => {
    test('answers, in all that it is asked, as one that is opened now', async () => {
      const index = await open({ shards });
      expect(await idsOf(index)).toEqual(Object.keys(posts));
      expect([index.documentCount, index.languages]).toEqual([3, ['de', 'en']]);
      expect((await index.post('2021-01-01-river.md'))?.title).toBe('The river');
      await replace();
      const fresh = await openIndex(source, { now: () => now.getTime() });
      expect(await index.ask(query)).toEqual(await fresh.ask(query));
      expect(await index.post('2021-01-01-river.md')).toBeUndefined();
      expect((await index.post('2023-01-01-sea.md'))?.title).toBe('The sea');
      expect([index.documentCount, index.languages]).toEqual([1, ['en']]);
    });

    test('by a build into the same folder', async () => {
      const index = await open({ shards });
      await build(folder, laterPosts);
      expect(await idsOf(index)).toEqual(laterIds);
    });

    test('between two looks: a file that is gone makes it look', async () => {
      const index = await open({ shards, lookEvery: Infinity });
      await replace();
      expect(await idsOf(index)).toEqual(laterIds);
    });

    test('between two looks: a file that is another by now makes it look', async () => {
      const index = await open({ shards, lookEvery: Infinity });
      await replace();
      source.before = async (path) => {
        const isOld = !(await stat(join(folder, path)).catch(() => false));
        if (!isOld) return;
        // A server that answers whatever it is asked for.
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), 'There is no such page.');
      };
      expect(await idsOf(index)).toEqual(laterIds);
    });

    test('is as it was while it is not looked at and needs no file', async () => {
      const index = await open({ shards, lookEvery: Infinity, openMatcher: openAllParts });
      const before = await index.ask(query);
      await replace();
      expect(await index.ask(query)).toEqual(before);
      expect((await index.post('2023-01-01-sea.md'))?.title).toBe('The sea');
      expect(await idsOf(index)).toEqual(laterIds);
    });
  },
);

describe('looks', () => {
  test('are as far apart as it is told', async () => {
    const index = await open({ lookEvery: 200 });
    source.reads.length = 0;
    await index.ask(query);
    await index.ask(query);
    expect(source.reads.filter(isManifest)).toEqual([]);
    await replace();
    await wait(210);
    expect(await idsOf(index)).toEqual(laterIds);
    await idsOf(index);
    expect(source.reads.filter(isManifest)).toHaveLength(1);
  });

  test('are one for questions that come together, and open one index', async () => {
    const index = await open();
    await replace();
    source.reads.length = 0;
    const answers = await Promise.all([idsOf(index), idsOf(index), idsOf(index)]);
    expect(answers).toEqual([laterIds, laterIds, laterIds]);
    expect(source.reads.filter(isManifest)).toHaveLength(1);
    expect(source.reads).toHaveLength(new Set(source.reads).size);
  });

  test('are one for questions that find together that files are gone', async () => {
    const index = await open({ lookEvery: Infinity, shards: 'when-asked' });
    await replace();
    source.reads.length = 0;
    const answers = await Promise.all([idsOf(index), idsOf(index), idsOf(index)]);
    expect(answers).toEqual([laterIds, laterIds, laterIds]);
    expect(source.reads.filter(isManifest)).toHaveLength(1);
  });

  test('are not taken by who fails after others have looked', async () => {
    const index = await open({ lookEvery: Infinity, shards: 'when-asked' });
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    source.before = (path) => (path.startsWith('de/') && isPart(path) ? released : undefined);
    const late = idsOf(index);
    await replace();
    expect((await index.ask({ ...query, filters: { languages: ['en'] }, facets: [] })).total).toBe(1);
    source.reads.length = 0;
    release();
    expect(await late).toEqual(laterIds);
    expect(source.reads.filter(isManifest)).toEqual([]);
  });

  test('are not taken because there is no connection', async () => {
    const index = await open({ lookEvery: Infinity, shards: 'when-asked' });
    source.reads.length = 0;
    source.before = () => {
      throw new LookbackError('index-unreachable', 'offline');
    };
    await expect(index.ask(query)).rejects.toMatchObject({ code: 'index-unreachable' });
    expect(source.reads.filter(isManifest)).toEqual([]);
  });

  test('read no more than the manifest where nothing has changed', async () => {
    const index = await open();
    await index.ask(query);
    source.reads.length = 0;
    await index.ask(query);
    expect(source.reads).toEqual(['manifest.json']);
  });

  test('end for one who leaves, and for nobody else', async () => {
    const index = await open();
    await replace();
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    source.before = (path) => (isManifest(path) ? released : undefined);
    const controller = new AbortController();
    const leaving = index.ask(query, { signal: controller.signal });
    const staying = idsOf(index);
    controller.abort('enough');
    await expect(leaving).rejects.toBe('enough');
    release();
    expect(await staying).toEqual(laterIds);
    source.reads.length = 0;
    await expect(index.ask(query, { signal: controller.signal })).rejects.toBe('enough');
    expect(source.reads).toEqual([]);
  });
});

describe('a new index that cannot be opened', () => {
  const openTold = async (options: LiveIndexOptions = {}) => {
    const told: unknown[] = [];
    const index = await open({
      openMatcher: openAllParts,
      onFailure: (error) => told.push(error),
      ...options,
    });
    return { index, told };
  };
  const corrupt = expect.objectContaining({ code: 'index-corrupt' });

  test('leaves the old one answering, is told once, and opened as soon as it is whole', async () => {
    const { index, told } = await openTold();
    const answer = await index.ask(query);
    await writeFile(join(folder, 'manifest.json'), '{');
    expect(await index.ask(query)).toEqual(answer);
    expect(await index.ask(query)).toEqual(answer);
    expect(told).toEqual([corrupt]);
    await rm(join(folder, 'manifest.json'));
    expect(await index.ask(query)).toEqual(answer);
    expect(told).toEqual([corrupt, expect.objectContaining({ code: 'index-missing' })]);
    await replace();
    expect(await idsOf(index)).toEqual(laterIds);
    expect(told).toHaveLength(2);
    await writeFile(join(folder, 'manifest.json'), '{');
    expect(await idsOf(index)).toEqual(laterIds);
    expect(told).toHaveLength(3);
  });

  test('is told again when it was all right in between', async () => {
    const { index, told } = await openTold();
    for (const times of [1, 2]) {
      await writeFile(join(folder, 'manifest.json'), '{');
      await index.ask(query);
      expect(told).toHaveLength(times);
      await replace(first);
      await index.ask(query);
    }
  });

  test('is what a question says that needs a file of the old one', async () => {
    const { index, told } = await openTold({ lookEvery: Infinity, shards: 'when-asked' });
    await replace();
    const manifest = JSON.parse(String(await observe(folder).read('manifest.json')));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: 99 }));
    await expect(index.ask(query)).rejects.toMatchObject({ code: 'index-format' });
    expect(told).toEqual([expect.objectContaining({ code: 'index-format' })]);
  });

  test('a file that is gone while there is no new one is what the question says', async () => {
    const { index, told } = await openTold({ shards: 'when-asked', lookEvery: Infinity });
    await rm(join(folder, 'en'), { recursive: true });
    await expect(index.ask(query)).rejects.toMatchObject({ code: 'index-missing' });
    expect(told).toEqual([]);
    // Asking the same index once more would not help.
    const parts = source.reads.filter((path) => path.startsWith('en/') && isPart(path));
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(parts).size).toBe(parts.length);
  });
});

describe('shards', () => {
  const inFolder = (name: string) => source.reads.filter((path) => path.startsWith(`${name}/`));

  test('opened at once tell when opening what is wrong with them', async () => {
    await rm(join(folder, 'en'), { recursive: true });
    const openMatcher = openAllParts;
    await expect(open({ openMatcher })).rejects.toMatchObject({ code: 'index-missing' });
    await expect(open({ openMatcher, languages: ['de'] })).resolves.toBeDefined();
  });

  test('of which all parts are opened at once are asked for no part later', async () => {
    const index = await open({ openMatcher: openAllParts, lookEvery: Infinity });
    source.reads.length = 0;
    await index.ask({ ...query, filters: {}, facets: [] });
    await index.ask({ ...query, text: 'see riv', filters: {}, facets: [] });
    expect(source.reads.filter((path) => !path.includes('/posts/'))).toEqual([]);
  });

  test('opened when asked cost nothing before, and nothing for other languages', async () => {
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    expect(source.reads).toEqual(['manifest.json']);
    await index.ask({ ...query, filters: { languages: ['de'] }, facets: ['tags'] });
    expect(inFolder('de').length).toBeGreaterThan(1);
    expect(inFolder('en')).toEqual([]);
  });

  test('that could not be opened are opened for the next question', async () => {
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    source.before = (path) => {
      if (isPart(path)) throw new LookbackError('index-unreachable', 'offline');
    };
    await expect(index.ask(query)).rejects.toMatchObject({ code: 'index-unreachable' });
    source.before = undefined;
    expect((await index.ask(query)).total).toBe(3);
  });

  test('are opened once for questions that come together', async () => {
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    await Promise.all([idsOf(index), idsOf(index)]);
    expect(source.reads.filter(isPart).length).toBeGreaterThan(1);
    expect(new Set(source.reads).size).toBe(source.reads.length);
  });

  test('whose filters fail while they are opened fail the question, and nothing else', async () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    source.before = async (path) => {
      if (path.includes('/tags-')) throw new LookbackError('index-unreachable', 'offline');
      if (isPart(path)) await wait(50);
    };
    await expect(index.ask(query)).rejects.toMatchObject({ code: 'index-unreachable' });
    expect(unheard).toEqual([]);
  });
});

test('an index that is replaced again and again while it is opened is an error in the end', async () => {
  const index = observe(folder);
  for (const language of ['de', 'en']) await rm(join(folder, language), { recursive: true });
  let turn = 0;
  index.before = async (path) => {
    if (!isManifest(path)) return;
    turn += 1;
    await cp(join(turn % 2 === 0 ? first : later, path), join(folder, path));
  };
  await expect(openLiveIndex(index, { openMatcher: openAllParts })).rejects.toMatchObject({
    code: 'index-missing',
  });
  expect(index.reads.filter(isManifest)).toHaveLength(4);
});

describe('preload', () => {
  test('reads what any question needs, of the languages asked for', async () => {
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    await index.preload(['de']);
    expect(source.reads.filter((path) => path.startsWith('en/'))).toEqual([]);
    const preloaded = source.reads.length;
    await index.ask({ ...query, filters: { languages: ['de'] }, facets: [] });
    expect(source.reads.slice(preloaded).filter((path) => /\/(?:root|lengths)-/.test(path))).toEqual([]);
  });

  test('goes on with the new index too', async () => {
    const index = await open({ shards: 'when-asked', lookEvery: Infinity });
    await replace();
    await index.preload([]);
    expect(await idsOf(index)).toEqual(laterIds);
    expect(index.documentCount).toBe(1);
  });
});
