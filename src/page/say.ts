/**
 * Texts of a dictionary with their places filled in, and numbers, days, lists and names as its language writes them.
 * @module
 */
import type { Counted, Wording } from './wording/wording.js';

/** By locale: to make one of these takes longer than to use it a hundred times. */
const formats = new Map<string, ReturnType<typeof createFormats>>();

const createFormats = (locale: string) => ({
  number: new Intl.NumberFormat(locale),
  plural: new Intl.PluralRules(locale),
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
  monthOfYear: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  and: new Intl.ListFormat(locale),
  or: new Intl.ListFormat(locale, { type: 'disjunction' }),
});

export const formatsOf = ({ locale }: Wording): ReturnType<typeof createFormats> => {
  const known = formats.get(locale) ?? createFormats(locale);
  formats.set(locale, known);
  return known;
};

/** A place in a text of a dictionary, to be split at: every second piece is a name. */
export const place = /\{(\w+)\}/;

/** @param values by the names of the places */
export const say = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .split(place)
    .map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? '')))
    .join('');

/** @param values of places beside `count` */
export const sayCount = (
  counted: Counted,
  count: number,
  wording: Wording,
  values: Readonly<Record<string, string>> = {},
): string =>
  say(counted[formatsOf(wording).plural.select(count)] ?? counted.other, {
    ...values,
    count: formatCount(count, wording),
  });

/** `12,345` */
export const formatCount = (count: number, wording: Wording): string =>
  formatsOf(wording).number.format(count);

const formatDate = (format: Intl.DateTimeFormat, written: string): string => {
  const date = new Date(written);
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(written) && !Number.isNaN(date.getTime())
    ? format.format(date)
    : written;
};

/** `2019-03-07` becomes `7 March 2019`; anything else stays as it is. */
export const formatDay = (day: string, wording: Wording): string => formatDate(formatsOf(wording).day, day);

/** `2019-03` becomes `March`; anything else stays as it is. */
export const formatMonth = (month: string, wording: Wording): string =>
  formatDate(formatsOf(wording).month, month);

/** `2019-03` becomes `March 2019`; a year stays as it is. */
export const formatPeriod = (period: string, wording: Wording): string =>
  formatDate(formatsOf(wording).monthOfYear, period);

/** A language by the name its readers use (`Deutsch`), or its tag where the platform knows none. */
export const nameLanguage = (tag: string, { unknownLanguage }: Wording): string => {
  if (tag === 'und') return unknownLanguage;
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
