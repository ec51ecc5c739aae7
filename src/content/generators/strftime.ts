/**
 * `%Y/%m/%d`, as Python and Liquid write dates.
 * @module
 */
import type { SiteDate } from '../dates/parse-date.js';
import { toDateParts } from './url-path.js';

/** Unknown codes stay as they are; `%-d` leaves the zero out. */
export function strftime(pattern: string, date: SiteDate): string {
  const parts = toDateParts(date);
  const codes: Readonly<Record<string, string>> = {
    Y: parts.year,
    y: parts.year.slice(2),
    m: parts.month,
    d: parts.day,
    b: parts.monthName.slice(0, 3),
    B: parts.monthName,
    a: parts.weekdayName.slice(0, 3),
    A: parts.weekdayName,
    H: parts.hour,
    M: parts.minute,
    S: parts.second,
    j: String(parts.yearDay).padStart(3, '0'),
  };
  return pattern.replace(/%(-?)([A-Za-z])/g, (code, minus: string, letter: string) => {
    const value = codes[letter];
    if (value === undefined) return code;
    return minus === '' ? value : value.replace(/^0+(?=\d)/, '');
  });
}
