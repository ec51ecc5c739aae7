import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';
import { compareExplanations } from './compare-explanations.js';

const fixtures = resolve(import.meta.dirname, '../generators/fixtures');

const template = ['--url-template', '/blog/:slug/'];

const compare = async (line: CommandLine, root: string, options: readonly string[]) => {
  const build = await line.run(['build', root, '--ledger', 'ledger', ...options]);
  expect(build.code).toBe(0);
  const ledger = await readFile(join(line.folder, 'ledger'), 'utf8');
  const generator = /^generator +(\S+)/.exec(build.out)?.[1] ?? '';
  // Each is explained by a look at the whole site: some of many are enough.
  return compareExplanations(ledger, generator, line.folder, { options, most: 12 });
};

describe('a file is explained as it is built', async () => {
  const names = (await readdir(fixtures, { withFileTypes: true })).filter((entry) => entry.isDirectory());

  test.each(names.map(({ name }) => name))('in the site of a generator: %s', async (name) => {
    const line = await createCommandLine();
    await cp(join(fixtures, name), join(line.folder, 'blog'), { recursive: true });
    const { tried, differing } = await compare(line, 'blog', name === 'astro' ? template : []);
    expect(differing).toEqual([]);
    expect(tried).toBeGreaterThan(4);
  });

  const post = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\nSome words of it.\n`;
  const sites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'Next.js': {
      'package.json': '{"dependencies":{"next":"15"}}',
      'README.md': '# The site',
      'packages/ui/README.md': '# Buttons',
      '_posts/hello.md': post('Hello'),
      '_posts/2020-01-02-dated.md': post('Dated'),
      'public/posts/a.md': post('A'),
      'content/deep/er/than/levels/are/looked/at/b.md': post('B'),
    },
    'a folder in Git': { '.git/HEAD': '', 'CHANGELOG.md': '# 1.0', 'notes/2020/a.md': '# A', 'b.md': '# B' },
    'a bare folder': {
      '2020/01/a.md': '# A',
      '2021/b.md': '# 日記',
      'c.md': '# Příliš žluťoučký kůň úpěl ďábelské ódy',
    },
    'posts in several languages': {
      'docs/a.md': post('A', 'lang: en\n'),
      'docs/b.md': post('B'),
      'docs/cs/a.md': '# Plánovač se podívá na každou úlohu, která čeká, a další předá tomu pracovníkovi.',
      'docs/cs/b.md': '# A',
      'docs/om/c.md': '# The scheduler looks at every task that waits and gives the next one to a worker.',
    },
    'a site in a repository': {
      '.git/HEAD': '',
      'README.md': '# The repository',
      'website/hugo.toml': 'baseURL = "/w/"\n',
      'website/content/posts/a.md': post('A', 'date: 2020-01-02\n'),
      'website/content/posts/deep/er/than/levels/are/looked/at/b.md': post('B'),
    },
    'bundles in _posts': { '_posts/a/index.md': post('A'), '_posts/b/index.md': post('B') },
    Jekyll: {
      '_config.yml': 'permalink: /:title/\n',
      '_posts/2020-01-02-a.md': post('A'),
      'news/_posts/2020-01-03-b.md': post('B'),
      'about.md': post('About'),
      'README.md': '# Read me',
    },
  };

  test.each(Object.entries(sites))('in %s', async (_, files) => {
    const line = await createCommandLine();
    for (const [name, text] of Object.entries(files)) await line.write(`blog/${name}`, text);
    const { tried, differing } = await compare(line, 'blog', []);
    expect(differing).toEqual([]);
    expect(tried).toBe(Object.keys(files).filter((name) => name.endsWith('.md')).length);
    // The folder that is set counts before all else, wherever in it the file lies.
    await writeFile(join(line.folder, 'lookback.config.json'), '{"posts":"blog"}');
    expect((await compare(line, 'blog', [])).differing).toEqual([]);
  });
});
