import { describe, expect, test } from 'vitest';
import { formatComparison } from '../../src/cli/format-comparison.js';
import { formatEntry } from '../../src/server/log-entry.js';
import { createCommandLine } from './command-line.js';

/** A line that the program could have written, in what somebody else has named. */
const forged = [
  'a\nskipped posts/innocent.md:1  draft: is hidden\n        Publish it.\nb',
  'a\rerror internal: gone',
  'a\u001b[2K\u001b[1Aindexed 99',
  'a\u202ecod.md\u2066',
  'a\u2028found 99\u2029b',
  'a\u009b31mred',
  'a\u0085found 99',
];
const acting = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe.skipIf(process.platform === 'win32').each(forged)('a name such as %j', (name) => {
  test('is shown on the line that it belongs to', async () => {
    const line = await createCommandLine();
    await line.write('posts/good.md', '# Good\n\nWords.\n');
    await line.write(`posts/${name}.md`, '---\ntitle: [broken\n---\nwords\n');
    await line.write(`posts/${name}/also.md`, '---\ndraft: true\n---\nwords\n');
    await line.write(
      `posts/${name}.mdx`,
      `---\ntitle: Shown\npermalink: ${JSON.stringify(`/${name}`)}\n---\nwords {% x %}\n`,
    );
    await line.write('other.xml', '<urlset></urlset>');
    const build = await line.run(['build']);
    expect(build.err.match(/^skipped /gm)).toHaveLength(2);
    const commands = [
      ['explain', `posts/${name}.md`],
      ['explain', `posts/${name}.mdx`],
      ['explain', `posts/${name}.mdx`, '--json'],
      ['explain', `posts/${name}.none`],
      ['check-urls', '--against', 'other.xml'],
      ['check-urls', 'posts', '--against', 'other.xml', '--json'],
      ['check-urls', '--against', `${name}.xml`],
      ['search', 'shown'],
      ['search', 'shown', '--json'],
      ['build', name],
      ['build', '--config', name],
      ['build', '--generator', name],
      ['build', '--language', name],
      ['build', '--ledger', `none/${name}`],
      [name],
    ];
    for (const { out, err } of [build, ...(await Promise.all(commands.map((words) => line.run(words))))]) {
      expect(out + err).not.toMatch(acting);
      expect(out + err).not.toMatch(/^(?:skipped posts\/innocent|error internal|found 99|indexed 99)/m);
    }
  });

  test('is one line of the log', () => {
    const entry = { event: 'request', method: 'GET', url: `/${name}`, status: 200, milliseconds: 1 } as const;
    const shown = formatEntry(entry);
    expect(shown).not.toMatch(/\n/);
    expect(shown).not.toMatch(acting);
    expect(JSON.parse(shown)).toMatchObject(entry);
  });

  test('of a page of the site is one line of the comparison', () => {
    const url = `/${name}/`;
    const shown = formatComparison(
      {
        ours: 1,
        theirs: 1,
        missing: [{ url, id: name }],
        differing: [{ url, id: name, there: url, difference: 'case' }],
        extra: [url],
      },
      name,
    );
    expect(shown).not.toMatch(acting);
    expect(shown.split('\n')).toHaveLength(9);
  });
});

test('problems of a configuration stand on lines of their own', async () => {
  const line = await createCommandLine();
  await line.write('lookback.config.json', JSON.stringify({ 'a\nerror x: y': 1, title: '', port: 'b' }));
  const { err } = await line.run(['build']);
  expect(err).toMatch(
    /^error config-invalid: the configuration is wrong:\n- title .*\n- port .*\n- a\\nerror x: y .*\n {2}Correct/,
  );
});
