import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

const post = '---\ntitle: A post\n---\nIts words.\n';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
});

/** A pipe that nobody writes into. */
const createPipe = async (name: string): Promise<void> => {
  await mkdir(dirname(join(line.folder, name)), { recursive: true });
  execFileSync('mkfifo', [join(line.folder, name)]);
};

const createDevice = async (name: string): Promise<void> => {
  await mkdir(dirname(join(line.folder, name)), { recursive: true });
  await symlink('/dev/zero', join(line.folder, name));
};

describe.skipIf(process.platform === 'win32').each([
  ['a pipe', createPipe],
  ['a device that never ends', createDevice],
])('%s', (_, create) => {
  test.each([
    'posts/_config.yml',
    '_config.yml',
    'posts/hugo.toml',
    'posts/docusaurus.config.js',
    'posts/astro.config.mjs',
    'posts/pelicanconf.py',
    'posts/config.json',
    'posts/.vitepress/config.ts',
    'lookback.config.json',
    'lookback.config.js',
    'lookback.config.mjs',
    'lookback.config.ts',
    'package.json',
  ])('as the configuration file %s is reported', async (name) => {
    await line.write('posts/content/a.md', post);
    await line.write('posts/_posts/2020-01-02-a.md', post);
    await create(name);
    expect(await line.run(['build'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error config-unreadable: .*is no regular file/),
    });
    expect((await line.run(['explain', 'posts/content/a.md'])).err).toMatch(/config-unreadable/);
  });

  test('beside a configuration that is a program is reported', async () => {
    await line.write('posts/a.md', post);
    await line.write('lookback.config.js', 'export default {};\n');
    await create('package.json');
    expect((await line.run(['build'])).err).toMatch(/^error config-unreadable: .*package\.json/);
  });

  test('that --config names is reported', async () => {
    await line.write('posts/a.md', post);
    for (const name of ['settings.json', 'settings.ts', 'settings']) {
      await create(name);
      expect((await line.run(['build', '--config', name])).err).toMatch(/^error config-unreadable: /);
    }
  });

  test('as a data file hides the posts of its folder, which say so', async () => {
    await line.write('posts/.eleventy.js', 'module.exports = {};\n');
    await line.write('posts/a.md', post);
    await line.write('posts/deep/b.md', post);
    await create('posts/deep/deep.json');
    const { code, out, err } = await line.run(['build', '--strict']);
    expect(err).toMatch(/skipped posts\/deep\/b\.md {2}front-matter: .*deep\.json.*is no regular file/);
    expect(out).toMatch(/indexed +1\n/);
    expect(code).toBe(2);
  });

  test('as a list of what is left out is reported', async () => {
    await line.write('posts/.eleventy.js', 'module.exports = {};\n');
    await line.write('posts/a.md', post);
    await create('posts/.eleventyignore');
    expect((await line.run(['build'])).err).toMatch(/^error config-unreadable: .*\.eleventyignore/);
  });

  test('as a list of authors is reported', async () => {
    await line.write('posts/docusaurus.config.js', 'module.exports = {};\n');
    await line.write('posts/blog/2020-01-02-a.md', post);
    await create('posts/blog/authors.yml');
    expect((await line.run(['build'])).err).toMatch(/authors\.yml.*is no regular file/);
  });

  test('as a sitemap, or one that a sitemap names, is reported', async () => {
    await line.write('posts/a.md', post);
    for (const name of ['sitemap.xml', 'sitemap.xml.gz']) {
      await create(name);
      expect((await line.run(['check-urls', 'posts', '--against', name])).err).toMatch(
        /^error site-unreadable: .*is no regular file/,
      );
    }
    await line.write(
      'index.xml',
      '<sitemapindex><sitemap><loc>https://example.org/sitemap.xml</loc></sitemap></sitemapindex>',
    );
    expect((await line.run(['check-urls', 'posts', '--against', 'index.xml'])).err).toMatch(
      /^error site-unreadable: /,
    );
  });

  test('as package.json of the site stops nothing', async () => {
    await line.write('posts/a.md', post);
    await create('posts/package.json');
    expect((await line.run(['build'])).code).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('a post that is no file', () => {
  test('is accounted for: a pipe, a link to one, a link out of the folder', async () => {
    await line.write('posts/a.md', post);
    await createPipe('posts/pipe.md');
    await symlink('pipe.md', join(line.folder, 'posts/link.md'));
    await createDevice('posts/zero.md');
    await symlink('nowhere', join(line.folder, 'posts/gone.md'));
    const { code, out, err } = await line.run(['build', '--strict']);
    expect(err).toMatch(/skipped posts\/pipe\.md {2}unreadable: is no regular file/);
    expect(err).toMatch(/skipped posts\/link\.md {2}unreadable: is no regular file/);
    expect(err).toMatch(/notice {2}posts {2}links .* are not followed: gone\.md, zero\.md\n/);
    expect(out).toMatch(/found +3\n/);
    expect(code).toBe(2);
  });

  test('links to folders are not entered, and named where they hold posts', async () => {
    await line.write('posts/a.md', post);
    await line.write('elsewhere/b.md', post);
    await line.write('assets/b.png', '');
    await symlink('../elsewhere', join(line.folder, 'posts/linked'));
    await symlink('../assets', join(line.folder, 'posts/images'));
    await symlink('.', join(line.folder, 'posts/cycle'));
    const { out, err } = await line.run(['build']);
    expect(err).toMatch(/are not followed: linked\n/);
    expect(out).toMatch(/found +1\n/);
  });
});

/** Permissions do not bind root; nobody else may become another. */
const asNobody = async <Result>(act: () => Promise<Result>): Promise<Result> => {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
};

describe.skipIf(process.platform === 'win32')('a folder that cannot be read', () => {
  beforeEach(async () => {
    await chmod(line.folder, 0o777);
    await line.write('posts/a.md', post);
    await line.write('posts/deep/er/b.md', '---\ntitle: Zanzibar\n---\nZanzibar.\n');
  });

  test.each(['deep', 'deep/er'])('is reported, and the others are read: %s', async (folder) => {
    await chmod(join(line.folder, 'posts', folder), 0);
    const build = await asNobody(() => line.run(['build', '--strict', '--ledger', 'ledger']));
    expect(build.err).toContain(
      `skipped posts/${folder}  unreadable: is a folder that cannot be read (EACCES)\n`,
    );
    expect(build.out).toMatch(/found +2\nindexed +1\nskipped: unreadable +1\n/);
    expect(build.code).toBe(2);
  });

  test('is the folder of the posts', async () => {
    await chmod(join(line.folder, 'posts'), 0);
    const { code, err } = await asNobody(() => line.run(['build']));
    expect(err).toMatch(/^error posts-none: .*cannot be read \(EACCES\) \[.*posts\/\]/);
    expect(code).toBe(3);
  });

  test('that a build leaves out anyway is not', async () => {
    await line.write('posts/dist/x.md', post);
    await line.write('posts/node_modules/x.md', post);
    await line.write('posts/.cache/x.md', post);
    for (const name of ['dist', 'node_modules', '.cache']) await chmod(join(line.folder, 'posts', name), 0);
    const { out } = await asNobody(() => line.run(['build', '--strict']));
    expect(out).toMatch(/found +2\nindexed +2\n/);
  });
});
