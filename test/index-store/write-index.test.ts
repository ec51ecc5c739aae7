import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { pageAssetPath, rolePath } from '../../src/index-store/layout.js';
import { writeIndex } from '../../src/index-store/write-index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-store-'));
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const tablePath = (digit: string): string => rolePath('en', 'tags', digit.repeat(64));
const tree = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.json')).sort();

describe('writeIndex', () => {
  test('writes files and manifest, and leaves nothing else', async () => {
    await writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }], bytes('manifest'));
    expect(await tree()).toEqual([tablePath('a'), 'manifest.json'].sort());
    expect((await readdir(folder)).sort()).toEqual(['en', 'manifest.json']);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('manifest');
  });

  test('takes away what the new manifest does not name, but nothing that is not ours', async () => {
    await writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }], bytes('old'));
    await writeFile(join(folder, 'en', 'notes.json'), 'mine');
    await writeFile(join(folder, 'CNAME.json'), 'mine');
    await writeIndex(folder, [{ path: tablePath('b'), bytes: bytes('two') }], bytes('new'));
    expect(await tree()).toEqual(['CNAME.json', 'en/notes.json', tablePath('b'), 'manifest.json'].sort());
  });

  test('mends a file whose content is not what its name says', async () => {
    const files = [{ path: tablePath('a'), bytes: bytes('one') }];
    await writeIndex(folder, files, bytes('m'));
    await writeFile(join(folder, tablePath('a')), 'ONE');
    await writeIndex(folder, files, bytes('m'));
    expect(await readFile(join(folder, tablePath('a')), 'utf8')).toBe('one');
  });

  test('a folder that cannot be written is an error, and the old index is untouched', async () => {
    await writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }], bytes('old'));
    await mkdir(join(folder, 'manifest.json.lookback-tmp'));
    const writing = writeIndex(folder, [{ path: tablePath('b'), bytes: bytes('two') }], bytes('new'));
    await expect(writing).rejects.toMatchObject({ code: 'output-unwritable', file: folder });
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, tablePath('a')), 'utf8')).toBe('one');
  });

  test('a file where the folder should be', async () => {
    const file = join(folder, 'taken');
    await writeFile(file, '');
    await expect(writeIndex(file, [], bytes('m'))).rejects.toMatchObject({ code: 'output-unwritable' });
  });
});

describe('the page in an index', () => {
  const script = pageAssetPath('js', 'a'.repeat(64));
  const files = [
    { path: script, bytes: bytes('script') },
    { path: 'index.html', bytes: bytes(`<script type="module" src="${script}"></script>`) },
  ];
  const names = async (): Promise<readonly string[]> => (await readdir(folder, { recursive: true })).sort();

  test('goes with the build that does not write it any more', async () => {
    await writeIndex(folder, files, bytes('m'));
    expect(await names()).toEqual(['assets', script, 'index.html', 'manifest.json']);
    await writeIndex(folder, [], bytes('m'));
    expect(await names()).toEqual(['manifest.json']);
  });

  test('never takes the place of a page that is not ours', async () => {
    await writeFile(join(folder, 'index.html'), '<h1>My blog</h1>');
    await writeIndex(folder, [], bytes('m'));
    await expect(writeIndex(folder, files, bytes('n'))).rejects.toMatchObject({ code: 'output-unwritable' });
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('<h1>My blog</h1>');
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('m');
  });
});
