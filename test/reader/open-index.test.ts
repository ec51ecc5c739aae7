import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IndexManifest } from '../../src/domain/index-manifest.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { SearchResult } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { isExport } from '../../src/index-store/layout.js';
import { toManifestBytes } from '../../src/index-store/manifest.js';
import { type OpenMatcher, openAllParts, openIndex } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';
import { build, buildNew, laterPosts, now, posts, query } from './small-blog.js';

const readFiles = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(folder, file).replaceAll('\\', '/'), await readFile(file));
  }
  return files;
};

const search = async (source: IndexSource, openMatcher: OpenMatcher) => {
  const engine = await openIndex(source, { now: () => now.getTime(), openMatcher });
  const result = await engine.ask(query);
  for (const sort of ['title', 'longest'] as const) await engine.ask({ ...query, sort });
  await engine.post('2021-01-01-river.md');
  return result;
};

let index: string;
let built: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  index = await buildNew();
  built = await readFiles(index);
});

describe('an index that is whole', () => {
  test('answers from every language', async () => {
    const result = await search(createFileSource(index), openAllParts);
    expect(result.hits.map(({ id }) => id).sort()).toEqual(Object.keys(posts));
    expect(result.facets.languages).toEqual([
      { value: 'en', count: 2 },
      { value: 'de', count: 1 },
    ]);
  });

  test('answers the same from its MiniSearch form', async () => {
    const source = createFileSource(index);
    // But for the scores: each ranks by its own rule.
    const unscored = ({ hits, ...rest }: SearchResult) => ({
      ...rest,
      hits: hits.map(({ score, ...hit }) => ({ ...hit, isScored: score > 0 })),
    });
    expect(unscored(await search(source, openMiniSearch))).toEqual(
      unscored(await search(source, openAllParts)),
    );
  });

  test('opens only the languages that are asked for', async () => {
    const engine = await openIndex(createFileSource(index), { languages: ['de'] });
    expect(engine.languages).toEqual(['de']);
    expect(engine.documentCount).toBe(1);
  });
});

describe('an index that is not', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lookback-damaged-'));
    for (const [path, bytes] of built) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  });

  test('nothing there', async () => {
    const source = createFileSource(join(folder, 'none'));
    await expect(search(source, openAllParts)).rejects.toMatchObject({ code: 'index-missing' });
  });

  test.each([
    ['compiled', openAllParts],
    ['minisearch', openMiniSearch],
  ] as const)('one byte flipped, in any file: an error or the same answer (%s)', async (_, openMatcher) => {
    const source = createFileSource(folder);
    const whole = await search(source, openMatcher);
    const refused: string[] = [];
    for (const [path, bytes] of built) {
      const damaged = Buffer.from(bytes);
      const middle = Math.floor(bytes.length / 2);
      damaged[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(join(folder, path), damaged);
      try {
        expect(await search(source, openMatcher)).toEqual(whole);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^index-(?:corrupt|missing)$/) });
        refused.push(path);
      }
      await writeFile(join(folder, path), bytes);
    }
    // Only what this engine does not read may be damaged and go unnoticed; positions are read by a phrase, which no text asks for.
    const unread = [...built.keys()].filter((path) => !refused.includes(path));
    const other =
      openMatcher === openAllParts ? /minisearch-\w+\.json$|\/positions-/ : /(?:terms|words|positions)-/;
    expect(unread.filter((path) => !other.test(path) && path !== 'manifest.json')).toEqual([]);
  });

  test('every file cut short', async () => {
    const source = createFileSource(folder);
    for (const [path, bytes] of built) {
      if (isExport(path) || path.includes('/positions-')) continue;
      await writeFile(join(folder, path), bytes.subarray(0, bytes.length - 2));
      await expect(search(source, openAllParts), path).rejects.toMatchObject({ code: 'index-corrupt' });
      await writeFile(join(folder, path), bytes);
    }
  });

  test('a file taken away', async () => {
    const [part = ''] = [...built.keys()].filter((path) => /^en\/(?:postings|words)-/.test(path));
    await rm(join(folder, part));
    await expect(search(createFileSource(folder), openAllParts)).rejects.toMatchObject({
      code: 'index-missing',
    });
  });

  test('of another version', async () => {
    const manifest: object = JSON.parse(String(built.get('manifest.json')));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: 99 }));
    await expect(search(createFileSource(folder), openAllParts)).rejects.toMatchObject({
      code: 'index-format',
    });
  });

  test('of another analyzer in a language that is asked', async () => {
    const { checksum: _, ...manifest }: IndexManifest & { readonly checksum: string } = JSON.parse(
      String(built.get('manifest.json')),
    );
    const shards = manifest.shards.map((shard) => ({
      ...shard,
      ...(shard.language === 'en' && { analyzer: 'another' }),
    }));
    await writeFile(join(folder, 'manifest.json'), toManifestBytes({ ...manifest, shards }));
    const source = createFileSource(folder);
    await expect(openIndex(source)).rejects.toMatchObject({
      code: 'index-analyzer',
      message: expect.stringContaining('the posts in en '),
    });
    const others = shards.map(({ language }) => language).filter((language) => language !== 'en');
    expect((await openIndex(source, { languages: others })).languages).toEqual(others);
  });

  test('replaced while it is opened: the new one answers', async () => {
    const files = createFileSource(folder);
    let replaced = false;
    const source: IndexSource = {
      async read(path, options) {
        const bytes = await files.read(path, options);
        if (path === 'manifest.json' && !replaced) {
          replaced = true;
          await build(folder, laterPosts);
        }
        return bytes;
      },
    };
    const { hits } = await search(source, openAllParts);
    expect(hits.map(({ id }) => id)).toEqual(['2023-01-01-sea.md']);
  });
});
