import { beforeEach, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  await line.write(
    'site/_config.yml',
    'permalink: /:year/:title/\nurl: https://example.org\nbaseurl: /blog\nlang: en\n',
  );
  await line.write(
    'site/_posts/2020-06-02-rust.md',
    '---\ntitle: Learning Rust\ntags: [rust]\n---\n## Borrowing {#own}\n\nThe borrow checker taught me. Rust.\n',
  );
  await line.write('site/_posts/2020-06-03-secret.md', '---\ntitle: Zanzibar\ndraft: yes\n---\nHidden.\n');
});

test('says URL and rule, date, language and why, headings with anchors, text and terms', async () => {
  const { code, out } = await line.run(['explain', 'site/_posts/2020-06-02-rust.md', '--posts', 'site']);
  expect(code).toBe(0);
  expect(out).toMatch(/^indexed {2}site\/_posts\/2020-06-02-rust\.md\n/);
  expect(out).toMatch(/title +Learning Rust\n/);
  expect(out).toMatch(/url +\/blog\/2020\/rust\/ {2}\(permalink/);
  expect(out).toMatch(/date +2020-06-02 /);
  expect(out).toMatch(/language +en {2}\(the language of the site\)\n/);
  expect(out).toMatch(/generator +jekyll\n/);
  expect(out).toMatch(/Borrowing {2}#own\n/);
  expect(out).toContain('The borrow checker taught me.');
  expect(out).toMatch(/terms: 9 tokens, 8 different\nrust ×2, borrow/);
});

test('finds the site from a file outside of the posts folder', async () => {
  const { out } = await line.run(['explain', 'site/_posts/2020-06-02-rust.md']);
  expect(out).toMatch(/url +\/blog\/2020\/rust\/ /);
});

test('says which line hides a post and what to do', async () => {
  const { code, out } = await line.run(['explain', 'site/_posts/2020-06-03-secret.md', '--posts', 'site']);
  expect(code).toBe(0);
  expect(out).toMatch(/^skipped {2}site\/_posts\/2020-06-03-secret\.md:3\n/);
  expect(out).toMatch(/reason +draft\n/);
  expect(out).toMatch(/what to do +Change draft to publish the post\.\n/);
});

test('cuts long text and many terms, and --full does not', async () => {
  const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
  await line.write('posts/long.md', `# Long\n\n${words}\n`);
  const short = (await line.run(['explain', 'posts/long.md'])).out;
  expect(short).toMatch(/… \d+ more characters; --full shows all\n/);
  expect(short).toMatch(/… \d+ more terms; --full shows all\n/);
  expect(short).not.toContain('word399');
  const full = (await line.run(['explain', 'posts/long.md', '--full'])).out;
  expect(full).not.toContain('--full shows all');
  expect(full).toContain('word399');
});

test('--json holds everything', async () => {
  const { out } = await line.run(['explain', 'site/_posts/2020-06-02-rust.md', '--posts', 'site', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    file: 'site/_posts/2020-06-02-rust.md',
    generator: 'jekyll',
    outcome: 'indexed',
    languageRule: 'site',
    post: { url: '/blog/2020/rust/', headings: [{ text: 'Borrowing', anchor: 'own' }] },
    tokens: 9,
  });
  const hidden = await line.run(['explain', 'site/_posts/2020-06-03-secret.md', '--posts', 'site', '--json']);
  expect(JSON.parse(hidden.out)).toMatchObject({ outcome: 'skipped', reason: 'draft', line: 3 });
  expect(hidden.out).not.toMatch(/zanzibar/i);
});

test('a file that no build would read is an error', async () => {
  await line.write('posts/picture.svg', '<svg/>');
  for (const file of ['posts/none.md', 'posts/picture.svg'])
    expect(await line.run(['explain', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('post-unknown'),
    });
});
