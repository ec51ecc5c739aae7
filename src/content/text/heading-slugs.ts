/**
 * What each generator makes of a heading's words before it sees to it that no two ids are the same.
 * @module
 */
import { slug } from 'github-slugger';
import { pymdownxSlug, slugize, toAsciiSlug } from '../slugs.js';

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

/** What a generator makes of a heading's words. */
export type Slug = (heading: HeadingSource) => string;

const allText = ({ pieces }: HeadingSource): string => pieces.map(({ text }) => text).join('');

/** The text without images, and with typographic signs where there is no code. */
const seenText = ({ pieces }: HeadingSource, typeset = (words: string): string => words): string =>
  pieces
    .filter(({ kind }) => kind !== 'image')
    .map(({ kind, text }) => (kind === 'words' ? typeset(text) : text))
    .join('');

/** GitHub's own. */
export const githubSlug: Slug = (heading) => slug(allText(heading));

/** kramdown-parser-gfm, `generate_gfm_header_id`; dashes and dots have become typographic signs before. */
export const kramdownSlug: Slug = (heading) =>
  seenText(heading, (words) => words.replace(/-{2,3}/g, ''))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');

/** Hugo, markup/goldmark/autoid.go, `autoHeadingIDType: github`. */
export const hugoSlug: Slug = ({ source }) =>
  source
    .trim()
    .replace(/[^\p{L}\p{Nd}_\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
    .toLowerCase() || 'heading';

/** `:tada:` is drawn, and no part of the text. */
const withoutEmoji = (text: string): string => text.replace(/:[a-z0-9_+-]+:/g, '');

/** VitePress: `slugify` of @mdit-vue/shared. */
export const vitepressSlug: Slug = (heading) =>
  withoutEmoji(seenText(heading))
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^\d/, '_$&')
    .toLowerCase();

/** @astrojs/markdown-remark: GitHub's rule after retext-smartypants, which makes one sign of two dashes. */
export const astroSlug: Slug = (heading) =>
  slug(seenText(heading, (words) => words.replace(/(?<!-)--(?!-)/g, '—')));

/** hexo-renderer-marked: `smartypants`, then `slugize`. */
export const hexoSlug: Slug = (heading) =>
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

/** Python-Markdown's toc: what is not ASCII and does not come apart into it goes. */
export const pythonMarkdownSlug: Slug = (heading) =>
  withoutEmoji(seenText(heading))
    .normalize('NFKD')
    .replace(/[^\w\s-]|[^\0-\x7f]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');

/** `slugify` of PyMdown Extensions, which Material's users name for the toc. */
export const pymdownxHeadingSlug: Slug = (heading) => pymdownxSlug(withoutEmoji(seenText(heading)));

/** Zola: `slugify` of its anchors. */
export const zolaSlug: Slug = (heading) => toAsciiSlug(allText(heading));
