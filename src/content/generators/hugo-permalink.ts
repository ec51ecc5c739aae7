/**
 * How Hugo makes paths: https://github.com/gohugoio/hugo, `resources/page/permalinks.go`, `common/paths`.
 * @module
 */
import { isRecord, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { DatedSource } from './conventions.js';
import { toDateParts } from './url-path.js';

/** Keeps letters, marks, digits and `. / \ _ # + ~ - @ %41`; blanks become one hyphen, none beside another hyphen. */
export const sanitizePath = (path: string): string =>
  path
    .replace(/[^\p{L}\p{M}\p{Nd}\s./\\_#+~\-@%]|%(?![0-9A-Fa-f]{2})/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=-)|(?<=-) /g, '')
    .replaceAll(' ', '-');

/** The pattern for pages of a section: `permalinks.posts`, or `permalinks.page.posts` since Hugo 0.111. */
export function findPermalinkPattern(config: Site['config'], section: string): string | undefined {
  const permalinks = config.permalinks;
  if (!isRecord(permalinks)) return undefined;
  const pages = isRecord(permalinks.page) ? permalinks.page : permalinks;
  return toText(pages[section === '' ? '/' : section]);
}

export interface HugoPage extends DatedSource {
  /** Folders below `content/` (and the language's), without a bundle's own. */
  readonly folders: readonly string[];
  /** Those of the folders that are sections. */
  readonly sections: readonly string[];
  /** Name of the file or bundle, without language. */
  readonly baseName: string;
  /** From front matter, or from a dated name where the site says so. */
  readonly slug: string | undefined;
}

/** `[1:]`, `[0]`, `[last]` and `[:2]` of a list. */
const sliceOf = (list: readonly string[], range: string): readonly string[] => {
  const index = (text: string | undefined, missing: number): number => {
    if (text === undefined || text === '') return missing;
    if (text === 'last') return list.length - 1;
    return Math.max(0, Number.parseInt(text, 10) || 0);
  };
  const [from, to] = range.split(':');
  if (!range.includes(':')) {
    const one = list[index(from, 0)];
    return one === undefined ? [] : [one];
  }
  return list.slice(index(from, 0), index(to, list.length));
};

export const isFileDated = (pattern: string | undefined): boolean =>
  pattern !== undefined && /:(?:filename|slugorfilename)\b/.test(pattern);

const valueFor = (page: HugoPage, name: string): string | undefined => {
  const { slug } = page;
  switch (name) {
    case 'section':
      return page.sections[0] ?? '';
    case 'sections':
      return page.sections.join('/');
    case 'title':
      return sanitizePath(page.title.replaceAll('/', '-'));
    case 'slug':
      return sanitizePath((slug ?? page.title).replaceAll('/', '-'));
    case 'filename':
    case 'contentbasename':
      return sanitizePath(page.baseName);
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return sanitizePath(slug ?? page.baseName);
  }
  if (page.date === undefined) return ['year', 'month', 'day'].includes(name) ? '0001' : undefined;
  const parts = toDateParts(page.date);
  switch (name) {
    case 'year':
      return parts.year;
    case 'month':
      return parts.month;
    case 'day':
      return parts.day;
    case 'monthname':
      return parts.monthName;
    case 'weekday':
      return String(parts.weekday);
    case 'weekdayname':
      return parts.weekdayName;
    case 'yearday':
      return String(parts.yearDay);
  }
  return undefined;
};

export const expandPattern = (pattern: string, page: HugoPage): string =>
  pattern.replace(/:([a-z]+)(?:\[([^\]]{1,20})\])?/gi, (written: string, name: string, range?: string) =>
    range !== undefined && name === 'sections'
      ? sliceOf(page.sections, range).join('/')
      : (valueFor(page, name) ?? written),
  );
