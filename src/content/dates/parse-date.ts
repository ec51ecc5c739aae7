/**
 * Every spelling of a date that front matter holds -> an instant and the day the site shows.
 * @module
 */
import type { PostDate } from '../../domain/post.js';
import type { FrontMatterEntry } from '../front-matter/front-matter.js';
import { fromWallClock, offsetAt } from './time-zone.js';
import { parseWritten, type SpellingRules } from './written-date.js';

/** A date and the wall-clock time that URLs are made of. */
export interface SiteDate extends PostDate {
  /** `HH:MM:SS` where `day` is. */
  readonly time: string;
}

export interface DateRules extends SpellingRules {
  /** IANA name; without one, a time that names no zone is UTC and one that does keeps its own day. */
  readonly timeZone: string | undefined;
  /**
   * A time with an offset is an instant, and shown in the time zone of the site (`converted`) or in its own (`kept`).
   * Hexo takes its time in UTC for one of the site (`as-local`). Default `converted`.
   */
  readonly offsets?: 'converted' | 'kept' | 'as-local';
}

const toSiteDate = (timestamp: number, offset: number): SiteDate | undefined => {
  const date = new Date((timestamp + offset) * 1000);
  if (!Number.isFinite(date.getTime())) return undefined;
  const iso = date.toISOString();
  // Years beyond 9999 and before 0 are written with a sign and six digits.
  return /^\d{4}-/.test(iso)
    ? { day: iso.slice(0, 10), time: iso.slice(11, 19), timestamp: Math.floor(timestamp) }
    : undefined;
};

/** Digits that YAML takes for a number and authors mean as they stand: a year, a day, a second of one. */
const isWritten = (value: number): boolean =>
  Number.isInteger(value) &&
  ((value >= 1000 && value <= 9999) ||
    (value >= 10_000_101 && value <= 99_991_231) ||
    (value >= 19_000_101_000_000 && value <= 21_991_231_235_959));

/** Any other number is seconds, or milliseconds where seconds would be beyond the year 5000. */
const parseNumber = (value: number, rules: DateRules): SiteDate | undefined => {
  if (isWritten(value)) return parseDate(String(value), rules);
  const timestamp = Math.abs(value) > 1e11 ? value / 1000 : value;
  return toSiteDate(timestamp, rules.timeZone === undefined ? 0 : offsetAt(rules.timeZone, timestamp));
};

/**
 * @param value what front matter holds.
 * @returns `undefined` for what is no date: a word, 30 February, a spelling in which day and month cannot be told apart.
 */
export function parseDate(value: unknown, rules: DateRules): SiteDate | undefined {
  if (typeof value === 'number') return parseNumber(value, rules);
  if (typeof value !== 'string' || value.length > 100) return undefined;
  const written = parseWritten(value, rules);
  if (written === undefined) return undefined;
  const { wallClock, offset } = written;
  const { timeZone } = rules;
  if (offset !== undefined && (timeZone === undefined || rules.offsets === 'kept'))
    return toSiteDate(wallClock - offset, offset);
  if (offset !== undefined && timeZone !== undefined && rules.offsets !== 'as-local')
    return toSiteDate(wallClock - offset, offsetAt(timeZone, wallClock - offset));
  if (timeZone === undefined) return toSiteDate(wallClock, 0);
  const timestamp = fromWallClock(timeZone, wallClock - (offset ?? 0));
  return toSiteDate(timestamp, offsetAt(timeZone, timestamp));
}

export interface EntryDateRules extends DateRules {
  /** True where YAML's own timestamps without an offset are UTC: Ruby reads them so. */
  readonly utcTimestamps?: boolean;
}

/** What YAML 1.1 takes for a timestamp, where it is not in quotes. */
const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(\s*(?:Z|[-+]\d{1,2}(?::\d\d)?))?$/;

/** What YAML leaves a text, and JavaScript takes for midnight in UTC. */
const toUtcDay = ({ value, quoted }: Pick<FrontMatterEntry, 'value' | 'quoted'>): string | undefined => {
  const [day, date] = (typeof value === 'string' && /^\d{4}-\d\d(-\d\d)?$/.exec(value.trim())) || [];
  if (day === undefined || (date !== undefined && quoted !== true)) return undefined;
  return `${day}${date === undefined ? '-01' : ''}T00:00:00Z`;
};

export function parseEntryDate(
  entry: Pick<FrontMatterEntry, 'value' | 'quoted'> | undefined,
  rules: EntryDateRules,
): SiteDate | undefined {
  if (entry === undefined) return undefined;
  const { value, quoted } = entry;
  const match = typeof value === 'string' && quoted !== true ? timestamp.exec(value.trim()) : null;
  if (match === null && rules.offsets === 'as-local')
    return parseDate(toUtcDay(entry) ?? value, { ...rules, offsets: 'converted' });
  if (match === null) return parseDate(value, rules);
  return parseDate(rules.utcTimestamps === true && match[1] === undefined ? `${match[0]}Z` : value, rules);
}
