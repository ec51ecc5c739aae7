/**
 * What a source is about that may be hidden. It is for finding posts that are not, and never for writing: nothing here looks whether it may
 * be seen.
 * @module
 */
import type { UnindexedPost } from '../domain/search.js';
import { type FrontMatter, FrontMatterError } from './front-matter/front-matter.js';
import { parseFrontMatter } from './front-matter/parse-front-matter.js';
import { toListTaxonomy } from './generators/taxonomy.js';
import { findAuthors, findLanguage, findSeries, withNested } from './post/post-metadata.js';
import { findTitle, toTitle } from './post/title.js';
import { type ExtractOptions, extractText } from './text/extract-text.js';

const formatOf = (file: string): ExtractOptions['format'] => {
  if (/\.html?$/i.test(file)) return 'html';
  return /\.mdx$/i.test(file) ? 'mdx' : 'markdown';
};

/** A draft may be unfinished at its head too: then all of it is text. */
const parse = (text: string): { readonly frontMatter: FrontMatter; readonly body: string } => {
  try {
    const { frontMatter = [], body } = parseFrontMatter(text, {});
    return { frontMatter: withNested(frontMatter), body };
  } catch (error) {
    if (error instanceof FrontMatterError) return { frontMatter: [], body: text };
    throw error;
  }
};

/**
 * Of no generator in particular.
 * @param file the id that the post has, or would have
 * @returns `und` for the language where the post does not say it
 */
export const readDraft = (file: string, text: string): UnindexedPost => {
  const { frontMatter, body } = parse(text);
  const words = extractText(body, { format: formatOf(file) });
  const series = findSeries(frontMatter);
  return {
    id: file,
    title: findTitle(frontMatter) ?? toTitle(words.headings, file),
    language: findLanguage(frontMatter) ?? 'und',
    text: words.text,
    headings: words.headings,
    ...toListTaxonomy(frontMatter),
    authors: findAuthors(frontMatter),
    ...(series !== undefined && { series }),
  };
};
