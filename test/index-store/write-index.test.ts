import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { packPath, pageScriptPath, rolePath } from '../../src/index-store/layout.js';
import { toLibrary } from '../../src/index-store/library.js';
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

  test('takes away what killed builds left half-written, as every version called it, and nothing like it', async () => {
    const left = [
      'manifest.json.lookback-tmp',
      'manifest.json.0123abcd.lookback-tmp',
      'index.html.lookback-tmp',
      'en/minisearch.json',
      'en/minisearch.json.lookback-tmp',
      `${tablePath('c')}.lookback-tmp`,
      `${tablePath('c')}.0123abcd.lookback-tmp`,
      `${packPath('en', 'd'.repeat(16), 0)}.0123abcd.lookback-tmp`,
      `${packPath('de', 'd'.repeat(16), 0)}.lookback-tmp`,
    ];
    const theirs = ['notes.txt.lookback-tmp', 'en/notes.json.0123abcd.lookback-tmp', 'mine.lookback-tmp'];
    for (const path of [...left, ...theirs]) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), 'hidden since');
    }
    await writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }], bytes('new'));
    const names = (await readdir(folder, { recursive: true })).sort();
    expect(names).toEqual(['en', 'manifest.json', tablePath('a'), ...theirs].sort());
  });

  test('leaves a file alone that is there already', async () => {
    const kept = { path: tablePath('a'), bytes: bytes('one') };
    await writeIndex(folder, [kept], bytes('old'));
    const before = await stat(join(folder, kept.path));
    await writeIndex(folder, [kept, { path: tablePath('b'), bytes: bytes('two') }], bytes('new'));
    const after = await stat(join(folder, kept.path));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(await tree()).toEqual([tablePath('a'), tablePath('b'), 'manifest.json'].sort());
  });

  test.each(['{"format": "lookback-index", "version": 1}', '["format"]', 'null', ''])(
    'replaces a manifest that says nothing else: %s',
    async (present) => {
      await writeFile(join(folder, 'manifest.json'), present);
      await writeIndex(folder, [], bytes('whole'));
      expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('whole');
    },
  );

  test('mends a file whose content is not what its name says', async () => {
    const files = [{ path: tablePath('a'), bytes: bytes('one') }];
    await writeIndex(folder, files, bytes('m'));
    await writeFile(join(folder, tablePath('a')), 'ONE');
    await writeIndex(folder, files, bytes('m'));
    expect(await readFile(join(folder, tablePath('a')), 'utf8')).toBe('one');
  });

  test('a folder that cannot be written is an error, and the old index is untouched', async () => {
    await writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }], bytes('old'));
    await writeFile(join(folder, 'de'), '');
    const files = [
      { path: tablePath('b'), bytes: bytes('two') },
      { path: rolePath('de', 'tags', 'b'.repeat(64)), bytes: bytes('two') },
    ];
    const writing = writeIndex(folder, files, bytes('new'));
    await expect(writing).rejects.toMatchObject({
      code: 'output-unwritable',
      file: folder,
      message: expect.stringMatching(
        /^cannot write the index: ENOTDIR|^cannot write the index: .* is no folder$/,
      ),
    });
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, tablePath('a')), 'utf8')).toBe('one');
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['de', 'en', tablePath('a'), 'manifest.json'].sort(),
    );
  });

  test('a manifest of something else is not replaced', async () => {
    await writeFile(join(folder, 'manifest.json'), '{"name": "My web application"}');
    const writing = writeIndex(folder, [], bytes('{"format": "lookback-index"}'));
    await expect(writing).rejects.toMatchObject({
      code: 'output-unwritable',
      file: join(folder, 'manifest.json'),
      message: `there is another manifest.json in ${folder}`,
      hint: 'Choose a folder of its own with `--out`, or take the file away.',
    });
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toContain('My web application');
  });

  test.each(['', '{"format": "lookb'])('a manifest that was cut short is mended: %j', async (cut) => {
    await writeFile(join(folder, 'manifest.json'), cut);
    await writeIndex(folder, [], bytes('whole'));
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('whole');
  });

  test('follows no link and looks into no folder that is not its own', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'lookback-elsewhere-'));
    await mkdir(join(elsewhere, 'en'));
    await writeFile(join(elsewhere, tablePath('a')), 'not ours');
    await symlink(join(elsewhere, 'en'), join(folder, 'de'));
    await symlink('/', join(folder, 'everything'));
    await mkdir(join(folder, 'other', 'en'), { recursive: true });
    await writeFile(join(folder, 'other', tablePath('a')), 'not ours');
    await writeIndex(folder, [], bytes('manifest'));
    expect(await readFile(join(elsewhere, tablePath('a')), 'utf8')).toBe('not ours');
    expect(await readFile(join(folder, 'other', tablePath('a')), 'utf8')).toBe('not ours');
  });

  test.each(['manifest.json', 'index.html', tablePath('a')])(
    'a FIFO called %s is not waited for',
    async (path) => {
      await mkdir(join(folder, 'en'));
      execFileSync('mkfifo', [join(folder, path)]);
      const page = { path: 'index.html', bytes: bytes('page') };
      const writing = writeIndex(folder, [{ path: tablePath('a'), bytes: bytes('one') }, page], bytes('m'));
      const outcome = await writing.then(
        () => 'written',
        ({ code }) => code,
      );
      expect(outcome).toBe(path === tablePath('a') ? 'written' : 'output-unwritable');
    },
  );
});

describe('the page and the library in an index', () => {
  const script = pageScriptPath('lookback-static-page-b16u0313.js');
  const words = pageScriptPath('lookback-german-ijv1yk6c.js');
  const files = [
    { path: script, bytes: bytes('script') },
    { path: words, bytes: bytes('words') },
    { path: 'index.html', bytes: bytes(`<script type="module" src="${script}"></script>`) },
    { path: 'lookback.js', bytes: toLibrary(bytes('library'), bytes('m')) },
  ];
  const names = async (): Promise<readonly string[]> => (await readdir(folder, { recursive: true })).sort();

  test('goes with the build that does not write it any more', async () => {
    await writeIndex(folder, files, bytes('m'));
    expect(await names()).toEqual(['assets', words, script, 'index.html', 'lookback.js', 'manifest.json']);
    await writeIndex(folder, [], bytes('m'));
    expect(await names()).toEqual(['manifest.json']);
  });

  test('gets its name when all that it loads has', async () => {
    await writeIndex(folder, files, bytes('m'));
    const next = { path: pageScriptPath('lookback-static-page-kart5b8u.js'), bytes: bytes('script') };
    await mkdir(join(folder, next.path));
    const page = { path: 'index.html', bytes: bytes(`<script type="module" src="${next.path}"></script>`) };
    await expect(writeIndex(folder, [page, next], bytes('n'))).rejects.toMatchObject({
      code: 'output-unwritable',
    });
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain(script);
  });

  test.each([
    ['index.html', '<h1>My blog</h1>'],
    ['lookback.js', 'const lookback = 1;'],
  ])('never takes the place of one that is not ours: %s', async (path, theirs) => {
    await writeFile(join(folder, path), theirs);
    await writeIndex(folder, [], bytes('m'));
    await expect(writeIndex(folder, files, bytes('n'))).rejects.toMatchObject({
      code: 'output-unwritable',
      file: join(folder, path),
    });
    expect(await readFile(join(folder, path), 'utf8')).toBe(theirs);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe('m');
  });
});
