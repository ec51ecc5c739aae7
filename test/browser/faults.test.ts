import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSearch } from '../../src/browser/index.js';
import { loadConfig } from '../../src/config/index.js';
import { crc32 } from '../../src/domain/crc32.js';
import type { SearchResult } from '../../src/domain/search.js';
import { toManifestBytes } from '../../src/index-store/manifest.js';
import { buildIndex } from '../../src/indexer/index.js';
import { type Fault, type FolderServer, serveFolder } from './serve-folder.js';

const posts = resolve(import.meta.dirname, '../../posts');
const question = 'data pipeline';

const build = async (source: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-faults-'));
  await buildIndex(await loadConfig({ folder, flags: { posts: source, index: folder } }));
  return folder;
};

/** The same posts with one more in front of all: every file of `en` has another name. */
const buildNext = async (): Promise<string> => {
  const source = await mkdtemp(join(tmpdir(), 'lookback-posts-'));
  await cp(posts, source, { recursive: true });
  await writeFile(
    join(source, '2018-01-01-first.md'),
    '---\ntitle: A pipeline before all others\nlang: en\n---\nThe data pipeline of a newcomer.\n',
  );
  return build(source);
};

let old: string;
let next: string;
let answer: SearchResult;
beforeAll(async () => {
  [old, next] = [await build(posts), await buildNext()];
  const server = await serveFolder(old);
  answer = await (await openSearch({ baseUrl: server.url })).search(question, { languages: ['en'] });
  await server.close();
});
afterAll(() => Promise.all([old, next].map((folder) => rm(folder, { recursive: true }))));

const serve = async (folder = old): Promise<FolderServer> => {
  const server = await serveFolder(folder);
  onTestFinished(() => server.close());
  return server;
};

const open = (server: FolderServer) => openSearch({ baseUrl: server.url, languages: ['en'] });

/** Every kind of file that a search reads, by what its path looks like. */
const kinds = {
  words: /\/words-/,
  passage: /\/posts\//,
  tags: /\/tags-/,
  days: /\/days-/,
} as const;
const kindNames = Object.keys(kinds) as readonly (keyof typeof kinds)[];

const ask = async (server: FolderServer) =>
  (await open(server)).search(question, { facets: ['tags'], sort: 'date' });

const on =
  (pattern: RegExp, fault: (response: ServerResponse, bytes: Buffer, path: string) => void): Fault =>
  (path, response, bytes) => {
    if (bytes !== undefined && pattern.test(path)) fault(response, bytes, path);
  };

/** As `fault`, but only the first time each file is asked for. */
const once = (fault: Fault): Fault => {
  const seen = new Set<string>();
  return (path, response, bytes) => {
    if (seen.has(path)) return undefined;
    seen.add(path);
    return fault(path, response, bytes);
  };
};

const flip = (bytes: Buffer): Buffer => {
  const flipped = Buffer.from(bytes);
  const at = bytes.length >> 1;
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
};

const faults: Readonly<Record<string, { code: string; fault: (pattern: RegExp) => Fault }>> = {
  missing: { code: 'index-missing', fault: (kind) => on(kind, (response) => response.writeHead(404).end()) },
  'cut short': {
    code: 'index-corrupt',
    fault: (kind) => on(kind, (response, bytes) => response.end(bytes.subarray(0, bytes.length >> 1))),
  },
  'broken off': {
    code: 'index-unreachable',
    fault: (kind) =>
      on(kind, (response, bytes) => {
        response.writeHead(200, { 'Content-Length': bytes.length });
        response.write(bytes.subarray(0, 8), () => response.destroy());
      }),
  },
  'one byte flipped': {
    code: 'index-corrupt',
    fault: (kind) => on(kind, (response, bytes) => response.end(flip(bytes))),
  },
  'a page instead': {
    code: 'index-missing',
    fault: (kind) =>
      on(kind, (response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><p>Home')),
  },
  'a page that says it is data': {
    code: 'index-corrupt',
    fault: (kind) => on(kind, (response) => response.end('<!doctype html><p>Home')),
  },
  'a failing server': {
    code: 'index-unreachable',
    fault: (kind) => on(kind, (response) => response.writeHead(500).end()),
  },
};

describe.each(Object.entries(faults))('a file is %s', (_, { code, fault }) => {
  test.each(kindNames)('for good: %s', async (kind) => {
    const server = await serve();
    server.fault = fault(kinds[kind]);
    await expect(ask(server)).rejects.toMatchObject({ name: 'LookbackError', code });
  });

  test.each(kindNames)('once: %s', async (kind) => {
    const server = await serve();
    const plain = await ask(server);
    server.fault = once(fault(kinds[kind]));
    expect(await ask(server)).toEqual(plain);
  });
});

test('a question that failed is answered when the file is there again', async () => {
  const server = await serve();
  const search = await open(server);
  server.fault = faults['a failing server']?.fault(kinds.words);
  await expect(search.search(question)).rejects.toMatchObject({ code: 'index-unreachable' });
  server.fault = undefined;
  // At once it may still share a request that was on its way when the first answer failed.
  await expect.poll(() => search.search(question).catch(() => undefined)).toEqual(answer);
});

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).map((path) => path.split(sep).join('/')).sort();

describe('a file of another build', () => {
  test.each(['words', 'tags', 'days'] as const)('%s', async (kind) => {
    const server = await serve();
    const [other] = (await filesOf(next)).filter((path) => path.startsWith('en/') && kinds[kind].test(path));
    expect(other).toBeDefined();
    const bytes = await readFile(join(next, other ?? ''));
    server.fault = on(kinds[kind], (response) => response.end(bytes));
    await expect(ask(server)).rejects.toMatchObject({ code: 'index-corrupt' });
  });
});

describe('a deploy while the page is open', () => {
  test('answers from the new files, and reads the new manifest once for all questions', async () => {
    const server = await serve();
    const search = await open(server);
    expect(await search.search(question)).toEqual(answer);
    server.folder = next;
    server.requests.length = 0;
    // What was asked before is in memory, and needs no file that is gone.
    expect(await search.search(question)).toEqual(answer);
    // Of other posts than that one's.
    const questions = ['collation', 'storage cloud', 'query'];
    const answers = await Promise.all(questions.map((text) => search.search(text)));
    expect(server.requests.filter((path) => path === 'manifest.json')).toHaveLength(1);
    const fresh = await open(await serve(next));
    expect(answers).toEqual(await Promise.all(questions.map((text) => fresh.search(text))));
  });

  test('from an index before any question was asked', async () => {
    const server = await serve();
    const search = await open(server);
    server.folder = next;
    expect((await search.search(question)).total).toBe(answer.total + 1);
  });

  test('of which only the manifest has arrived is an error, and works once the rest is there', async () => {
    const server = await serve();
    const search = await open(server);
    const half = await mkdtemp(join(tmpdir(), 'lookback-half-'));
    onTestFinished(() => rm(half, { recursive: true }));
    await cp(join(next, 'manifest.json'), join(half, 'manifest.json'));
    server.folder = half;
    await expect(search.search(question)).rejects.toMatchObject({ code: 'index-missing' });
    server.folder = next;
    await expect
      .poll(() =>
        search.search(question).then(
          ({ total }) => total,
          () => undefined,
        ),
      )
      .toBe(answer.total + 1);
  });

  test('of an index that another version wrote says so', async () => {
    const server = await serve();
    const search = await open(server);
    const newer = await mkdtemp(join(tmpdir(), 'lookback-newer-'));
    onTestFinished(() => rm(newer, { recursive: true }));
    const manifest = JSON.parse(await readFile(join(old, 'manifest.json'), 'utf8'));
    await writeFile(join(newer, 'manifest.json'), JSON.stringify({ ...manifest, version: 99 }));
    server.folder = newer;
    await expect(search.search(question)).rejects.toMatchObject({ code: 'index-format' });
  });
});

describe('answers that come out of order', () => {
  test('belong to their questions, and what questions share is asked for once', async () => {
    const server = await serve();
    const words = ['data', 'pipeline', 'cloud', 'query', 'storage', 'dat', 'piplines'];
    const search = await open(server);
    const alone = [];
    for (const text of words) alone.push(await (await open(server)).search(text));
    let late = 60;
    server.fault = () => {
      late = Math.max(0, late - 3);
      return new Promise((later) => setTimeout(later, late));
    };
    server.requests.length = 0;
    expect(await Promise.all(words.map((text) => search.search(text)))).toEqual(alone);
    expect(server.requests.length).toBe(new Set(server.requests).size);
  });
});

describe('abort', () => {
  test('ends one wait at once, and none of the others', async () => {
    const server = await serve();
    const search = await open(server);
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.fault = (path) => (kinds.words.test(path) ? released : undefined);
    const controller = new AbortController();
    const leaving = search.search(question, { signal: controller.signal });
    const staying = search.search(question);
    controller.abort('enough');
    await expect(leaving).rejects.toBe('enough');
    release();
    expect(await staying).toEqual(answer);
    await expect(search.search(question, { signal: controller.signal })).rejects.toBe('enough');
    expect(await search.search(question)).toEqual(answer);
  });
});

describe('offline', () => {
  test('what was asked before is answered, and what was not is a clear error', async () => {
    const server = await serveFolder(old);
    const search = await open(server);
    expect(await search.search(question)).toEqual(answer);
    await server.close();
    expect(await search.search(question)).toEqual(answer);
    await expect(search.search('xylophone')).rejects.toMatchObject({ code: 'index-unreachable' });
  });

  test('an index that cannot be reached', async () => {
    const server = await serveFolder(old);
    await server.close();
    await expect(open(server)).rejects.toMatchObject({ code: 'index-unreachable' });
  });

  test('a folder without an index', async () => {
    const server = await serve(resolve(import.meta.dirname));
    await expect(open(server)).rejects.toMatchObject({ code: 'index-missing' });
  });
});

describe('preload', () => {
  test('takes the root and what goes with it from the first question', async () => {
    const server = await serve();
    const search = await open(server);
    await search.preload();
    server.requests.length = 0;
    expect(await search.search(question)).toEqual(answer);
    expect(server.requests.filter((path) => !/\/(?:words|posts)\b/.test(path))).toEqual([]);
  });

  test('that fails harms no later question', async () => {
    const server = await serve();
    const search = await open(server);
    server.fault = faults['a failing server']?.fault(/^en\//);
    await expect(search.preload()).resolves.toBeUndefined();
    server.fault = undefined;
    await expect.poll(() => search.search(question).catch(() => undefined)).toEqual(answer);
  });

  test('of one language reads nothing of the others', async () => {
    const server = await serve();
    const search = await open(server);
    await search.preload();
    await search.search(question);
    await search.tags();
    expect(server.requests.filter((path) => path !== 'manifest.json' && !path.startsWith('en/'))).toEqual([]);
    await search.search('zeit', { languages: ['de'] });
    expect(server.requests.some((path) => path.startsWith('de/'))).toBe(true);
  });
});

/** A number as the compiled index writes it. */
const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

describe('an index that promises what it does not have', () => {
  const copy = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'lookback-hostile-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(old, folder, { recursive: true });
    return folder;
  };
  const changeShard = async (folder: string, change: Readonly<Record<string, unknown>>): Promise<void> => {
    const file = join(folder, 'manifest.json');
    const { checksum: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
    const shards = manifest.shards.map((shard: { language: string }) =>
      shard.language === 'en' ? { ...shard, ...change } : shard,
    );
    // With a checksum that is right: what is refused is refused for what it says.
    await writeFile(file, toManifestBytes({ ...manifest, shards }));
  };
  const expectRefusal = async (folder: string): Promise<void> => {
    const server = await serve(folder);
    const before = process.memoryUsage().arrayBuffers;
    for (const text of [question, '']) {
      const asking = async () => (await open(server)).search(text, { facets: ['tags', 'years'] });
      await expect(asking()).rejects.toMatchObject({ code: 'index-corrupt' });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20);
  };

  test.each([2 ** 31, 2 ** 53 - 1])('a manifest of %i documents', async (documents) => {
    const folder = await copy();
    await changeShard(folder, { documents });
    await expectRefusal(folder);
  });

  test('a root and a manifest of 2^31 documents', async () => {
    const folder = await copy();
    const { shards } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const { root } = shards.find(({ language }: { language: string }) => language === 'en');
    const bytes = Buffer.from(root.base64, 'base64');
    // Magic and version, then the number of documents.
    const rest = bytes.subarray(5, -4);
    const after = rest.subarray(rest.findIndex((byte) => byte < 128) + 1);
    const content = Buffer.from([...bytes.subarray(0, 5), ...varint(2 ** 31), ...after]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(content));
    const base64 = Buffer.concat([content, checksum]).toString('base64');
    await changeShard(folder, { documents: 2 ** 31, root: { base64 } });
    await expectRefusal(folder);
    await changeShard(folder, { documents: answer.total });
    await expectRefusal(folder);
  });

  test('a catalog of documents with 2^31 passages', async () => {
    const folder = await copy();
    const { shards } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const { documents } = shards.find(({ language }: { language: string }) => language === 'en');
    const catalog = {
      passages: Array.from({ length: documents }, () => 2 ** 31),
      blocks: Array.from({ length: Math.ceil(documents / 64) }, () => '0'.repeat(16)),
      packs: Array.from({ length: Math.ceil(documents / 64) }, () => [2 ** 31 * Math.min(documents, 64)]),
      expires: [],
    };
    await changeShard(folder, { catalog });
    await expectRefusal(folder);
  });

  test('a path that leads out of the index', async () => {
    const folder = await copy();
    await changeShard(folder, { root: '../../secret.txt' });
    await expect(open(await serve(folder))).rejects.toMatchObject({ code: 'index-corrupt' });
  });
});
