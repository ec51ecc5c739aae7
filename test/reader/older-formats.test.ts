import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { writeIndex } from '../../src/index-store/write-index.js';
import { type OpenMatcher, openAllParts, openIndex, openPartsOnDemand } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';

/** What `lookback build` wrote of three posts, one of them long, and never written again: indexes are out there. */
const folderOf = (version: number): string =>
  join(resolve(import.meta.dirname, '../fixtures'), `index-v${version}`);

const matchers: readonly (readonly [string, OpenMatcher])[] = [
  ['part by part', openPartsOnDemand],
  ['whole', openAllParts],
  ['in its MiniSearch form', openMiniSearch],
];

describe.each([1, 2, 3, 4])('an index of format %i', (version) => {
  test.each(matchers)('is refused by name, with the command to run: %s', async (_, openMatcher) => {
    const opening = openIndex(createFileSource(folderOf(version)), { openMatcher });
    await expect(opening).rejects.toMatchObject({
      code: 'index-format',
      file: 'manifest.json',
      message: expect.stringContaining(`format ${version}, which is older`),
      hint: expect.stringContaining('`lookback build <folder> --out <index>`'),
    });
  });

  test('is taken away, all of it, by a build into its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lookback-older-'));
    await cp(folderOf(version), folder, { recursive: true });
    await writeIndex(folder, [], new TextEncoder().encode('{}'));
    expect(await readdir(folder, { recursive: true })).toEqual(['manifest.json']);
  });
});
