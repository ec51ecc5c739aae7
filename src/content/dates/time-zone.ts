/**
 * Wall-clock time of a place <-> instants.
 * @module
 */

/** A wall-clock time; `month` and `day` are 1-based. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Seconds since the epoch of a civil time taken as UTC; `undefined` if there is no such day. */
export function toUtcSeconds(civil: CivilTime): number | undefined {
  const { year, month, day, hour, minute, second } = civil;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && Number.isFinite(date.getTime()) ? date.getTime() / 1000 : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
};

/** True for an IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Seconds to add to UTC in the zone at that instant. */
export function offsetAt(timeZone: string, timestamp: number): number {
  if (timeZone === 'UTC') return 0;
  const parts = new Map<string, number>();
  for (const { type, value } of formatOf(timeZone).formatToParts(timestamp * 1000))
    parts.set(type, Number(value));
  const local = toUtcSeconds({
    year: parts.get('year') ?? 0,
    month: parts.get('month') ?? 0,
    day: parts.get('day') ?? 0,
    hour: parts.get('hour') ?? 0,
    minute: parts.get('minute') ?? 0,
    second: parts.get('second') ?? 0,
  });
  return local === undefined ? 0 : local - timestamp;
}

/** The instant of a wall-clock time, given as seconds as if it were UTC. In the hour that is left out in spring, the later one. */
export function fromWallClock(timeZone: string, wallClock: number): number {
  const guess = wallClock - offsetAt(timeZone, wallClock);
  return wallClock - offsetAt(timeZone, guess);
}
