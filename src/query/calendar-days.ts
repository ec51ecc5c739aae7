/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as calendar days, without clocks or time zones.
 * @module
 */

const partialDay = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');

const widen = (value: string, end: 'first' | 'last'): string | undefined => {
  const parts = partialDay.exec(value);
  if (parts?.[1] === undefined) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? (end === 'first' ? 1 : 12) : Number(parts[2]);
  if (year === 0 || month < 1 || month > 12) return undefined;
  const lastDay = daysInMonth(year, month);
  const day = parts[3] === undefined ? (end === 'first' ? 1 : lastDay) : Number(parts[3]);
  return day < 1 || day > lastDay ? undefined : `${parts[1]}-${pad(month)}-${pad(day)}`;
};

/** @returns the first day of a year, month or day as `YYYY-MM-DD`; `undefined` if there is no such day */
export const toFirstDay = (value: string): string | undefined => widen(value, 'first');

/** @returns the last day of a year, month or day as `YYYY-MM-DD`; `undefined` if there is no such day */
export const toLastDay = (value: string): string | undefined => widen(value, 'last');

const partsOf = (day: string): readonly [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];

/** @returns the day before one as `YYYY-MM-DD`; `undefined` before the first that can be written */
export const dayBefore = (day: string): string | undefined => {
  const [year, month, date] = partsOf(day);
  if (date > 1) return `${day.slice(0, 7)}-${pad(date - 1)}`;
  return toLastDay(month > 1 ? `${day.slice(0, 4)}-${pad(month - 1)}` : pad(year - 1, 4));
};

/** @returns the day after one as `YYYY-MM-DD`; `undefined` after the last that can be written */
export const dayAfter = (day: string): string | undefined => {
  const [year, month, date] = partsOf(day);
  if (date < daysInMonth(year, month)) return `${day.slice(0, 7)}-${pad(date + 1)}`;
  return toFirstDay(month < 12 ? `${day.slice(0, 4)}-${pad(month + 1)}` : pad(year + 1, 4));
};
