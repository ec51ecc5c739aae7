/**
 * The last steps to every URL: placeholders, encoding, the site's base.
 * @module
 */
import { monthNames } from '../../domain/month-names.js';
import type { DatedSource, UrlProblem } from './conventions.js';

/** Replaces `:name`. An unknown name stays: it is more likely text than a mistake. */
export function fillPlaceholders(
  template: string,
  lookUp: (name: string) => string | undefined,
  pattern = /:([a-z_]+)/g,
): string {
  return template.replace(pattern, (written: string, name: string) => lookUp(name) ?? written);
}

/** A path as it stands in a link: what URLs cannot hold is percent-encoded, what is encoded already stays. */
const encodePath = (path: string): string =>
  encodeURI(path.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%25([0-9A-Fa-f]{2})/g, '%$1')
    .replace(/[?#]/g, encodeURIComponent);

/** @param base a path (`/blog`) or an absolute URL. @returns the URL; a path always starts with one `/`. */
export function joinUrl(base: string, path: string): string {
  const encoded = encodePath(`/${path}`.replace(/\/{2,}/g, '/'));
  const [, origin = '', folder = ''] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(base) ?? [];
  const prefix = encodePath(`/${folder}`.replace(/\/{2,}/g, '/')).replace(/\/$/, '');
  return `${origin}${prefix}${encoded}`;
}

/** The path of an absolute URL, where a site's own address also says what its URLs start with. */
export const pathOf = (url: string): string => url.replace(/^(?:https?:)?\/\/[^/]*/, '');

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** What permalinks write of a date, in English, as every generator does. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly monthName: string;
  readonly weekdayName: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly yearDay: number;
  /** ISO 8601 week and the year it belongs to. */
  readonly week: number;
  readonly weekYear: number;
}

const dayMilliseconds = 86_400_000;

export function toDateParts(date: NonNullable<DatedSource['date']>): DateParts {
  const [year = '', month = '', day = ''] = date.day.split('-');
  const [hour = '', minute = '', second = ''] = date.time.split(':');
  const noon = Date.parse(`${date.day}T12:00:00Z`);
  const weekday = new Date(noon).getUTCDay();
  const thursday = new Date(noon + (4 - (weekday || 7)) * dayMilliseconds);
  const weekYear = thursday.getUTCFullYear();
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    monthName: monthNames[Number(month) - 1] ?? '',
    weekdayName: weekdays[weekday] ?? '',
    weekday,
    yearDay: Math.round((noon - Date.parse(`${year}-01-01T12:00:00Z`)) / dayMilliseconds) + 1,
    week:
      Math.floor(
        (thursday.getTime() - Date.parse(`${String(weekYear).padStart(4, '0')}-01-01T00:00:00Z`)) /
          (7 * dayMilliseconds),
      ) + 1,
    weekYear,
  };
}

/** A date that a URL asks for and the post does not have. */
export const undatedProblem: UrlProblem = {
  problem: 'has no date, and its URL is made of one',
  hint: 'Give the post a date, in front matter or in the name of its file.',
};

export const asksForDate = (template: string): boolean => /:(?:i_)?(?:year|month|day)\b/.test(template);
