/**
 * Every spelling of a date that front matter holds -> an instant and the day the site shows.
 * @module
 */
import type { PostDate } from '../../domain/post.js';
import { fromWallClock, offsetAt, toUtcSeconds } from './time-zone.js';

/** A date and the wall-clock time that URLs are made of. */
export interface SiteDate extends PostDate {
  /** `HH:MM:SS` where `day` is. */
  readonly time: string;
}

export interface DateRules {
  /** IANA name; without one, a time that names no zone is UTC and one that does keeps its own day. */
  readonly timeZone: string | undefined;
  /**
   * A time with an offset is an instant, and shown in the time zone of the site (`converted`) or in its own (`kept`).
   * Hexo takes its time in UTC for one of the site (`as-local`). Default `converted`.
   */
  readonly offsets?: 'converted' | 'kept' | 'as-local';
}

interface WrittenDate {
  /** Wall clock, in seconds as if it were UTC. */
  readonly wallClock: number;
  /** Seconds east of UTC, where the author wrote a zone. */
  readonly offset: number | undefined;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Names of RFC 2822; others are ambiguous and refused. */
const namedZones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  jst: 9,
};

/** In what is matched, blanks are one space. */
const time = String.raw`(?:[Tt]|,? (?:at )?)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)? ?(?<half>[AaPp][Mm])?(?: \d{4}(?= ))?`;
const zone = String.raw` ?(?:(?<sign>[+-])(?<zoneHour>\d{1,2}):?(?<zoneMinute>\d{2})?|(?<zoneName>[A-Za-z]{1,4}))?(?: ?\([\w ]{1,40}\))?`;
const spellings: readonly RegExp[] = [
  // 2015-01-09, 2015/1/9, 2015-01-09 12:30:00 -4, 2015-01-09T12:30Z; git’s second year is passed over
  new RegExp(String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:${time}${zone})?$`),
  // 2015-01-09 +0000
  new RegExp(String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${zone}$`),
  // 20150109, 20150109T123000Z
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zoneName>Z)?)?$/,
  // Fri, 9 Jan 2015 12:30:00 +0000
  new RegExp(
    String.raw`^(?:[A-Za-z]{3,9},? )?(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>[A-Za-z]{3,9})\.?,?[ -](?<year>\d{4})(?:${time}${zone})?$`,
  ),
  // January 9, 2015; Fri Jan 09 2015 12:30:00 GMT+0000
  new RegExp(
    String.raw`^(?:[A-Za-z]{3,9},? )?(?<name>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?:${time}(?: ?GMT)?${zone})?$`,
  ),
];

const monthOf = (groups: Readonly<Record<string, string | undefined>>): number => {
  if (groups.month !== undefined) return Number(groups.month);
  const name = groups.name?.toLowerCase() ?? '';
  const index = monthNames.indexOf(name.slice(0, 3));
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  return full[index]?.startsWith(name) || name === 'sept' ? index + 1 : 0;
};

const hourOf = (groups: Readonly<Record<string, string | undefined>>): number => {
  const hour = Number(groups.hour ?? 0);
  if (groups.half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (groups.half.toLowerCase() === 'pm' ? 12 : 0);
};

/** `undefined` for none; `null` for one that is not known. */
const zoneOf = (groups: Readonly<Record<string, string | undefined>>): number | undefined | null => {
  if (groups.zoneName !== undefined) {
    const hours = namedZones[groups.zoneName.toLowerCase()];
    return hours === undefined ? null : hours * 3600;
  }
  if (groups.sign === undefined) return undefined;
  const seconds = Number(groups.zoneHour) * 3600 + Number(groups.zoneMinute ?? 0) * 60;
  if (seconds > 15 * 3600) return null;
  return groups.sign === '-' ? -seconds : seconds;
};

const parseWritten = (text: string): WrittenDate | undefined => {
  for (const spelling of spellings) {
    const groups = spelling.exec(text)?.groups;
    if (groups === undefined) continue;
    const wallClock = toUtcSeconds({
      year: Number(groups.year),
      month: monthOf(groups),
      day: Number(groups.day),
      hour: hourOf(groups),
      minute: Number(groups.minute ?? 0),
      second: Number(groups.second ?? 0),
    });
    const offset = zoneOf(groups);
    if (wallClock !== undefined && offset !== null) return { wallClock, offset };
  }
  return undefined;
};

const toSiteDate = (timestamp: number, offset: number): SiteDate | undefined => {
  const date = new Date((timestamp + offset) * 1000);
  if (!Number.isFinite(date.getTime())) return undefined;
  const iso = date.toISOString();
  // Years beyond 9999 and before 0 are written with a sign and six digits.
  return /^\d{4}-/.test(iso)
    ? { day: iso.slice(0, 10), time: iso.slice(11, 19), timestamp: Math.floor(timestamp) }
    : undefined;
};

/** A number is seconds, or milliseconds where seconds would be beyond the year 5000; eight digits are a day. */
const parseNumber = (value: number, rules: DateRules): SiteDate | undefined => {
  if (Number.isInteger(value) && value >= 10_000_101 && value <= 99_991_231)
    return parseDate(String(value), rules);
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
  const written = parseWritten(value.trim().replace(/\s+/g, ' '));
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
