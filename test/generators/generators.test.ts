import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ContentOptions, openContent, type PostOutcome } from '../../src/content/index.js';
import { type PrintedPost, toComparableUrl } from './read-pages.js';

/** Where we do not follow the generator, and why. */
interface Deviation {
  readonly because: string;
  readonly skipped?: string;
  readonly differs?: Partial<PrintedPost>;
}

interface FixtureSite {
  readonly name: string;
  /** Folders to open, below the site: what an author may point at. */
  readonly folders: readonly string[];
  readonly options?: Partial<ContentOptions>;
  readonly deviations: Readonly<Record<string, Deviation>>;
}

const now = new Date('2025-06-01T12:00:00Z');

const draft: Deviation = {
  skipped: 'draft',
  because: 'the generator knows no drafts, and its author does: `draft: true` hides everywhere',
};
const future: Deviation = {
  skipped: 'future',
  because: 'the generator shows future posts, and no index holds one',
};
const unlisted: Deviation = {
  skipped: 'unpublished',
  because: 'who has the address can read it, but its author keeps it out of lists, and a search is one',
};
const noSearch: Deviation = { skipped: 'unpublished', because: 'its author keeps it out of the search' };

const setAside: Deviation = {
  skipped: 'not-a-post',
  because:
    'pages and collections of old leave out what starts with _, and a loader takes it where its pattern does not say so: its author set it aside all the same',
};

const sites: readonly FixtureSite[] = [
  {
    name: 'eleventy',
    folders: ['.'],
    deviations: {
      'posts/draft.md': draft,
      'posts/future.md': future,
      'posts/excluded.md': unlisted,
      'posts/2021-03-07-permalink-loop.md': {
        skipped: 'invalid-post',
        because: 'its address is a program, which is never run: no URL, not a wrong one',
      },
      'posts/2023-03-05-Upper-Case.md': {
        differs: { tags: ['posts', 'one', 'two words'] },
        because: 'a tag does not start with a space',
      },
      'posts/headings.md': {
        differs: { anchors: Array.from({ length: 21 }, () => '') },
        because: 'ids come from a plugin that a program adds; without it Eleventy gives none',
      },
      'posts/untitled.md': {
        differs: { anchors: [''] },
        because: 'ids come from a plugin that a program adds; without it Eleventy gives none',
      },
    },
  },
  {
    name: 'eleventy-data',
    folders: ['.', 'src', 'src/posts'],
    deviations: {
      'src/program/public.md': {
        skipped: 'front-matter',
        because: 'its address is up to a program, which is never run and may hide it',
      },
    },
  },
  {
    name: 'hexo',
    folders: ['.', 'source', 'source/_posts'],
    deviations: {
      'source/_posts/draft-flag.md': draft,
      'source/_posts/future.md': future,
    },
  },
  { name: 'hexo-defaults', folders: ['.', 'source/_posts'], deviations: {} },
  { name: 'hexo-hidden', folders: ['.', 'source', 'source/_posts'], deviations: {} },
  {
    name: 'vitepress',
    folders: ['.', 'posts'],
    deviations: { 'posts/draft.md': draft, 'posts/future.md': future, 'posts/no-search.md': noSearch },
  },
  { name: 'vitepress-defaults', folders: ['.', 'docs'], deviations: {} },
  {
    name: 'astro',
    folders: ['.', 'src/content/blog'],
    options: { urlTemplate: '/blog/:slug/' },
    deviations: {
      'src/content/blog/future.md': future,
      'src/content/blog/_file.md': setAside,
      'src/content/blog/_folder/in-folder.md': setAside,
      'src/content/blog/deep/_folder/in-deep-folder.md': setAside,
      'src/content/blog/with-mdx.mdx': {
        differs: { anchors: ['answer', 'a-code-heading'] },
        because: 'Astro makes ids of the source of an expression, which is no word that a reader sees',
      },
    },
  },
  {
    name: 'docusaurus',
    folders: ['.', 'blog'],
    deviations: {
      'blog/2099-01-01-future.md': future,
      'blog/2020-06-04-unlisted.md': unlisted,
      'blog/2024-05-02-untitled.md': {
        differs: { anchors: ['the-heading-is-the-title'] },
        because:
          'Docusaurus moves the heading to the top of the page, where the link leads without an id too',
      },
      'blog/Nested/Folder Name/2022-02-06-inner.mdx': {
        differs: { anchors: ['the-answer-is'] },
        because: 'Docusaurus makes ids of the source of an expression, which is no word that a reader sees',
      },
    },
  },
  {
    name: 'docusaurus-versions',
    folders: ['.', 'docs', 'versioned_docs'],
    deviations: { 'docs/unlisted.md': unlisted },
  },
  {
    name: 'hugo',
    folders: ['.', 'content'],
    deviations: {
      'content/posts/never-listed.md': unlisted,
      'content/notes/With Space & Sign.md': {
        differs: { url: '/hub/notes/with-space--sign/' },
        because: 'it was printed by Hugo 0.111; since 0.123 each space is a hyphen before the sign goes',
      },
    },
  },
  { name: 'hugo-languages', folders: ['.'], deviations: {} },
  {
    name: 'hugo-hidden',
    folders: ['.'],
    deviations: {
      'content/ok.pt-BR.md': {
        skipped: 'not-a-post',
        because: 'Hugo looks for the disabled language in the case it is written in; its author disabled it',
      },
    },
  },
  { name: 'hugo-permalinks', folders: ['.', 'content'], deviations: {} },
  {
    name: 'jekyll',
    folders: ['.', '_posts'],
    deviations: {
      '_posts/2020-06-05-draft-flag.md': draft,
    },
  },
  { name: 'jekyll-hidden', folders: ['.', '_posts'], deviations: {} },
  { name: 'jekyll-zone', folders: ['.'], deviations: {} },
  { name: 'jekyll-defaults', folders: ['.', '_posts'], deviations: {} },
  {
    name: 'mkdocs',
    folders: ['.', 'docs'],
    deviations: {
      'docs/blog/posts/future.md': future,
      'docs/hidden-search.md': noSearch,
      'docs/guide/Upper Case & co.md': {
        differs: { url: '/manual/guide/Upper%20Case%20&%20co/' },
        because: 'Python encodes signs that a path may hold as they are; both are the same page',
      },
      'docs/blog/posts/updated.md': {
        differs: { title: 'Title of it' },
        because: 'a title is text, and marks are none of it',
      },
    },
  },
  { name: 'mkdocs-i18n', folders: ['.'], deviations: {} },
  {
    name: 'pelican',
    folders: ['.', 'content'],
    deviations: { 'content/draft.md': draft, 'content/future.md': future, 'content/hidden.md': unlisted },
  },
  {
    name: 'pelican-metadata',
    folders: ['.', 'content'],
    deviations: { 'content/open/closed/three.md': unlisted },
  },
  {
    name: 'zola',
    folders: ['.', 'content'],
    deviations: { 'content/blog/future.md': future, 'content/blog/not-searched.md': noSearch },
  },
];

const readPrinted = (name: string): { posts: readonly PrintedPost[]; withoutPage: readonly string[] } => {
  const printed = join(import.meta.dirname, 'fixtures', name, 'printed.json');
  const expected = join(import.meta.dirname, 'fixtures', name, 'expected.json');
  return JSON.parse(readFileSync(existsSync(printed) ? printed : expected, 'utf8'));
};

/** Our reading of every file, by its path below the site. */
const readOurs = async (site: FixtureSite, folder: string): Promise<ReadonlyMap<string, PostOutcome>> => {
  const root = join(import.meta.dirname, 'fixtures', site.name, 'site', folder);
  const content = await openContent({ folder: root, now, ...site.options });
  const outcomes = new Map<string, PostOutcome>();
  for (const file of content.files)
    outcomes.set(folder === '.' ? file : `${folder}/${file}`, await content.read(file));
  return outcomes;
};

/** Hexo prints a category and the one that it lies in beside one another; ours is the path. */
const toPrintedNames = (categories: readonly string[], printed: readonly string[]): readonly string[] =>
  printed.some((name) => name.includes('/'))
    ? categories
    : [...new Set(categories.flatMap((path) => path.split('/')))];

/** Our post in the words of the generator: only what it printed is compared. */
const toPrinted = (source: string, outcome: PostOutcome | undefined, printed: PrintedPost) => {
  if (outcome?.kind !== 'post') return outcome?.skip;
  const { post } = outcome;
  return {
    source,
    url: toComparableUrl(post.url),
    ...(post.date && { date: new Date(post.date.timestamp * 1000).toISOString() }),
    ...(printed.day !== undefined && { day: post.date?.day }),
    ...(post.expires !== undefined && { expires: new Date(post.expires * 1000).toISOString() }),
    title: printed.title === '' ? '' : post.title,
    ...(printed.excerpt !== undefined && { excerpt: post.excerpt }),
    anchors: post.headings.map((heading) => heading.anchor),
    ...(printed.tags && { tags: post.tags }),
    ...(printed.categories && { categories: toPrintedNames(post.categories, printed.categories) }),
  };
};

describe.each(sites)('$name', (site) => {
  const { posts, withoutPage } = readPrinted(site.name);
  const shown = posts.filter(({ source }) => site.deviations[source]?.skipped === undefined);

  describe.each(site.folders)('opened at %s', (folder) => {
    let reading: ReadonlyMap<string, PostOutcome> = new Map();
    beforeAll(async () => {
      reading = await readOurs(site, folder);
    });
    const within = (source: string): boolean => folder === '.' || source.startsWith(`${folder}/`);

    test.each(shown.filter(({ source }) => within(source)).map((post) => [post.source, post] as const))(
      '%s is read as the generator prints it',
      (source, printed) => {
        const expected = { ...printed, ...site.deviations[source]?.differs };
        expect(toPrinted(source, reading.get(source), expected)).toEqual(expected);
      },
    );

    test.each(
      [
        ...withoutPage.map((source) => [source, undefined] as const),
        ...Object.entries(site.deviations).flatMap(([source, { skipped }]) =>
          skipped ? [[source, skipped] as const] : [],
        ),
      ].filter(([source]) => within(source)),
    )('%s is not indexed', (source, reason) => {
      const outcome = reading.get(source);
      expect(outcome?.kind === 'post' ? outcome.post.url : undefined).toBeUndefined();
      if (reason !== undefined) expect(outcome).toMatchObject({ kind: 'skip', skip: { reason } });
    });
  });
});
