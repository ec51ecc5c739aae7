import { describe, expect, it } from 'vitest';
import { findDoubt } from '../../src/indexer/second-opinion/second-opinion.js';
import { now, openSite } from './open-site.js';

const next = { 'package.json': '{"dependencies":{"next":"15"}}' };
const read = async (body: string, path = 'app/blog/a/page.mdx') => {
  const site = await openSite({ ...next, [path]: body });
  return { site, path };
};

describe('what a file of MDX exports of itself', () => {
  it.each([
    "export const metadata = {\n  title: 'A title',\n  date: '2024-01-02',\n  tags: ['x'],\n}\n\nWords.",
    'import X from "./x"\n\nexport const metadata: Metadata = {\n  title: "A title", date: "2024-01-02", tags: ["x"], image: X,\n} satisfies Metadata;\n\nWords.',
    '---\ntags: [x]\n---\n\nexport const frontmatter = { "title": `A title`, date: "2024-01-02" };\n\nWords.',
    'export const meta =\n  { title: "A" + " title", date: new Date("2024-01-02"), tags: ["x"] }\n\nWords.',
  ])('is read: %j', async (body) => {
    const { site, path } = await read(body);
    const { title, date, tags, text } = site.post(path);
    expect([title, date?.day, tags, text]).toEqual(['A title', '2024-01-02', ['x'], 'Words.']);
  });

  const hidden = [
    ['export const metadata = { title: "A", draft: true }\n\nWords.', 'draft'],
    ['# A\n\nexport const metadata = {\n  // don\'t show\n  "draft": true,\n}\n\nWords.', 'draft'],
    ['export const frontMatter = { published: false }\n\nWords.', 'unpublished'],
    ['export const metadata = { date: "2098-01-02" }\n\nWords.', 'future'],
    ['export const metadata = { robots: { index: false } }\n\nWords.', 'noindex'],
    ['---\ndraft: false\n---\nexport const metadata = { draft: true }\n\nWords.', 'draft'],
    ['---\ndraft: true\n---\nexport const metadata = { draft: false }\n\nWords.', 'draft'],
  ] as const;

  it.each(hidden)('hides: %j', async (body, reason) => {
    const { site, path } = await read(body);
    expect(site.skip(path).reason).toBe(reason);
  });

  it.each(hidden)('is seen by the second opinion as well: %j', (text) => {
    const rules = {
      now: now.getTime() / 1000,
      metaLines: false,
      draftHides: true,
      noindexHides: true,
      show: [],
    };
    expect(findDoubt({ path: 'a.mdx', text }, rules)).toBeDefined();
  });

  it.each([
    'export const metadata = { title: "A", draft: isDraft() }\n\nWords.',
    'export const metadata = { ...base, title: "A" }\n\nWords.',
    'export const metadata = { title: "A", \n\nWords.',
  ])('hides where only the program knows whether it does: %j', async (body) => {
    const { site, path } = await read(body);
    expect(site.skip(path)).toMatchObject({ reason: 'front-matter', line: 1 });
  });

  it.each([
    '# A\n\n```js\nexport const metadata = { draft: true }\n```\n',
    '# A\n\n~~~\n```\nexport const metadata = { draft: true }\n~~~\n',
    '# A\n\nWrite `export const metadata = { draft: true }` so.',
    'export const other = { draft: true }\n\n# A',
  ])('is not what stands in code: %j', async (body) => {
    const { site, path } = await read(body, 'posts/a.mdx');
    expect(site.post(path).title).toBe('A');
  });
});
