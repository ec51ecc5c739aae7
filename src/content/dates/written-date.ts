/**
 * The spellings of a date: those that generators read themselves, and read alike. Ruby's `Time.parse` is the most
 * lenient of them, and reads on where others stop.
 * @module
 */
import { monthNames } from '../../domain/month-names.js';
import { toUtcSeconds } from './time-zone.js';

export interface WrittenDate {
  /** Wall clock, in seconds as if it were UTC. */
  readonly wallClock: number;
  /** Seconds east of UTC, where the author wrote a zone. */
  readonly offset: number | undefined;
}

/** What generators do not agree on. */
export interface SpellingRules {
  /** 31 September is the first of October. */
  readonly rollsOver?: boolean;
  /** What the first number of 6/5/2019 may be, in order; without it, such a spelling is no date. */
  readonly numericOrders?: readonly ('day' | 'month')[];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Those of RFC 2822. Ruby, Python and Go take a time with another name for one of the site. */
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
};

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}(?:\.|,|\.,)? /;

/** Each is followed by a time and a zone, or nothing. */
const days: readonly RegExp[] = [
  // 2015-01-09, 2015/1/9
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/,
  // 2015-Jan-09
  /^(?<year>\d{4})[- ](?<name>[a-z]{3,9})[- ](?<day>\d{1,2})(?!\d)/,
  // 9 Jan 2015, 9th of January, 2015, 09-Jan-15
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?(?<name>[a-z]{3,9})(?:\.|,|\.,)?[- ](?<year>\d{4}|\d\d)(?!\d|:)/,
  // January 9, 2015
  /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/,
  // 2015-W02-5, 2015-009
  /^(?<year>\d{4})-w(?<week>\d\d)-(?<weekday>[1-7])(?!\d)/,
  /^(?<year>\d{4})-(?<ordinal>\d{3})(?!\d)/,
  // 20150109
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/,
  // 20150109123000
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=\d{6}$)/,
  // Jan 2015, 2015-01, 2015: their first day
  /^(?<name>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d\d)$/,
  /^(?<year>\d{4})$/,
];

const numericDays = {
  day: /^(?<day>\d{1,2})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<year>\d{4})(?!\d)/,
  month: /^(?<month>\d{1,2})(?<sign>[-/.])(?<day>\d{1,2})\k<sign>(?<year>\d{4})(?!\d)/,
} as const;

const zone =
  /^(?:(?<zoneName>z|[a-z]{2,5}|[a-z]{2,20}\/[a-z_]{2,30})|(?:gmt|utc)?(?<sign>[+-])(?<zoneHour>\d{1,2})(?::?(?<zoneMinute>\d\d)(?::\d\d)?)?(?: [a-z]{2,5})?)$/;

const clock =
  /^(?:t|,? (?:at |@ ?|- )?|[-_])(?<hour>\d{1,2})(?:[:h](?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d{1,9})?)?)?(?: ?(?<half>[ap])\.?m\.?)?(?!\d)/;

const compactClock = /^[t ]?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?!\d)/;

const monthOf = ({ month, name }: Groups): number => {
  if (month !== undefined) return Number(month);
  if (name === undefined) return 1;
  if (name === 'sept') return 9;
  return monthNames.findIndex((full) => full.toLowerCase().startsWith(name)) + 1;
};

/** Two digits are this century or the last, as everywhere. */
const yearOf = ({ year = '' }: Groups): number =>
  year.length === 2 ? Number(year) + (Number(year) < 69 ? 2000 : 1900) : Number(year);

const daySeconds = 24 * 60 * 60;

/** Seconds of midnight, taken as UTC. */
const dayOf = (groups: Groups, { rollsOver }: SpellingRules): number | undefined => {
  const midnight = (month: number, day: number): number | undefined =>
    toUtcSeconds({ year: yearOf(groups), month, day, hour: 0, minute: 0, second: 0 });
  if (groups.ordinal !== undefined) {
    const first = midnight(1, 1);
    const found = first === undefined ? undefined : first + (Number(groups.ordinal) - 1) * daySeconds;
    const next = toUtcSeconds({ year: yearOf(groups) + 1, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
    return found !== undefined && first !== undefined && next !== undefined && found >= first && found < next
      ? found
      : undefined;
  }
  if (groups.week !== undefined) {
    // The fourth of January is in the first week, and weeks begin with Monday.
    const fourth = midnight(1, 4);
    const week = Number(groups.week);
    if (fourth === undefined || week < 1 || week > 53) return undefined;
    const weekdayOfFourth = (new Date(fourth * 1000).getUTCDay() + 6) % 7;
    return fourth + ((week - 1) * 7 + Number(groups.weekday) - 1 - weekdayOfFourth) * daySeconds;
  }
  const month = monthOf(groups);
  const day = Number(groups.day ?? 1);
  const first = rollsOver === true && day >= 1 && day <= 31 ? midnight(month, 1) : undefined;
  return first === undefined ? midnight(month, day) : first + (day - 1) * daySeconds;
};

/** Seconds since midnight; 24:00 is the next one. */
const timeOf = ({ hour, minute, second, half }: Groups): number | undefined => {
  const written = Number(hour ?? 0);
  const hours = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minutes = Number(minute ?? 0);
  const seconds = Math.min(59, Number(second ?? 0));
  if (written > 24 || minutes > 59 || Number(second ?? 0) > 60) return undefined;
  return hours === 24 && minutes + seconds > 0 ? undefined : hours * 3600 + minutes * 60 + seconds;
};

/** Seconds; `undefined` for none or one of the site, `null` for one that there is not. */
const offsetOf = ({ zoneName, sign, zoneHour, zoneMinute }: Groups): number | undefined | null => {
  if (zoneName !== undefined) {
    const hours = Object.hasOwn(namedZones, zoneName) ? namedZones[zoneName] : undefined;
    return hours === undefined ? undefined : hours * 3600;
  }
  if (sign === undefined) return undefined;
  const seconds = Number(zoneHour) * 3600 + Number(zoneMinute ?? 0) * 60;
  if (seconds > 15 * 3600) return null;
  return sign === '-' ? -seconds : seconds;
};

/** `Sep 3 11:21:31 CEST 2021`, as `date` prints it, and `11:21 3 Sep 2021`: the day first. */
const withDayFirst = (text: string): string =>
  text
    .replace(/^([a-z]{3,9} \d{1,2}|\d{1,2} [a-z]{3,9}) (\d{1,2}:.*) (\d{4})$/, '$1 $3 $2')
    .replace(/^(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?) (.+)$/, '$2 $1');

const normalize = (written: string): string => {
  const text = written.replace(/\s+/g, ' ').trim().toLowerCase();
  // A comment, and all that stands behind a doubled colon, where Ruby stops.
  const [plain = ''] = text.split(/ ?[([]|::/, 1);
  return withDayFirst(plain.replace(weekday, ''));
};

/**
 * @returns `undefined` for what is no date: a word, 30 February, a spelling in which day and month cannot be told apart, as far
 *   as the rules do not say otherwise.
 */
export function parseWritten(written: string, rules: SpellingRules = {}): WrittenDate | undefined {
  const text = normalize(written);
  const numeric = (rules.numericOrders ?? []).map((order) => numericDays[order]);
  for (const spelling of [...days, ...numeric]) {
    const found = spelling.exec(text);
    if (found === null) continue;
    const below = text.slice(found[0].length);
    const time = clock.exec(below) ?? compactClock.exec(below);
    // git prints the year twice.
    const rest = below
      .slice(time?.[0].length ?? 0)
      .trim()
      .replace(/^\d{4} /, '');
    const place = zone.exec(rest);
    if (rest !== '' && place === null) continue;
    const midnight = dayOf(found.groups ?? {}, rules);
    const seconds = timeOf(time?.groups ?? {});
    const offset = offsetOf(place?.groups ?? {});
    if (midnight !== undefined && seconds !== undefined && offset !== null)
      return { wallClock: midnight + seconds, offset };
  }
  return undefined;
}
