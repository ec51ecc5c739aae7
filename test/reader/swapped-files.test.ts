import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createFetchSource } from '../../src/browser/fetch-source.js';
import { loadConfig } from '../../src/config/index.js';
import { LookbackError } from '../../src/domain/errors.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { SearchQuery } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { everyTag } from '../../src/query/every-tag.js';
import { openAllParts, openIndex, openPartsOnDemand } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';

const now = new Date('2024-01-01T00:00:00Z');

type Files = ReadonlyMap<string, Uint8Array>;

const long = (word: string): string =>
  Array.from({ length: 120 }, (_, at) => `${word}${at % 7} stands in line ${at} of the lake.`).join('\n\n');

const toPost = (title: string, tags: string, category: string, body: string): string =>
  `---\ntitle: ${title}\ntags: [${tags}]\ncategories: [${category}]\n---\n${body}\n`;

/** Two languages with the same number of posts, on the same days; and one post of several passages. */
const createPosts = (word: string): Readonly<Record<string, string>> => ({
  '2020-01-01-lake.md': toPost('The lake', 'nature', 'notes', `Water in the lake is cold ${word}.`),
  '2021-01-01-river.md': toPost('The river', 'nature, water', 'notes', long(word)),
  '2020-01-01-see.de.md': toPost('Der See', 'nature', 'notes', 'Im See ist das Wasser kalt.').replace(
    '---\n',
    '---\nlang: de\n',
  ),
  '2021-01-01-fluss.de.md': toPost('Der Fluss', 'wasser', 'notizen', 'Im Fluss fließt das Wasser.').replace(
    '---\n',
    '---\nlang: de\n',
  ),
});

const build = async (posts: Readonly<Record<string, string>>): Promise<Files> => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-swapped-'));
  const index = join(folder, 'index');
  for (const [name, text] of Object.entries(posts)) await writeFile(join(folder, name), text);
  await buildIndex(await loadConfig({ folder, flags: { posts: folder, index, generator: 'jekyll' } }), {
    now,
  });
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(index, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(index, file).split(sep).join('/'), await readFile(file));
  }
  return files;
};

const ask = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: ['tags', 'categories', 'years', 'languages'],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
  ...rest,
});

const questions = [
  ask('lake watr'),
  ask('wasser see'),
  ask('stands line cold'),
  ask('', { filters: { tags: [['nature']], from: '2020-06-01' }, sort: 'date' }),
  ask('', { filters: { categories: [['notes']] }, sort: 'date-asc' }),
  ask('', { sort: 'title' }),
  ask('', { sort: 'shortest' }),
];

const matchers = {
  'part by part': openPartsOnDemand,
  whole: openAllParts,
  minisearch: openMiniSearch,
} as const;
type MatcherName = keyof typeof matchers;
const answerAll = async (source: IndexSource, name: MatcherName): Promise<string> => {
  const engine = await openIndex(source, { now: () => now.getTime(), openMatcher: matchers[name] });
  const answers = [];
  for (const question of questions) answers.push(await engine.ask(question));
  return JSON.stringify([answers, await engine.ask(everyTag), await engine.post('2021-01-01-river.md')]);
};

const createMemorySource = (files: Files): IndexSource => ({
  async read(path) {
    const bytes = files.get(path);
    if (bytes === undefined) throw new LookbackError('index-missing', `There is no ${path}.`);
    return bytes;
  },
});

const createServedSource = (files: Files): IndexSource =>
  createFetchSource(new URL('http://index.example/'), async (url) => {
    const bytes = files.get(url.pathname.slice(1));
    return bytes === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/octet-stream' } });
  });

let built: Files;
let another: Files;
beforeAll(async () => {
  [built, another] = [await build(createPosts('brisk')), await build(createPosts('brash'))];
});
afterEach(() => vi.unstubAllGlobals());

interface Swap {
  readonly at: string;
  readonly from: string;
  readonly files: Files;
}

/**
 * Every file in the place of every other, of this build and of another one.
 * @param step takes every so manieth
 */
const listSwaps = (step = 1): readonly Swap[] =>
  [...built.keys()]
    .flatMap((at) =>
      [built, another].flatMap((donor) =>
        [...donor].flatMap(([from, bytes]) =>
          Buffer.from(bytes).equals(built.get(at) ?? new Uint8Array())
            ? []
            : [{ at, from, files: new Map([...built, [at, bytes] as const]) }],
        ),
      ),
    )
    .filter((_, number) => number % step === 0);

const countWrong = async (createSource: (files: Files) => IndexSource, names: readonly MatcherName[]) => {
  let tried = 0;
  let refused = 0;
  const wrong: string[] = [];
  for (const name of names) {
    const right = await answerAll(createSource(built), name);
    for (const { at, from, files } of listSwaps()) {
      tried += 1;
      const answer = await answerAll(createSource(files), name).catch((error: unknown) => {
        expect(error, `${from} at ${at}`).toMatchObject({
          code: expect.stringMatching(/^index-(?:corrupt|missing)$/),
        });
        refused += 1;
        return right;
      });
      if (answer !== right) wrong.push(`${from} at ${at}, ${name}`);
    }
  }
  console.info(
    `${tried} files in a wrong place (${names}): ${refused} refused, ${wrong.length} answered wrong`,
  );
  return { tried, refused, wrong };
};

describe('a file in the place of another, of this build or of another one, never answers wrong', () => {
  test.each([
    ['from memory', createMemorySource, ['whole', 'minisearch']],
    ['over HTTP', createServedSource, ['part by part']],
  ] as const)('%s', async (_, createSource, names) => {
    const { tried, refused, wrong } = await countWrong(createSource, names);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(700 * names.length);
    expect(refused).toBeGreaterThan(tried / 2);
  });

  test('on a page served over plain HTTP, which has nothing to make a hash with', async () => {
    vi.stubGlobal('crypto', {});
    const { tried, wrong } = await countWrong(createServedSource, ['part by part']);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(700);
  });

  test('from a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lookback-swapped-'));
    const write = async (path: string, bytes: Uint8Array = Buffer.alloc(0)): Promise<void> => {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), bytes);
    };
    for (const [path, bytes] of built) await write(path, bytes);
    const source = createFileSource(folder);
    const right = await answerAll(source, 'whole');
    const wrong: string[] = [];
    for (const { at, from, files } of listSwaps(3)) {
      await write(at, files.get(at));
      if ((await answerAll(source, 'whole').catch(() => right)) !== right) wrong.push(`${from} at ${at}`);
      await write(at, built.get(at));
    }
    expect(wrong).toEqual([]);
  });
});
