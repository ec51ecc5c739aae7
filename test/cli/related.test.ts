/** The command, the API, the file and the library say the same. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSearch } from '../../src/browser/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { openLiveIndex } from '../../src/reader/live-index.js';
import { serve } from '../server/serve.js';
import { type CommandLine, createCommandLine } from './command-line.js';

const post = (title: string, text: string, more = ''): string =>
  `---\ntitle: ${title}\nlang: en\n${more}---\n${text}\n`;

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  await line.write('site/_config.yml', 'permalink: /:title/\n');
  const posts = {
    '2020-01-01-bread': post(
      'Bread',
      'Sourdough of flour and a starter, see [tea](/tea/).',
      'tags: [baking]\n',
    ),
    '2020-01-02-oven': post('Oven', 'A hot oven for sourdough, flour and water.', 'tags: [baking]\n'),
    '2020-01-03-tea': post('Tea', 'Green leaves.'),
    '2020-01-04-secret': post(
      'Zanzibar',
      'Sourdough of flour and a starter.',
      'published: false\ntags: [baking]\n',
    ),
    '2020-01-05-soon': post('Krakatau', 'Flour and a starter.', 'expires: 2090-01-01\ntags: [baking]\n'),
  };
  for (const [name, text] of Object.entries(posts)) await line.write(`site/_posts/${name}.md`, text);
});

const build = async (...flags: readonly string[]): Promise<void> => {
  const { code, err } = await line.run(['build', 'site', ...flags]);
  expect([code, err.includes('leak')]).toEqual([0, false]);
};

const readRelated = () => readFile(join(line.folder, 'index/related.json'), 'utf8');

/** What `lookback related --json` prints. */
const relatedTo = async (file: string, ...flags: readonly string[]) => {
  const { code, out, err } = await line.run(['related', file, '--json', ...flags]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out).related as readonly { readonly url: string; readonly title: string }[];
};

describe('lookback related', () => {
  test('says of a post what the API, the library and the file say', async () => {
    await build('--related');
    const engine = await openLiveIndex(createFileSource(join(line.folder, 'index')));
    const { url } = await serve({ engine });
    const written = JSON.parse(await readRelated()).posts;
    for (const name of ['2020-01-01-bread', '2020-01-02-oven', '2020-01-03-tea']) {
      const id = `_posts/${name}.md`;
      const related = await relatedTo(`site/${id}`);
      expect((await (await fetch(`${url}api/posts/${id}/related`)).json()).related).toEqual(related);
      expect(await createSearch(engine, { languages: [], prefer: [] }).related(id)).toEqual(related);
      const lasting = related.filter(({ title }) => title !== 'Krakatau');
      expect(written[`/${name.slice(11)}/`]).toEqual(
        lasting.map(({ url: to, title }) => ({ url: to, title })),
      );
    }
    expect((await relatedTo('site/_posts/2020-01-01-bread.md')).map(({ title }) => title)).toEqual([
      'Krakatau',
      'Oven',
      'Tea',
    ]);
  });

  test('finds what a draft is about, and what is hidden never', async () => {
    await build();
    const titles = async (file: string) => (await relatedTo(file)).map(({ title }) => title);
    expect(await titles('site/_posts/2020-01-04-secret.md')).toEqual(['Bread', 'Krakatau', 'Oven']);
    await line.write('site/_drafts/new.md', post('Cakes', 'An oven.'));
    expect(await titles('site/_drafts/new.md')).toEqual(['Oven']);
    await line.write('site/_posts/2020-01-06-broken.md', '---\ntitle: [\n---\nGreen leaves.\n');
    expect(await titles('site/_posts/2020-01-06-broken.md')).toEqual(['Tea']);
  });

  test('prints posts as people read them', async () => {
    await build();
    const { out } = await line.run(['related', 'site/_posts/2020-01-01-bread.md', '--limit', '1']);
    expect(out).toBe('  1. Krakatau\n     2020-01-05  #baking\n     /soon/\n');
    await line.write('site/_posts/2020-01-07-lone.md', post('Lone', 'Xylophone.'));
    expect((await line.run(['related', 'site/_posts/2020-01-07-lone.md'])).out).toBe('No post is related.\n');
  });

  test.each([
    ['a file that is not there', ['site/_posts/none.md'], 'post-unknown'],
    ['an empty file', ['site/_posts/2020-01-08-empty.md'], 'post-unknown'],
    ['a limit that is none', ['site/_posts/2020-01-03-tea.md', '--limit', 'x'], 'parameter-invalid'],
  ])('refuses %s', async (_, words, code) => {
    await build();
    await line.write('site/_posts/2020-01-08-empty.md', '');
    const { code: exit, err } = await line.run(['related', ...words]);
    expect(exit).toBe(1);
    expect(err).toContain(code);
  });
});

describe('lookback build --related', () => {
  test('writes the same bytes each time, and nothing of what is hidden or expires', async () => {
    await build('--related');
    const written = await readRelated();
    expect(Object.keys(JSON.parse(written).posts)).toEqual(['/bread/', '/oven/', '/tea/']);
    expect(written).not.toMatch(/Zanzibar|secret|Krakatau|soon/);
    await build('--related');
    expect(await readRelated()).toBe(written);
  });

  test('is off by default, and takes away what there was', async () => {
    await build('--related');
    await build();
    expect(await readdir(join(line.folder, 'index'))).not.toContain('related.json');
  });

  test('leaves a file of that name alone that is not ours, and says so', async () => {
    await build();
    const file = join(line.folder, 'index/related.json');
    await writeFile(file, '{"own": true}');
    await build();
    expect(await readRelated()).toBe('{"own": true}');
    const { code, err } = await line.run(['build', 'site', '--related']);
    expect(code).toBe(3);
    expect(err).toContain('related.json');
    expect(await readRelated()).toBe('{"own": true}');
  });
});
