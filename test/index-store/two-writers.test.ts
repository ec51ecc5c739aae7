import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { manifestPath, packPath, rolePath } from '../../src/index-store/layout.js';
import { type ContentFile, writeIndex } from '../../src/index-store/write-index.js';
import { Paced, paceSteps } from './paced-work.js';

/** With `BUILD_ROUNDS`, which says how often longer tests are run, every pair of steps is tried. */
const isLong = process.env.BUILD_ROUNDS !== undefined;
const stride = isLong ? 1 : 17;

/** Thousands of small files are flushed: in memory, where the system has a folder there. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

interface Index {
  readonly files: readonly ContentFile[];
  readonly manifest: Uint8Array;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** @param digits of its files; those of two indexes that have a digit in common share a file */
const createIndex = (digits: string): Index => {
  const files = [...digits].flatMap((digit) => [
    { path: rolePath('en', 'tags', digit.repeat(64)), bytes: bytes(`tags of ${digit}`) },
    { path: packPath('en', digit.repeat(16), 0), bytes: bytes(`words of ${digit}`) },
  ]);
  return { files, manifest: bytes(`manifest of ${digits}`) };
};
const old = createIndex('0123');
const a = createIndex('0245');
const b = createIndex('0346');

let folder: string;
beforeAll(paceSteps);
beforeEach(async () => {
  folder = await mkdtemp(join(scratch, 'lookback-writers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = ({ files, manifest }: Index, to = folder): Promise<void> => writeIndex(to, files, manifest);

const readTree = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const tree = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) tree.set(file.slice(root.length + 1), await readFile(file, 'utf8'));
  }
  return tree;
};

/** What the manifest that is there names and the folder does not have, or not whole. */
const findBroken = async (root: string): Promise<readonly string[]> => {
  const tree = await readTree(root);
  const manifest = tree.get(manifestPath);
  const index = [old, a, b].find((one) => Buffer.from(one.manifest).toString() === manifest);
  if (index === undefined) return [`${manifestPath}: ${manifest}`];
  return index.files
    .filter((file) => tree.get(file.path) !== Buffer.from(file.bytes).toString())
    .map(({ path }) => path);
};

/** Each writer in turn takes so many steps; then the first to its end, then the second. */
const interleave = async (turns: readonly number[]): Promise<readonly string[]> => {
  const root = await mkdtemp(join(folder, 'index-'));
  await write(old, root);
  const first = new Paced(() => write(a, root));
  const second = new Paced(() => write(b, root));
  for (const [at, count] of turns.entries()) await (at % 2 === 0 ? first : second).take(count);
  await first.finish();
  await second.finish();
  return findBroken(root);
};

const countSteps = async (): Promise<number> => {
  const root = await mkdtemp(join(folder, 'index-'));
  await write(old, root);
  return new Paced(() => write(a, root)).take(Infinity);
};

describe('two builds into one folder without a lock', () => {
  test('leave a whole index, wherever one stops to let the other go on', async () => {
    const steps = await countSteps();
    const broken: string[] = [];
    let tried = 0;
    for (let one = 0; one <= steps; one += 1) {
      for (let other = one % stride; other <= steps; other += stride) {
        tried += 1;
        const missing = await interleave([one, other]);
        if (missing.length > 0) broken.push(`${one} steps, then ${other}: ${missing}`);
      }
    }
    console.info(`${tried} interleavings of two builds of ${steps} steps, ${broken.length} broken`);
    expect(broken).toEqual([]);
    expect(tried).toBeGreaterThan((steps * steps) / stride);
  }, 600_000);

  test('leave a whole index, in whatever turns', async () => {
    const turns = fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(turns, async (counts) => {
        expect(await interleave(counts)).toEqual([]);
      }),
      { numRuns: isLong ? 1_000 : 60 },
    );
  }, 600_000);
});

describe('a build that was killed', () => {
  test('at any step leaves an index that answers, and nothing that the next build does not take away', async () => {
    const steps = await countSteps();
    for (let at = 0; at <= steps; at += 1) {
      const root = await mkdtemp(join(folder, 'index-'));
      await write(old, root);
      await new Paced(() => write(a, root)).take(at);
      expect(await findBroken(root), `killed after ${at} steps`).toEqual([]);
      await write(b, root);
      const wanted = [...b.files.map(({ path }) => path), manifestPath].sort();
      expect([...(await readTree(root)).keys()].sort(), `killed after ${at} steps`).toEqual(wanted);
    }
  });
});
