/**
 * Hugo's dates in paths: Go's layouts, and names of files that begin with a date.
 * @module
 */
import { type FrontMatter, type FrontMatterEntry, toKey } from '../../front-matter/front-matter.js';
import type { DateParts } from '../url-path.js';

const layoutParts: Readonly<Record<string, (parts: DateParts) => string>> = {
  '2006': ({ year }) => year,
  '06': ({ year }) => year.slice(-2),
  January: ({ monthName }) => monthName,
  Jan: ({ monthName }) => monthName.slice(0, 3),
  '01': ({ month }) => month,
  '1': ({ month }) => String(Number(month)),
  Monday: ({ weekdayName }) => weekdayName,
  Mon: ({ weekdayName }) => weekdayName.slice(0, 3),
  '002': ({ yearDay }) => String(yearDay).padStart(3, '0'),
  '02': ({ day }) => day,
  '2': ({ day }) => String(Number(day)),
  '15': ({ hour }) => hour,
  '04': ({ minute }) => minute,
  '05': ({ second }) => second,
};
const layoutPart = /2006|January|Jan|Monday|Mon|002|01|02|04|05|06|15|1|2/g;

/** `2006`, `Jan`, `02`: the parts of Go's reference date. @returns `undefined` for text without any. */
export function toGoDate(layout: string, parts: DateParts): string | undefined {
  const written = layout.replace(layoutPart, (part) => layoutParts[part]?.(parts) ?? part);
  return written === layout && layout.search(layoutPart) === -1 ? undefined : written;
}

/** `2024-01-16-a-title` and `2024-01-16-10-30-00-a-title`. */
export interface HugoDatedName {
  readonly date: string;
  /** Empty where the name is the date alone. */
  readonly slug: string;
}

/** Without the blanks, `-` and `_` at both ends. */
const withoutSeparators = (text: string): string => {
  const isSeparator = (char: string): boolean => ' -_'.includes(char);
  let start = 0;
  let end = text.length;
  while (start < end && isSeparator(text.charAt(start))) start += 1;
  while (end > start && isSeparator(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

export function toHugoDatedName(name: string): HugoDatedName | undefined {
  const [, day, hour, minute, second, timed, rest] =
    /^(\d{4}-\d{2}-\d{2})(?:.(\d{2})-(\d{2})-(\d{2})(.*)|(.*))$/s.exec(name) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  const slug = withoutSeparators(timed ?? rest ?? '');
  return { date: hour === undefined ? day : `${day}T${hour}:${minute}:${second}`, slug };
}

/** What each date of a page is read from, where the site does not say; `:default` stands for these. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
};
const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

/** All that a date of this kind is looked for in, in order; `sources` is what the configuration says of it, if anything. */
const expandSources = (kind: string, sources: readonly string[] | undefined): readonly string[] =>
  (sources ?? [':default'])
    .flatMap((source) => (source === ':default' ? (defaults[kind] ?? []) : [source]))
    .flatMap((source) => [source, ...(aliases[source] ?? [])]);

/**
 * True where the date of this kind is that of the file's name: nothing that is asked for before it has a value.
 * @param sources what `[frontmatter]` of the configuration says of it, lower case
 * @param has whether front matter has a value of this name
 */
export function isDatedByName(
  kind: string,
  sources: readonly string[],
  has: (name: string) => boolean,
): boolean {
  const all = expandSources(kind, sources);
  const at = all.indexOf(':filename');
  return at !== -1 && !all.slice(0, at).some((source) => source === ':filemodtime' || has(source));
}

/** A flag is no date, and what Hugo cannot read as one it looks for in the next place. */
const isDate = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value));

/**
 * Front matter with the dates that Hugo gives the page, under Hugo's own names, before all that is written there.
 * @param configured what `[frontmatter]` says of the kinds of dates, lower case
 * @param isNamed whether the name of the file has a date
 */
export function withPageDates(
  frontMatter: FrontMatter,
  configured: ReadonlyMap<string, readonly string[]>,
  isNamed: boolean,
): FrontMatter {
  const find = (kind: string): FrontMatterEntry | undefined => {
    for (const source of expandSources(kind, configured.get(kind))) {
      // The time of the file is known to Hugo alone; that of the last commit is asked for and often not there.
      if (source === ':filemodtime' || (source === ':filename' && isNamed)) return undefined;
      const entry = frontMatter.find(({ key, value }) => key === toKey(source) && isDate(value));
      if (entry !== undefined) return entry;
    }
    return undefined;
  };
  const found = [...new Set(['date', 'publishdate', ...configured.keys()])].flatMap((kind) => {
    const entry = find(kind);
    return entry === undefined || entry.key === kind ? [] : [{ ...entry, key: kind }];
  });
  return [...found, ...frontMatter];
}
