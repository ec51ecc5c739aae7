import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { queryLanguage } from '../../src/query/language.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-cli-'));
});

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};

const run = async (words: readonly string[], more: Partial<Terminal> = {}) => {
  let out = '';
  let err = '';
  const code = await runCommand(words, {
    in: Readable.from([]),
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    outIsTerminal: false,
    errIsTerminal: false,
    open: async () => undefined,
    folder,
    environment: {},
    ...more,
  });
  return { code, out, err };
};

const post = (front: string, body: string): string => `---\n${front}\n---\n${body}\n`;

const writeBlog = async (): Promise<void> => {
  await write(
    'posts/2019-05-01-dask.md',
    post('title: Dask or Spark\ntags: [cloud, dask]\ncategories: [blog]', 'We moved from **Spark** to Dask.'),
  );
  await write(
    'posts/2020-06-02-rust.md',
    post(
      'title: Learning Rust\ntags: [rust]\ncategories: [notes]',
      '## Borrowing\n\nThe borrow checker taught me.',
    ),
  );
  await write('posts/2021-01-01-secret.md', post('title: Zanzibar\ndraft: true', 'Zanzibar is hidden.'));
};

describe('build', () => {
  test('goes on without a post whose time is up, and says so', async () => {
    await writeBlog();
    await write('posts/2022-01-01-slow.md', post('title: Slow', '*a* [b](c) `d`\n\n'.repeat(900_000)));
    const words = ['build', 'posts', '--out', 'index', '--max-post-seconds', '5'];
    const { code, out, err } = await run(words);
    expect(code).toBe(0);
    expect(err).toMatch(/skipped posts\/2022-01-01-slow\.md {2}too-slow: took longer than 5 s/);
    expect(err).toContain('maxPostSeconds');
    expect(out).toMatch(/indexed\s+2\n/);
    const found = await run(['search', 'borrow', '--index', 'index']);
    expect(found.out).toContain('Learning Rust');
  });

  test('says what was found, indexed and skipped, with the line that decided', async () => {
    await writeBlog();
    const { code, out, err } = await run(['build', 'posts', '--out', 'index']);
    expect(err).toMatch(/skipped posts\/2021-01-01-secret\.md:3 {2}draft: /);
    expect(out).toMatch(/found\s+3\n/);
    expect(out).toMatch(/indexed\s+2\n/);
    expect(out).toMatch(/skipped: draft\s+1\n/);
    expect(out).toMatch(/seconds\s+\d+\.\d\n/);
    expect(code).toBe(0);
  });

  test('writes plain text when it is not a terminal', async () => {
    await writeBlog();
    const { out, err } = await run(['build']);
    // The escape character starts every colour and cursor move.
    expect(out + err).not.toContain(String.fromCharCode(27));
  });

  test('a post that cannot be read: 0, and 2 with --strict; the others are indexed', async () => {
    await writeBlog();
    await write('posts/2022-01-01-broken.md', '---\ntitle: [unclosed\n---\nwords');
    const lenient = await run(['build']);
    expect(lenient.code).toBe(0);
    expect(lenient.err).toMatch(/skipped posts\/2022-01-01-broken\.md:\d+ {2}front-matter: /);
    const strict = await run(['build', '--strict']);
    expect(strict.code).toBe(2);
    expect(strict.out).toMatch(/indexed\s+2\n/);
  });

  test('a draft is no failure under --strict', async () => {
    await writeBlog();
    expect((await run(['build', '--strict'])).code).toBe(0);
  });

  test('wrong use: 1', async () => {
    await writeBlog();
    expect((await run(['build', '--nonsense'])).code).toBe(1);
    expect((await run(['bild'])).code).toBe(1);
    expect(await run(['build', 'no-such-folder'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('posts-folder-missing'),
    });
    expect(await run(['build', '--generator', 'jekyl'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('config-invalid'),
    });
  });

  test('nothing written: 3', async () => {
    await writeBlog();
    await write('taken', 'a file');
    expect(await run(['build', '--out', 'taken'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('output-unwritable'),
    });
    await mkdir(join(folder, 'empty'));
    expect(await run(['build', 'empty', '--out', 'other'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('posts-none'),
    });
    expect(await readdir(folder)).not.toContain('other');
  });

  test('when no post can be read the old index stays', async () => {
    await writeBlog();
    await run(['build']);
    await write('broken/one.md', '---\ntitle: [unclosed\n---\nwords');
    expect(await run(['build', 'broken'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('posts-none'),
    });
    expect((await run(['search', 'spark'])).out).toContain('Dask or Spark');
    await write('drafts/one.md', '---\ndraft: true\n---\nwords');
    expect((await run(['build', 'drafts'])).code).toBe(0);
    expect((await run(['search', 'spark'])).out).toContain('No post matches');
  });

  test('a hidden post leaves no byte in the index', async () => {
    await writeBlog();
    await run(['build']);
    for (const file of await readdir(join(folder, 'index'), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect((await readFile(join(file.parentPath, file.name), 'utf8')).toLowerCase()).not.toContain(
        'zanzibar',
      );
    }
  });
});

describe('search', () => {
  beforeEach(async () => {
    await writeBlog();
    await run(['build']);
  });

  test('prints title, date, tags and the snippet', async () => {
    const { code, out } = await run(['search', 'dask spark', '--tag', 'cloud', '--category', 'blog']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 post, 1 to 1\n/);
    expect(out).toContain('Dask or Spark');
    expect(out).toContain('2019-05-01');
    expect(out).toContain('#cloud');
    expect(out).toContain('We moved from Spark to Dask.');
    expect(out).not.toContain('Rust');
  });

  test('words may be left out when a filter is given', async () => {
    const { out } = await run(['search', '--tag', 'rust']);
    expect(out).toContain('Learning Rust');
    expect(await run(['search'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('words, or a filter'),
    });
  });

  test('--json is the result of the API', async () => {
    const { out } = await run(['search', 'borow', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      total: 1,
      hits: [
        {
          id: '2020-06-02-rust.md',
          date: '2020-06-02',
          snippets: [{ heading: { text: 'Borrowing', anchor: 'borrowing' } }],
        },
      ],
      facets: { tags: [{ value: 'rust', count: 1 }], years: [{ value: '2020', count: 1 }] },
    });
  });

  test('--suggest prints what holds the words, as the API does with --json', async () => {
    const { code, out } = await run(['search', 'das', '--suggest']);
    expect(code).toBe(0);
    expect(out).toMatch(/^tag {6}dask {2}tag:dask\ntitle {4}Dask or Spark {2}\//);
    const { suggestions } = JSON.parse((await run(['search', 'lerning', '--suggest', '--json'])).out);
    expect(suggestions).toMatchObject([{ kind: 'title', text: 'Learning Rust' }]);
    expect((await run(['search', 'zanzibar', '--suggest'])).out).toBe('Nothing holds these words.\n');
    expect(await run(['search', 'das', '--suggest', '--tag', 'cloud'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no parameter `tag`'),
    });
  });

  test('--no-fuzzy takes no word for another', async () => {
    expect((await run(['search', 'borow'])).out).toContain('Learning Rust');
    expect((await run(['search', 'borow', '--no-fuzzy'])).out).toMatch(/^No post matches\./);
  });

  test('a question may have the signs of its language, and the rest of its words begin with a minus', async () => {
    const { out } = await run(['search', '--', '-dask', 'title:rust OR "borrow checker"']);
    expect(out).toMatch(/^1 post, 1 to 1\n/);
    expect(out).toContain('Learning Rust');
  });

  test('highlights on a terminal, and not against NO_COLOR', async () => {
    const colour = String.fromCharCode(27);
    expect((await run(['search', 'rust'], { outIsTerminal: true })).out).toContain(colour);
    expect(
      (await run(['search', 'rust'], { outIsTerminal: true, environment: { NO_COLOR: '1' } })).out,
    ).not.toContain(colour);
  });

  test('a wrong parameter names itself', async () => {
    expect(await run(['search', 'rust', '--from', '2020-13'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('from'),
    });
  });

  test('an index that is not there', async () => {
    expect(await run(['search', 'rust', '--index', 'none'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('index-missing'),
    });
  });
});

describe('help', () => {
  test.each([[['--help']], [['build', '--help']], [['search', '--help']], [['serve', '--help']]])(
    '%j',
    async (words) => {
      const { code, out } = await run(words);
      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: lookback/);
    },
  );

  test('build names what a setting can be, and what it is where nobody sets it', async () => {
    const { out } = await run(['build', '--help']);
    expect(out).toMatch(/--generator .*: auto, jekyll, .*, mkdocs, plain \(default: auto\)\n/);
    expect(out).toMatch(/--noindex .*include takes them \(default: skip\)\n/);
    expect(out).toMatch(/--wait .* \(default: 300\)\n/);
  });

  test('search has the language of questions', async () => {
    const { out } = await run(['search', '--help']);
    for (const { example, meaning, also = [] } of queryLanguage)
      expect(out).toContain(`  ${[example, ...also].join('   ')}\n      ${meaning}\n`);
  });

  test('build documents its exit codes', async () => {
    expect((await run(['build', '--help'])).out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
  });
});
