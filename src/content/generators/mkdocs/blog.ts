/**
 * The blog plugin of Material for MkDocs: which files are its posts, and their addresses.
 * @module
 */

import { posix } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { findText, toText } from '../../front-matter/front-matter.js';
import { pymdownxSlug, type SlugCase } from '../../slugs.js';
import type { DatedSource, UrlProblem } from '../conventions.js';
import { toSourcePath } from '../source-path.js';
import { undatedProblem } from '../url-path.js';
import { toBabelDate } from './babel-date.js';
import { isOn, type MkdocsPlugin } from './plugins.js';

export interface MkdocsBlog {
  /** Folder of the blog below that of the documents, `.` for all of it. */
  readonly folder: string;
  /** Of the file with the authors, below the folder of the documents. */
  readonly authorsFile: string;
  /** @param path below the folder of the documents. */
  isPost(path: string): boolean;
  /** Path of the page that the post becomes, as if it were a file of that name. */
  toPage(source: DatedSource): { readonly page: string } | UrlProblem;
}

const cases: readonly SlugCase[] = ['none', 'lower', 'lower-ascii', 'fold'];

type Slugify = (text: string, separator: string) => string;

/** The function that makes slugs, where it is that of PyMdown Extensions. */
const toSlugify = (value: unknown): Slugify | undefined => {
  if (value === undefined || value === null)
    return (text, separator) => pymdownxSlug(text, 'lower', separator);
  if (!isObject(value)) return undefined;
  const options = isObject(value.arguments) && isObject(value.arguments.kwds) ? value.arguments.kwds : {};
  if (value.python === 'pymdownx.slugs.uslugify')
    return (text, separator) => pymdownxSlug(text, 'lower', separator);
  const letterCase = cases.find((name) => name === (options.case ?? 'none'));
  const isPlain = options.percent_encode === undefined && options.normalize === undefined;
  return value.python === 'pymdownx.slugs.slugify' && letterCase !== undefined && isPlain
    ? (text, separator) => pymdownxSlug(text, letterCase, separator)
    : undefined;
};

/** A page without a title has that of its first line, or the name of its file: what comes of the text is not known yet. */
const titleOf = ({ path, frontMatter, firstHeading }: DatedSource): string =>
  findText(frontMatter, 'title') ?? firstHeading ?? toSourcePath(path).name.replace(/[-_]/g, ' ');

const problem = (what: string): UrlProblem => ({
  problem: `has a URL that ${what} decides`,
  hint: 'Give the post a slug in its front matter, or name the URLs with `--url-template`.',
});

export function createMkdocsBlog({ options }: MkdocsPlugin, locale: string): MkdocsBlog | undefined {
  if (!isOn(options.enabled)) return undefined;
  const text = (name: string, missing: string): string => toText(options[name]) ?? missing;
  const folder = posix.normalize(text('blog_dir', 'blog')).replace(/\/$/, '');
  const inBlog = (path: string): string =>
    posix.normalize(path.replaceAll('{blog}', folder)).replace(/\/$/, '');
  const posts = inBlog(text('post_dir', '{blog}/posts'));
  const format = text('post_url_format', '{date}/{slug}');
  const dateFormat = text('post_url_date_format', 'yyyy/MM/dd');
  const slugify = toSlugify(options.post_slugify);
  const slugifyCategory = toSlugify(options.categories_slugify);
  const maxCategories = Number(options.post_url_max_categories ?? 1);

  return {
    folder,
    authorsFile: inBlog(text('authors_file', '{blog}/.authors.yml')),
    // The plugin asks how the path starts, and so takes `posts-old/` too.
    isPost: (path) => posts === '.' || path.startsWith(posts),
    toPage: (source) => {
      const { date, frontMatter } = source;
      // Posts without a date stop the build.
      if (date === undefined) return undatedProblem;
      const written = toBabelDate(dateFormat, date, locale);
      if (written === undefined && format.includes('{date}')) return problem('post_url_date_format');
      const slug =
        findText(frontMatter, 'slug') ?? slugify?.(titleOf(source), text('post_slugify_separator', '-'));
      if (slug === undefined && format.includes('{slug}')) return problem('post_slugify');
      const separator = text('categories_slugify_separator', '-');
      const categories = source.categories
        .slice(0, maxCategories)
        .map((name) => slugifyCategory?.(name, separator));
      if (categories.includes(undefined) && format.includes('{categories}'))
        return problem('categories_slugify');
      const values: Readonly<Record<string, string>> = {
        date: written ?? '',
        slug: slug ?? '',
        categories: categories.join('/'),
        file: toSourcePath(source.path).name,
      };
      const path = format.replace(
        /\{(date|slug|categories|file)\}/g,
        (_, name: string) => values[name] ?? '',
      );
      const page = posix.normalize(path.replace(/^\/+/, '')).replace(/\/$/, '');
      return { page: posix.join(folder, page) };
    },
  };
}
