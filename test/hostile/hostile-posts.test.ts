import { describe, expect, test } from 'vitest';
import type { GeneratorName } from '../../src/domain/generator-names.js';
import { createReader } from './read-post.js';
import { constructs, everydayShapesOf } from './shapes.js';

/** Processor time, which other programs of the machine do not lengthen much. */
const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const kib = 1024;
const fill = (unit: string, size: number): string =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Each took minutes for 1 MB once, or would. */
const found: readonly (readonly [GeneratorName, string, (size: number) => string])[] = [
  ['jekyll', 'a tag with one long word', (n) => `{% x "${fill('a', n)}" %}`],
  ['jekyll', 'brackets behind a fence', (n) => `\`\`\`${fill('[', n)}\nx\n\`\`\``],
  ['jekyll', 'attributes without an end', (n) => `## A\n{:#${fill('a', n)}`],
  ['jekyll', 'attributes of many headings', (n) => fill('## A\n{:#', n)],
  ['vitepress', 'a container of blanks and U+2028', (n) => `:::${fill(' ', n)}\u2028`],
  ['vitepress', 'a title of blanks and U+2028', (n) => `::: tip${fill(' ', n)}\u2028`],
  ['pelican', 'a key and blanks', (n) => `Foo:${fill(' ', n)}\u2028\n\nText`],
  [
    'jekyll',
    'a table of as many columns as rows',
    (n) => `${fill('a|', n / 2)}\n${fill('-|', n / 4)}\n${fill('a\n', n / 4)}`,
  ],
  ['jekyll', 'a line of bars in a list', (n) => `- ${fill('|', n)}`],
  ['docusaurus', 'lines of a template that does not end', (n) => `export const a = \`${fill('a\n', n)}`],
  ['docusaurus', 'many templates that do not end', (n) => fill('export const a = `\n\n', n)],
  ['docusaurus', 'comments without an end', (n) => fill('<!--', n)],
  ['docusaurus', 'escaped quotes in a brace', (n) => `{${fill("'\\", n)}`],
  ['hexo', 'comments of Nunjucks without an end', (n) => `{% x %}${fill('{#', n)}}`],
  ['hugo', 'shortcodes with one end far away', (n) => `${fill('{{<', n)}>}}`],
  ['jekyll', 'strikethrough without an end', (n) => fill('~~a', n)],
  ['jekyll', 'a long address', (n) => `~~a~~ ${fill('a.', n)}`],
  ['plain', 'headings in a heading', (n) => fill('<h1>a', n)],
  ['eleventy', 'a title of blanks', (n) => `---\ntitle: "a${fill(' ', n / 2)}\u2028b"\n---\n`],
  ['hugo', 'a key of blanks', (n) => `---\na${fill(' ', n / 2)}b: c\n---\n`],
];

/** Far from what is quadratic, and far from what a machine with other work needs. */
const enough = { found: 4, any: 2 };
/** KiB of each construct; CI asks for more. */
const size = Number(process.env.HOSTILE_KIB ?? 16);

describe('256 KB take seconds at most', () => {
  test.each(found)(
    '%s: %s',
    (generator, _, make) => {
      const read = createReader(generator);
      read('# Warm up');
      expect(secondsOf(() => read(make(256 * kib)))).toBeLessThan(enough.found);
    },
    120_000,
  );
});

const readers: readonly (readonly [GeneratorName, keyof typeof constructs])[] = [
  ['jekyll', 'markdown'],
  ['jekyll', 'dialects'],
  ['jekyll', 'matter'],
  ['hugo', 'dialects'],
  ['zola', 'dialects'],
  ['docusaurus', 'mdx'],
  ['pelican', 'matter'],
  ['plain', 'html'],
];

describe('any construct, again and again, takes seconds at most', () => {
  test.each(readers)(
    '%s: %s',
    (generator, group) => {
      const read = createReader(generator);
      read('# Warm up');
      const slow = constructs[group]
        .flatMap(everydayShapesOf)
        .map(({ name, make }) => [name, secondsOf(() => read(make(size * kib)))] as const)
        .filter(([, seconds]) => seconds > enough.any);
      expect(slow).toEqual([]);
    },
    300_000,
  );
});
