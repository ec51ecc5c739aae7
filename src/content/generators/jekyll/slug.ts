/**
 * How Jekyll 4 makes slugs and URLs: https://github.com/jekyll/jekyll, `utils.rb`, `url.rb`, `drops/url_drop.rb`.
 * @module
 */
import type { DatedSource } from '../conventions.js';
import { fillPlaceholders, toDateParts } from '../url-path.js';

const separators = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
} as const;

/** `mode` `pretty` keeps what a URL shows unescaped. */
const slugify = (text: string, mode: keyof typeof separators): string =>
  text.replace(separators[mode], '-').replace(/^-|-$/g, '');

const slugifyLower = (text: string): string => slugify(text, 'default').toLowerCase();

/** Values of placeholders are escaped, the template around them is not. */
const escapePath = (path: string): string =>
  encodeURI(path).replace(/%5B/g, '[').replace(/%5D/g, ']').replace(/[#?]/g, encodeURIComponent);

const styles: Readonly<Record<string, string>> = {
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** A style's name or a template -> a template for posts. */
export const toPostTemplate = (permalink: string): string => styles[permalink] ?? permalink;

/** The template of pages and other collections ends as the site's permalinks do. */
export function withPermalinkSuffix(template: string, permalink: string): string {
  if (permalink === 'pretty' || permalink.endsWith('/')) return `${template}/`;
  if (['date', 'ordinal', 'none'].includes(permalink) || permalink.endsWith(':output_ext'))
    return `${template}:output_ext`;
  return template;
}

export interface JekyllDocument extends DatedSource {
  readonly collection: string;
  /** Below the collection's folder, without extension, with a leading `/`. */
  readonly cleanPath: string;
  /** File name without date and extension. */
  readonly basename: string;
  readonly slug: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

const dateValues = (document: JekyllDocument): Record<string, string> => {
  if (document.date === undefined) return {};
  const parts = toDateParts(document.date);
  return {
    year: parts.year,
    month: parts.month,
    day: parts.day,
    hour: parts.hour,
    minute: parts.minute,
    second: parts.second,
    i_month: String(Number(parts.month)),
    i_day: String(Number(parts.day)),
    short_year: parts.year.slice(2),
    short_month: parts.monthName.slice(0, 3),
    long_month: parts.monthName,
    y_day: String(parts.yearDay).padStart(3, '0'),
    week: two(parts.week),
    w_year: String(parts.weekYear),
    w_day: String(parts.weekday || 7),
    short_day: parts.weekdayName.slice(0, 3),
    long_day: parts.weekdayName,
  };
};

/** The URL path that a template gives a document. */
export function fillTemplate(template: string, document: JekyllDocument): string {
  const values: Record<string, string> = {
    ...dateValues(document),
    collection: document.collection,
    path: document.cleanPath,
    name: slugifyLower(document.basename),
    basename: document.basename,
    title: slugify(document.slug, 'pretty'),
    slug: slugifyLower(document.slug),
    categories: [...new Set(document.categories.map((name) => name.toLowerCase()))].join('/'),
    slugified_categories: [...new Set(document.categories.map(slugifyLower))].join('/'),
    output_ext: '.html',
  };
  const filled = fillPlaceholders(template, (name) => {
    const known = Object.hasOwn(values, name) ? name : name.replace(/_$/, '');
    const value = values[known];
    return value === undefined ? undefined : escapePath(value) + name.slice(known.length);
  });
  // As Jekyll does: no segment leads upwards.
  return `/${filled}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}
