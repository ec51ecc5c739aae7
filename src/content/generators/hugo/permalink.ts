/**
 * How Hugo makes paths: https://github.com/gohugoio/hugo, `resources/page/permalinks.go`, `common/paths`.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { DatedSource } from '../conventions.js';
import { toDateParts } from '../url-path.js';
import type { HugoSettings } from './config.js';
import { toGoDate } from './date.js';

/** Keeps letters, marks, digits and `. / \ _ # + ~ - @ %41`; blanks become one hyphen, none beside another hyphen. */
export const sanitizePath = (path: string): string =>
  path
    .replace(/[^\p{L}\p{M}\p{Nd}\s./\\_#+~\-@%]|%(?![0-9A-Fa-f]{2})/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=-)|(?<=-) /g, '')
    .replaceAll(' ', '-');

/** `removePathAccents`: `é` is `e`. */
export const withoutAccents = (path: string): string =>
  path
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

/**
 * The pattern for pages of a section: `permalinks.posts`, or `permalinks.page.posts` since Hugo 0.112.
 * @param section as its folder is named
 */
export function findPermalinkPattern(settings: HugoSettings, section: string): string | undefined {
  const { permalinks } = settings;
  if (!isObject(permalinks)) return undefined;
  const wanted = section.toLowerCase().replaceAll(' ', '-');
  const lists = [permalinks.page, permalinks].filter(isObject);
  for (const list of lists)
    for (const [name, pattern] of Object.entries(list)) {
      const key = name.replace(/^[ /]+/, '').replace(/\/$/, '');
      if (typeof pattern === 'string' && key === wanted) return toText(pattern);
    }
  return undefined;
}

/** The list that newer Hugos take instead, `{target, pattern}`: the first whose target the page is. */
export function findTargetedPattern(
  list: readonly unknown[],
  isTarget: (target: Readonly<Record<string, unknown>>) => boolean,
): string | undefined {
  const found = list.filter(isObject).find(({ target }) => isTarget(isObject(target) ? target : {}));
  return toText(found?.pattern);
}

/** What patterns and names are made of. */
export interface HugoPage extends DatedSource {
  /** Folders below `content/` (and the language's), without a bundle's own. */
  readonly folders: readonly string[];
  /** Those of the folders that are sections. */
  readonly sections: readonly string[];
  /** Slug, or title, of each section, where it is known. */
  readonly sectionSlugs: readonly (string | undefined)[];
  /** Name of the file or bundle, without language. */
  readonly baseName: string;
  /** From front matter, or from a dated name where the site says so. */
  readonly slug: string | undefined;
}

/** `[1:]`, `[0]`, `[last]` and `[:2]` of a list. */
const sliceOf = <T>(list: readonly T[], range: string): readonly T[] => {
  const index = (text: string | undefined, missing: number): number => {
    if (text === undefined || text === '') return missing;
    if (text === 'last') return list.length - 1;
    return Math.max(0, Number.parseInt(text, 10) || 0);
  };
  const [from, to] = range.toLowerCase().split(':');
  if (!range.includes(':')) return list.slice(index(from, 0)).slice(0, 1);
  return list.slice(index(from, 0), index(to, list.length));
};

const joinKnown = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.every((part) => part !== undefined)
    ? parts.map((part) => sanitizePath(part ?? '')).join('/')
    : undefined;

const listFor = (page: HugoPage, name: string, range: string | undefined): string | undefined => {
  const cut = <T>(list: readonly T[]): readonly T[] => (range === undefined ? list : sliceOf(list, range));
  if (name === 'sections') return cut(page.sections).join('/').replaceAll(' ', '-');
  if (name === 'sectionslug' && range === undefined) return joinKnown(page.sectionSlugs.slice(0, 1));
  return name === 'sectionslugs' ? joinKnown(cut(page.sectionSlugs)) : undefined;
};

const nameFor = ({ slug, title, baseName }: HugoPage, name: string): string | undefined => {
  switch (name) {
    case 'title':
      return title;
    case 'slug':
      return slug ?? title;
    case 'filename':
    case 'contentbasename':
      return baseName;
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug ?? baseName;
  }
  return undefined;
};

/** `undefined` for a name that Hugo does not know either, or whose value only Hugo knows. */
const valueFor = (page: HugoPage, name: string): string | undefined => {
  if (name === 'section') return (page.sections[0] ?? '').replaceAll(' ', '-').toLowerCase();
  // Go's date of nothing is the first day of the first year, a Monday.
  const parts = toDateParts(page.date ?? { day: '0001-01-01', time: '00:00:00', timestamp: 0 });
  switch (name) {
    case 'year':
      return String(Number(parts.year));
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
  return toGoDate(name, parts);
};

/**
 * @param finish what is done to every name that stands in a path
 * @returns the names that have no value, if there are any.
 */
export function expandPattern(
  pattern: string,
  page: HugoPage,
  finish: (path: string) => string,
): { readonly path: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const path = pattern
    .replaceAll('\\:', '\0')
    .replace(/:(\w+)(?:\[([^\]]{1,20})\])?/g, (written: string, name: string, range?: string) => {
      const named = range === undefined ? nameFor(page, name) : undefined;
      const value =
        named === undefined
          ? (listFor(page, name, range) ?? (range === undefined ? valueFor(page, name) : undefined))
          : finish(named);
      if (value === undefined) unknown.push(written);
      return value ?? written;
    })
    .replaceAll('\0', ':');
  return { path, unknown };
}
