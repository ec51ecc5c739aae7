/**
 * Dates in the patterns of Unicode's CLDR, `yyyy/MM/dd`, as Babel writes them for Material for MkDocs.
 * @module
 */
import type { SiteDate } from '../../dates/parse-date.js';
import { toDateParts } from '../url-path.js';

const padded = (number: string, width: number): string => String(Number(number)).padStart(width, '0');

/** Text in quotes, two quotes for one, or a letter as often as it stands there. */
const fieldPattern = /'([^']*)'|([A-Za-z])\2*/g;

/** `undefined` for a pattern with a field that is not known here. */
export function toBabelDate(pattern: string, date: SiteDate, locale: string): string | undefined {
  const parts = toDateParts(date);
  const noon = Date.parse(`${date.day}T12:00:00Z`);
  const named = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(noon);
  const fieldOf = (letter: string, width: number): string | undefined => {
    switch (letter) {
      case 'y':
        return width === 2 ? parts.year.slice(-2) : padded(parts.year, width);
      case 'M':
      case 'L':
        if (width <= 2) return padded(parts.month, width);
        return named({ month: width === 3 ? 'short' : 'long' });
      case 'd':
        return padded(parts.day, width);
      case 'D':
        return padded(String(parts.yearDay), width);
      case 'w':
        return padded(String(parts.week), width);
      case 'Y':
        return padded(String(parts.weekYear), width);
      case 'E':
        return named({ weekday: width <= 3 ? 'short' : 'long' });
      case 'H':
        return padded(parts.hour, width);
      case 'm':
        return padded(parts.minute, width);
      case 's':
        return padded(parts.second, width);
    }
    return undefined;
  };
  let isKnown = true;
  const written = pattern.replace(fieldPattern, (field: string, quoted?: string, letter?: string) => {
    if (letter === undefined) return quoted === '' ? "'" : (quoted ?? '');
    const value = fieldOf(letter, field.length);
    isKnown &&= value !== undefined;
    return value ?? field;
  });
  return isKnown ? written : undefined;
}
