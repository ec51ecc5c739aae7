/**
 * Hugo's dates in paths: Go's layouts, and names of files that begin with a date.
 * @module
 */
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
  const all = sources
    .flatMap((source) => (source === ':default' ? (defaults[kind] ?? []) : [source]))
    .flatMap((source) => [source, ...(aliases[source] ?? [])]);
  const at = all.indexOf(':filename');
  return at !== -1 && !all.slice(0, at).some((source) => source === ':filemodtime' || has(source));
}
