/**
 * The names that may stand before a colon in a text, and what each makes of what follows: `title:rust`, `tag:"cloud bills"`.
 * @module
 */
import { type ValueFacet, valueFacets } from '../domain/facets.js';
import type { FieldName } from '../domain/fields.js';
import type { DocumentFilter } from '../domain/query-tree.js';
import { dayAfter, dayBefore, toFirstDay, toLastDay } from './calendar-days.js';
import { isLanguageTag } from './language-tag.js';

export type OperatorName =
  | 'title'
  | 'heading'
  | 'code'
  | ValueFacet['parameter']
  | 'lang'
  | 'year'
  | 'date'
  | 'before'
  | 'after';

/** @returns nothing for a value that is not of the kind: it is then searched as words */
export type ReadFilter = (value: string) => DocumentFilter | undefined;

/** Words that are looked for in one field only, or a value that posts are filtered by. */
export type Operator =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'filter'; readonly read: ReadFilter };

const inField = (field: FieldName): Operator => ({ kind: 'field', field });
const filterBy = (read: ReadFilter): Operator => ({ kind: 'filter', read });

const toDays = (from: string | undefined, to: string | undefined): DocumentFilter | undefined => {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { by: 'days', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
};

const range = /^([\d-]*)\.\.([\d-]*)$/;

/** A year, a month or a day, or two of them with `..` between, of which one may be missing. */
const readDays: ReadFilter = (value) => {
  const [, first = value, last = value] = range.exec(value) ?? [];
  const from = toFirstDay(first);
  const to = toLastDay(last);
  const isUnderstood = (first === '' || from !== undefined) && (last === '' || to !== undefined);
  return isUnderstood ? toDays(from, to) : undefined;
};

// Neither has a day of what it names: `before:2024` ends with 2023.
const readBefore: ReadFilter = (value) => {
  const first = toFirstDay(value);
  return first === undefined ? undefined : toDays(undefined, dayBefore(first));
};
const readAfter: ReadFilter = (value) => {
  const last = toLastDay(value);
  return last === undefined ? undefined : toDays(dayAfter(last), undefined);
};

/** By name, in lower case. A facet with values has that of its parameter. */
export const operators: ReadonlyMap<string, Operator> = new Map<OperatorName, Operator>([
  ['title', inField('title')],
  ['heading', inField('headings')],
  ['code', inField('code')],
  ...valueFacets.map(
    ({ name, parameter }) => [parameter, filterBy((value) => ({ by: 'facet', facet: name, value }))] as const,
  ),
  ['lang', filterBy((value) => (isLanguageTag(value) ? { by: 'language', language: value } : undefined))],
  ['year', filterBy(readDays)],
  ['date', filterBy(readDays)],
  ['before', filterBy(readBefore)],
  ['after', filterBy(readAfter)],
]);
