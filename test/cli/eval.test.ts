import { beforeEach, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  for (const [name, text] of [
    ['one', 'Apples and pears, and where they grow.'],
    ['two', 'Pears alone. Pears again.'],
    ['three', 'Nothing of fruit.'],
  ])
    await line.write(`posts/${name}.md`, `---\ntitle: ${name}\npermalink: /fruit/${name}/\n---\n${text}\n`);
  await line.run(['build', 'posts']);
  await line.write(
    'good.tsv',
    'query\turl\tgrade\napples\t/fruit/one/\nfruit\thttps://example.org/three\t2\n',
  );
  await line.write('bad.tsv', '# the one that grows\npears\t/fruit/one/\nplums\t/fruit/four/\n');
});

test('0 and the figures where every right answer stands first', async () => {
  const { code, out, err } = await line.run([
    'eval',
    'good.tsv',
    '--min-ndcg',
    '1',
    '--min-mrr',
    '1',
    '--min-recall',
    '1',
  ]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^good\.tsv +2 +1\.0000 +1\.0000 +1\.0000$/m);
  expect(out).toContain('good.tsv: 0 of 2 fell short\n');
});

test('every query that fell short is listed with where its answer stood and what stood first', async () => {
  const { code, out } = await line.run(['eval', 'bad.tsv']);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^ {2}pears {2}0\.6309\n {4}expected \/fruit\/one\/ {2}rank 2\n {4}first {4}\/fruit\/two\/$/m,
  );
  expect(out).toMatch(
    /^ {2}plums {2}0\.0000\n {4}expected \/fruit\/four\/ {2}not in the index\n {4}first {4}nothing$/m,
  );
});

test.each(['--min-ndcg', '--min-mrr', '--min-recall'])('2 where a figure is below %s', async (least) => {
  expect((await line.run(['eval', 'bad.tsv', least, '0.51'])).code).toBe(2);
  expect((await line.run(['eval', 'bad.tsv', least, '0.1'])).code).toBe(0);
});

test('a folder of judgments counts each file the same', async () => {
  await line.write('judgments/a.tsv', 'apples\t/fruit/one/\n');
  await line.write('judgments/b.tsv', 'plums\t/fruit/one/\n');
  const { out } = await line.run(['eval', 'judgments', '--json']);
  expect(JSON.parse(out)).toMatchObject({ all: { ndcg: 0.5 }, sets: [{ queries: 1 }, { queries: 1 }] });
});

test('another ranking is set beside: MiniSearch of the same index, or another index', async () => {
  await line.write('other/one.md', '---\ntitle: one\npermalink: /fruit/one/\n---\nPears, pears, pears.\n');
  await line.run(['build', 'other', '--out', 'other-index']);
  const mini = await line.run(['eval', 'bad.tsv', '--compare', 'minisearch']);
  expect(mini.out).toMatch(/^ {2}minisearch +0\.3155/m);
  const other = await line.run(['eval', 'bad.tsv', '--compare', 'other-index']);
  expect(other.out).toContain('bad.tsv: 1 of 2 differ from other-index\n  pears  0.6309 : 1.0000\n');
});

test.each([
  [['eval', 'none.tsv'], 'judgments-unreadable'],
  [['eval', 'posts'], 'judgments-unreadable'],
  [['eval', 'wrong.tsv'], 'wrong.tsv:2'],
  [['eval', 'good.tsv', '--min-ndcg', '2'], 'parameter-invalid'],
  [['eval', 'good.tsv', '--min-mrr', ''], 'parameter-invalid'],
  [['eval', 'good.tsv', '--index', 'nowhere'], 'index-missing'],
])('1 for %j', async (words, told) => {
  await line.write('wrong.tsv', 'a\t/a/\nb /b/\n');
  const { code, err } = await line.run(words);
  expect(code).toBe(1);
  expect(err).toContain(told);
});
