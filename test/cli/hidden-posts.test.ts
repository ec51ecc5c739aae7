import { beforeEach, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  await line.write(
    'posts/open.md',
    '---\ntitle: Open\nstatus: seedling\ntags: [a]\ntags: [b]\n---\nWords.\n',
  );
  await line.write('posts/members.md', '---\ntitle: Members\nvisibility: members\n---\nZanzibar.\n');
  await line.write('posts/quiet.md', '---\ntitle: Quiet\nrobots: noindex\n---\nTimbuktu.\n');
});

const build = ['build', 'posts', '--out', 'index'];

test('a build says which setting shows what it hides, and shows it when it is set', async () => {
  const { err, out } = await line.run(build);
  expect(err).toMatch(
    /skipped posts\/members\.md:3 {2}unpublished: .*\n.*add "visibility=members" to the setting show/,
  );
  expect(err).toMatch(/skipped posts\/quiet\.md:3 {2}noindex: .*\n.*set noindex to include/);
  expect(out).toMatch(/indexed\s+1\n/);
  expect(out).toMatch(/skipped: noindex\s+1\n/);
  const shown = await line.run([...build, '--show', 'visibility=members', '--noindex', 'include']);
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/indexed\s+3\n/);
  await line.write('lookback.config.json', '{"show": ["Visibility = Members", "status=seedling"]}');
  const configured = await line.run(build);
  expect(configured.out).toMatch(/indexed\s+2\n/);
  expect(configured.err).not.toContain('seedling');
});

test('a build notices a status that hides nothing, and a key that stands twice', async () => {
  const { err } = await line.run(build);
  expect(err).toMatch(/notice {2}posts\/open\.md:3 {2}has a status that hides nothing: "seedling"\n/);
  expect(err).toMatch(/notice {2}posts\/open\.md:5 {2}has the key tags twice/);
});

test('explain shows the same', async () => {
  const { out } = await line.run(['explain', 'posts/open.md']);
  expect(out).toMatch(/notices\nline 5: has the key tags twice.*\nline 3: has a status that hides nothing/);
  const members = await line.run(['explain', 'posts/members.md']);
  expect(members.out).toMatch(
    /what to do +Change visibility .* add "visibility=members" to the setting show/,
  );
  expect((await line.run(['explain', 'posts/members.md', '--show', 'visibility=members'])).out).toMatch(
    /^indexed/,
  );
  expect((await line.run(['explain', 'posts/quiet.md', '--noindex', 'include'])).out).toMatch(/^indexed/);
});

test('records are judged by the same settings', async () => {
  const records = [
    '{"url": "/a/", "title": "A", "visibility": "members"}',
    '{"url": "/b/", "title": "B", "sitemap": false}',
    '{"url": "/c/", "title": "C", "draft": true, "draft": false}',
    '{"url": "/d/", "title": "D", "status": "seedling"}',
  ].join('\n');
  const from = ['build', '-', '--out', 'index'];
  const { out, err } = await line.run(from, records);
  expect(out).toMatch(/indexed\s+1\n/);
  expect(err).toMatch(/notice .*:4 {2}has a status that hides nothing/);
  const shown = await line.run([...from, '--show', 'visibility=members', '--noindex', 'include'], records);
  expect(shown.out).toMatch(/indexed\s+3\n/);
  expect(shown.out).toMatch(/skipped: draft\s+1\n/);
});

test('what to show is a list of pairs', async () => {
  expect(await line.run([...build, '--show', 'members'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('must be a list of key=value'),
  });
});
