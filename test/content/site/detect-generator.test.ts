import { describe, expect, test } from 'vitest';
import { Evidence } from '../../../src/content/generators/evidence.js';
import { detectGenerator, isMdxInMarkdown } from '../../../src/content/site/detect-generator.js';

/** @param heads of so many posts each */
const evidenceOf = (
  files: readonly string[],
  heads: readonly (readonly [string, number])[] = [],
  folder = 'x',
): Evidence => {
  const samples = heads.flatMap(([head, count]) => Array.from({ length: count }, () => ({ path: '', head })));
  return new Evidence(folder, files, samples);
};
const toml = '+++\ntitle = "A"\n+++\nwords';
const zola = '+++\npath = "/a"\n+++\nwords';
const meta = 'Title: A\nDate: 2020-01-02\n\nwords';
const admonition = '!!! note\n    words';
const shortcode = 'words {{< ref "a" >}}';
const tag = 'words {% include a %}';

describe('of two signs the surer one tells', () => {
  test.each([
    ['jekyll', evidenceOf(['_posts/2020-01-02-a.md'], [[toml, 9]])],
    ['jekyll', evidenceOf(['_drafts/a.md'])],
    // Of two as sure, the first that is named.
    ['jekyll', evidenceOf(['_posts/2020-01-02-a.md', 'source/_posts/2020-01-02-b.md'])],
    ['hexo', evidenceOf(['source/_posts/a.md'], [[toml, 9]])],
    ['docusaurus', evidenceOf(['i18n/de/docusaurus-plugin-content-blog/a.md'], [[meta, 9]])],
    [
      'pelican',
      evidenceOf(
        ['a.md'],
        [
          [meta, 5],
          [toml, 5],
        ],
      ),
    ],
    [
      'zola',
      evidenceOf(
        ['_index.md'],
        [
          [zola, 3],
          [toml, 7],
        ],
      ),
    ],
    [
      'hugo',
      evidenceOf(
        ['a.md'],
        [
          [zola, 2],
          [toml, 2],
          [admonition, 6],
        ],
      ),
    ],
    [
      'hugo',
      evidenceOf(
        ['a.md'],
        [
          [shortcode, 1],
          [admonition, 9],
        ],
      ),
    ],
    ['hugo', evidenceOf(['a/_index.md'], [[admonition, 9]])],
    [
      'mkdocs',
      evidenceOf(
        ['2020-01-02-a.md'],
        [
          [admonition, 2],
          [tag, 8],
        ],
      ),
    ],
    [
      'eleventy',
      evidenceOf(
        ['a.md'],
        [
          [tag, 3],
          ['words', 7],
        ],
      ),
    ],
    ['eleventy', evidenceOf(['src/2020-01-02-a.md', 'b.md'])],
    ['jekyll', evidenceOf(['2020-01-02-a.md', 'b.md'])],
    ['plain', evidenceOf(['2020-01-02-a.md', 'b.md', 'c.md'])],
    ['plain', evidenceOf([])],
  ] as const)('%s', (name, evidence) => {
    expect(detectGenerator(evidence)).toBe(name);
  });
});

test('some posts with comments of MDX make the others MDX, and a few do not', () => {
  const mdx = (count: number) =>
    isMdxInMarkdown(
      evidenceOf(
        [],
        [
          ['{/* a */}', count],
          ['words', 10 - count],
        ],
      ),
    );
  expect(mdx(3)).toBe(true);
  expect(mdx(2)).toBe(false);
});
