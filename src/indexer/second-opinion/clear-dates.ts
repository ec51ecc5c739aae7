/**
 * Dates as far as they are the same day in every reading and every time zone.
 * @module
 */

const hour = 3600;
const day = 24 * hour;
/** The first place on earth to see a day, and the last. */
const earliestZone = 14 * hour;
const latestZone = 12 * hour;

/** Midnight of the day in UTC, in seconds; `undefined` for what is no date. */
const toMidnight = (text: string): number | undefined => {
  if (text.length > 100) return undefined;
  const [, year, month = '1', date = '1'] =
    /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|$)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    [];
  if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 1000;
  if (/^\d{9,14}$/.test(text)) return text.length > 11 ? Number(text) / 1000 : Number(text);
  // January 9, 2015; Fri, 9 Jan 2015 12:30:00 +0000
  const spelt = /^(?:[A-Za-z]{3,9},? )?(?:[A-Za-z]{3,9}\.? \d|\d{1,2} [A-Za-z]{3})/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(spelt) ? undefined : spelt / 1000;
};

/** Whether the date has not begun anywhere at `now`, in seconds. */
export const isClearlyFuture = (text: string, now: number): boolean =>
  (toMidnight(text) ?? Number.NEGATIVE_INFINITY) - earliestZone > now;

/** Whether the date is over everywhere at `now`, in seconds. */
export const isClearlyPast = (text: string, now: number): boolean =>
  (toMidnight(text) ?? Number.POSITIVE_INFINITY) + day + latestZone <= now;

/** The day in a path or a URL: `2019-05-20-title`, `2019/05/20/title`. */
export const findDay = (path: string): string | undefined =>
  /(?:^|\/)((?:19|20|2[1-9]|[3-9]\d)\d{2}[-/]\d{1,2}[-/]\d{1,2})(?=[-_./]|$)/.exec(path)?.[1];
