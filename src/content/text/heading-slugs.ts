/**
 * What each generator makes of a heading's words before it sees to it that no two ids are the same.
 * @module
 */
import { slug as githubSlug } from 'github-slugger';
import { toAsciiSlug } from '../slugs/ascii-slug.js';
import { slugize } from '../slugs/hexo-slug.js';

/** A part of a heading's words: typographic signs are made of `words` alone, and most ids leave `image` out. */
export interface HeadingPiece {
  readonly kind: 'words' | 'code' | 'image';
  readonly text: string;
}

/** A heading as its generator sees it when it makes an id. */
export interface HeadingSource {
  /** What the reader sees, in order. */
  readonly pieces: readonly HeadingPiece[];
  /** The line of Markdown without the `#`; Hugo makes the id from it. */
  readonly source: string;
}

type Slug = (heading: HeadingSource) => string;

const allText = ({ pieces }: HeadingSource): string => pieces.map(({ text }) => text).join('');

/** The text without images, and with typographic signs where there is no code. */
const seenText = ({ pieces }: HeadingSource, typeset = (words: string): string => words): string =>
  pieces
    .filter(({ kind }) => kind !== 'image')
    .map(({ kind, text }) => (kind === 'words' ? typeset(text) : text))
    .join('');

/** kramdown-parser-gfm, `generate_gfm_header_id`; dashes and dots have become typographic signs before. */
const kramdownSlug: Slug = (heading) =>
  seenText(heading, (words) => words.replace(/-{2,3}/g, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');

/** Hugo, markup/goldmark/autoid.go, `autoHeadingIDType: github`. */
const hugoSlug: Slug = ({ source }) =>
  source
    .trim()
    .replace(/[^\p{L}\p{Nd}_\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
    .toLowerCase() || 'heading';

/** VitePress: `slugify` of @mdit-vue/shared; emoji such as `:tada:` are not part of the text it is given. */
const vitepressSlug: Slug = (heading) =>
  seenText(heading)
    .replace(/:[a-z0-9_+-]+:/g, '')
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^\d/, '_$&')
    .toLowerCase();

/** markdown-it-anchor's default. */
const markdownItSlug: Slug = (heading) =>
  encodeURIComponent(seenText(heading).trim().toLowerCase().replace(/\s+/g, '-'));

/** @astrojs/markdown-remark: GitHub's rule after retext-smartypants, which makes one sign of two dashes. */
const astroSlug: Slug = (heading) =>
  githubSlug(seenText(heading, (words) => words.replace(/(?<!-)--(?!-)/g, '—')));

/** hexo-renderer-marked: `smartypants`, then `slugize`. */
const hexoSlug: Slug = (heading) =>
  slugize(
    seenText(heading, (words) =>
      words
        .replaceAll('---', '—')
        .replaceAll('--', '–')
        .replace(/(^|[-—/([{"\s])'/g, '$1‘')
        .replaceAll("'", '’')
        .replace(/(^|[-—/([{‘\s])"/g, '$1“')
        .replaceAll('"', '”')
        .replaceAll('...', '…'),
    ).trim(),
  );

/** Python-Markdown's `toc`, `slugify` with its defaults, as MkDocs uses it: what has no ASCII form is dropped. */
const pythonSlug: Slug = (heading) =>
  seenText(heading)
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');

export const headingSlugs = {
  github: (heading) => githubSlug(allText(heading)),
  kramdown: kramdownSlug,
  hugo: hugoSlug,
  vitepress: vitepressSlug,
  'markdown-it': markdownItSlug,
  astro: astroSlug,
  hexo: hexoSlug,
  'python-markdown': pythonSlug,
  zola: (heading) => toAsciiSlug(allText(heading)),
} as const satisfies Readonly<Record<string, Slug>>;
