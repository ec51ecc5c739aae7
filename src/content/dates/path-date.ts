/**
 * Dates that stand in a file name, a folder or a URL.
 * @module
 */

/** `2019-05-20-a-title`, Jekyll's way; two digits of the year mean this century or the last, as Ruby reads them. */
export interface DatedName {
  /** `YYYY-M-D`. */
  readonly date: string;
  readonly rest: string;
}

const fullYear = (year: string): string => {
  if (year.length !== 2) return year.padStart(4, '0');
  return `${Number(year) < 69 ? '20' : '19'}${year}`;
};

/** @param name of a file, without folders and extension. */
export function toDatedName(name: string): DatedName | undefined {
  const [, year, month, day, rest] = /^(\d{2,4})-(\d{1,2})-(\d{1,2})[-_](.+)$/.exec(name) ?? [];
  if (year === undefined || month === undefined || day === undefined || rest === undefined) return undefined;
  return { date: `${fullYear(year)}-${month}-${day}`, rest };
}

/** The first `2019-05-20` or `2019/05/20` in a path or URL that stands between separators. */
export function findPathDate(path: string): string | undefined {
  const [, year, month, day] =
    /(?:^|[/_.-])((?:19|20)\d{2})[-/_.](\d{1,2})[-/_.](\d{1,2})(?=$|[^\d])/.exec(path) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
