import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { openAllParts, openIndex } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';

/** Processes cost a second each: `BUILD_ROUNDS=100` tries many. */
const rounds = Number(process.env.BUILD_ROUNDS ?? 2);
const timeout = 60_000 * rounds;

const command = resolve(import.meta.dirname, '../../dist/cli/main.js');
const killer = resolve(import.meta.dirname, 'kill-at-step.mjs');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-builds-'));
});

const toPost = (title: string, more = ''): string =>
  `---\ntitle: ${title}\nlang: en\ntags: [${title}]\n${more}---\nWords of ${title}.\n`;

/** Three blogs of one author: in the last one a post is hidden that was public before. */
const blogs = {
  old: { 'one.md': toPost('one'), 'secret.md': toPost('plumbrastel') },
  next: { 'one.md': toPost('changed'), 'secret.md': toPost('plumbrastel'), 'two.md': toPost('two') },
  hidden: { 'one.md': toPost('changed'), 'secret.md': toPost('plumbrastel', 'draft: true\n') },
} as const;
type Blog = keyof typeof blogs;

type Tree = ReadonlyMap<string, string>;
const clean = new Map<Blog, Tree>();
/** How many a build of the next blog takes over an index of the old one. */
let steps: number;

const readTree = async (root: string): Promise<Tree> => {
  const tree = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) tree.set(file.slice(root.length + 1), await readFile(file, 'latin1'));
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const start = (blog: Blog, index: string, environment: Readonly<Record<string, string>> = {}) => {
  const more = Object.keys(environment).length > 0 ? ['--import', killer] : [];
  return spawn(process.execPath, [...more, command, 'build', join(folder, blog), '--out', index], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
};

type Build = ReturnType<typeof start>;

/** How it ended, and what it said. */
const endOf = async (build: Build) => {
  let err = '';
  build.stderr.on('data', (text) => {
    err += text;
  });
  const [code, signal] = await once(build, 'close');
  return { code, signal, err };
};

const run = (...words: Parameters<typeof start>) => endOf(start(...words));

/** Waits until the build has said something, or has ended. */
const hasSaid = (build: Build, words: string): Promise<void> =>
  new Promise((done) => {
    build.stderr.on('data', (text) => {
      if (String(text).includes(words)) done();
    });
    build.once('close', () => done());
  });

const unused = Array.from({ length: 4 * rounds + 10 }, (_, at) => `index-${at}`);
/** In a folder that is not there yet. */
const newIndex = (): string => join(folder, unused.pop() ?? '', 'public', 'search');

/** As a build of the old blog leaves it. */
const newOldIndex = async (): Promise<string> => {
  const index = newIndex();
  for (const [path, text] of clean.get('old') ?? []) {
    await mkdir(dirname(join(index, path)), { recursive: true });
    await writeFile(join(index, path), text, 'latin1');
  }
  return index;
};

/** @returns how many posts answer, from whichever form of the index */
const openWhole = async (index: string): Promise<number> => {
  const source = createFileSource(index);
  const compiled = await openIndex(source, { openMatcher: openAllParts });
  const plain = await openIndex(source, { openMatcher: openMiniSearch });
  return Math.min(compiled.documentCount, plain.documentCount);
};

beforeAll(async () => {
  for (const [blog, posts] of Object.entries(blogs)) {
    await mkdir(join(folder, blog));
    for (const [name, text] of Object.entries(posts)) await writeFile(join(folder, blog, name), text);
  }
  const building = (['old', 'next', 'hidden'] as const).map(async (blog) => {
    const index = newIndex();
    expect(await run(blog, index)).toMatchObject({ code: 0 });
    clean.set(blog, await readTree(index));
  });
  await Promise.all(building);
  const { err } = await run('next', await newOldIndex(), { KILL_IN: folder });
  steps = Number(/steps (\d+)/.exec(err)?.[1]);
  expect(steps).toBeGreaterThan(10);
});

/** A build that stops while it writes, another one that comes meanwhile, and then the first goes on. */
const meet = async (at: number): Promise<boolean> => {
  const index = await newOldIndex();
  const first = start('next', index, { KILL_AT: String(at), KILL_IN: folder, KILL_WITH: 'SIGSTOP' });
  const firstEnd = endOf(first);
  await hasSaid(first, 'stopped');
  const second = start('hidden', index);
  const secondEnd = endOf(second);
  await hasSaid(second, 'waiting up to');
  first.kill('SIGCONT');
  expect([await firstEnd, await secondEnd]).toMatchObject([{ code: 0 }, { code: 0 }]);
  return JSON.stringify([...(await readTree(index))]) === JSON.stringify([...(clean.get('hidden') ?? [])]);
};

describe('two builds into one folder', () => {
  const leaveOne = async (): Promise<void> => {
    const tried = Math.ceil(rounds / 2);
    let broken = 0;
    for (let round = 0; round < tried; round += 1) {
      const index = newIndex();
      const builds = await Promise.all([run('old', index), run('next', index)]);
      expect(builds).toMatchObject([{ code: 0 }, { code: 0 }]);
      const tree = JSON.stringify([...(await readTree(index))]);
      const ones = [clean.get('old'), clean.get('next')].map((one) => JSON.stringify([...(one ?? [])]));
      if (!ones.includes(tree) || (await openWhole(index)) < 2) broken += 1;
    }
    console.info(`${tried} pairs of builds at once, ${broken} broken`);
    expect(broken).toBe(0);
  };
  test('at once leave the index of one of them, whole and alone', leaveOne, timeout);

  const leaveLater = async (): Promise<void> => {
    let broken = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (!(await meet(Math.ceil(((round + 0.5) / rounds) * steps)))) broken += 1;
    }
    console.info(`${rounds} builds that came while another wrote, ${broken} broken`);
    expect(broken).toBe(0);
  };
  test('leave the index of the later one, wherever the first was when it came', leaveLater, timeout);
});

/** Kills a build over an index that is there, looks at what is left, and builds again with the post hidden. */
const survive = async (kill: (index: string) => Promise<unknown>): Promise<boolean> => {
  const index = await newOldIndex();
  await kill(index);
  const answers = (await openWhole(index)) >= 2;
  const { code } = await run('hidden', index);
  const tree = await readTree(index);
  expect([...tree.values()].join('\n').toLowerCase()).not.toContain('plumbrastel');
  expect(tree).toEqual(clean.get('hidden'));
  return answers && code === 0;
};

describe('a build that is killed leaves an index that answers, and the next one no word that is hidden since', () => {
  test(
    'at a step',
    async () => {
      const stride = Math.max(1, steps / rounds);
      let tried = 0;
      let broken = 0;
      for (let at = stride / 2; at <= steps; at += stride) {
        tried += 1;
        const killed = async (index: string): Promise<void> => {
          const { signal } = await run('next', index, { KILL_AT: String(Math.ceil(at)), KILL_IN: folder });
          expect(signal).toBe('SIGKILL');
        };
        if (!(await survive(killed))) broken += 1;
      }
      console.info(`${tried} builds killed at one of ${steps} steps, ${broken} broken`);
      expect(broken).toBe(0);
    },
    timeout,
  );

  test(
    'at any time',
    async () => {
      let broken = 0;
      const tried = Math.ceil(rounds / 2);
      for (let round = 0; round < tried; round += 1) {
        const killed = async (index: string): Promise<void> => {
          const build = start('next', index);
          const closed = once(build, 'close');
          await setTimeout(((round + 1) / (tried + 1)) * 1_500);
          build.kill('SIGKILL');
          await closed;
        };
        if (!(await survive(killed))) broken += 1;
      }
      console.info(`${tried} builds killed at some time, ${broken} broken`);
      expect(broken).toBe(0);
    },
    timeout,
  );
});
