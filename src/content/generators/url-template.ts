/**
 * The URL template that a user gives where the generator's own rule is a program.
 * @module
 */
import { toDatedName } from '../dates/path-date.js';
import { findText } from '../front-matter/front-matter.js';
import type { DatedSource, PostUrl, UrlProblem } from './conventions.js';
import { toSourcePath } from './source-path.js';
import { fillPlaceholders, toDateParts } from './url-path.js';

/** Names that a template may hold. */
export const urlPlaceholders = ['slug', 'path', 'name', 'year', 'month', 'day', 'lang', 'category'] as const;

/** Placeholders of a template that mean nothing. */
export const unknownPlaceholders = (template: string): string[] =>
  [...template.replace(/^https?:/, '').matchAll(/:([a-z_]+)/g)].flatMap(([, name = '']) =>
    urlPlaceholders.some((known) => known === name) ? [] : [`:${name}`],
  );

/**
 * `:slug` is the post's own slug or its file name without date, or its folder's name for an `index` file;
 * `:path` is the path below the posts folder without extension and `index`; `:name` is the file name;
 * `:year`, `:month` and `:day` are of its date; `:lang` is its language; `:category` is its first category.
 * @param file path below the posts folder.
 * @param slug the generator's own, where it has a rule.
 */
export function fillUrlTemplate(
  template: string,
  file: string,
  source: DatedSource,
  slug?: string,
): PostUrl | UrlProblem {
  const { folders, name } = toSourcePath(file);
  const isIndex = /^(?:index|readme)$/i.test(name);
  const own = isIndex ? (folders.at(-1) ?? '') : name;
  const parts = source.date === undefined ? undefined : toDateParts(source.date);
  const values: Readonly<Record<string, string | undefined>> = {
    slug: slug ?? findText(source.frontMatter, 'slug') ?? toDatedName(own)?.rest ?? own,
    path: [...folders, ...(isIndex ? [] : [name])].join('/'),
    name: own,
    year: parts?.year,
    month: parts?.month,
    day: parts?.day,
    lang: source.language,
    category: source.categories[0]?.toLowerCase(),
  };
  const missing: string[] = [];
  const path = fillPlaceholders(template, (placeholder) => {
    const value = values[placeholder];
    if (value === undefined) missing.push(`:${placeholder}`);
    return value;
  });
  if (missing.length > 0)
    return {
      problem: `has nothing to put for ${missing.join(', ')} of the URL template`,
      hint: 'Add it to the front matter, or choose a template without it.',
    };
  return { path, rule: 'URL template' };
}
