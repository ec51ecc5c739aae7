import { describe, expect, it } from 'vitest';
import { openSite } from '../open-site.js';

const post = '---\ntitle: A\n---\n\nWords.';
const open = async (pattern: string, files: readonly string[], more = '') => {
  const { urls } = await openSite(
    {
      'astro.config.mjs': 'export default {};',
      'src/content.config.ts': `import { glob } from 'astro/loaders';
const posts = defineCollection({ loader: glob({ base: './notes', pattern: ${pattern} }), schema: z.any() });
${more}`,
      ...Object.fromEntries(files.map((file) => [file, post])),
    },
    { urlTemplate: '/:path/' },
  );
  return Object.keys(urls);
};

// What is expected here is what Astro 5 builds.
describe('files of Astro’s collections', () => {
  it.each([
    ["['**/*.md', '!secret/**']", ['notes/a.md', 'notes/b/c.md', 'notes/sx.md']],
    ["'*.{md,mdx}'", ['notes/a.md', 'notes/d.mdx', 'notes/sx.md']],
    ["'**/[^s]*.md'", ['notes/a.md', 'notes/b/c.md', 'notes/secret/x.md']],
    ['patternOf()', ['notes/a.md', 'notes/b/c.md', 'notes/d.mdx', 'notes/secret/x.md', 'notes/sx.md']],
  ])('are those that its patterns take: %s', async (pattern, taken) => {
    const files = ['notes/a.md', 'notes/b/c.md', 'notes/d.mdx', 'notes/secret/x.md', 'notes/sx.md'];
    expect(await open(pattern, files)).toEqual(taken);
  });

  it('are in one of them at least', async () => {
    const more =
      "const drafts = defineCollection({ loader: glob({ base: 'notes/', pattern: 'secret/*.md' }) });";
    const files = ['notes/a.md', 'notes/b/c.md', 'notes/secret/x.md', 'src/pages/p.md'];
    expect(await open("'*.md'", files, more)).toEqual(['notes/a.md', 'notes/secret/x.md', 'src/pages/p.md']);
  });
});
