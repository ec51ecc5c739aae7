/**
 * What someone who types a question may be about to write where the caret is.
 * @module
 */
import { type FacetName, valueFacets } from '../domain/facets.js';
import { endOfRun } from './characters.js';
import { type LanguageRow, queryLanguage } from './language.js';
import type { OperatorName } from './operators.js';

/** What is written takes the place of the text from `start` to `end`, the caret: UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** To be continued with `${name}:` of one of the rows. */
export interface NameCompletion extends Place {
  readonly kind: 'name';
  /** At least one, in the order of the help. */
  readonly rows: readonly (LanguageRow & { readonly name: OperatorName })[];
}

/** To be continued with a value of a facet: what `printNamed` makes of `name` and the value. */
export interface ValueCompletion extends Place {
  readonly kind: 'value';
  /** In lower case. */
  readonly name: string;
  /** The facet that has the values. Those of days are years. */
  readonly facet: FacetName;
  /** What is there of the value; it may be empty. */
  readonly typed: string;
}

export type Completion = NameCompletion | ValueCompletion;

/** By name: which facet has values that may stand behind it. */
const facetOf: ReadonlyMap<string, FacetName> = new Map<string, FacetName>([
  ...valueFacets.map(({ name, parameter }) => [parameter, name] as const),
  ['lang', 'languages'],
  ['year', 'years'],
  ['date', 'years'],
  ['before', 'years'],
  ['after', 'years'],
]);

const isNamed = (row: LanguageRow): row is NameCompletion['rows'][number] => row.name !== undefined;

/** @returns where the run that ends there starts, its minus left out */
const startOfRun = (text: string, end: number): number => {
  let start = end;
  while (start > 0 && !endOfRun.test(text.charAt(start - 1))) start -= 1;
  return text.charAt(start) === '-' ? start + 1 : start;
};

const completeName = (text: string, start: number, end: number): NameCompletion | undefined => {
  const typed = text.slice(start, end).toLowerCase();
  if (typed === '') return undefined;
  const rows = queryLanguage.filter(isNamed).filter(({ name }) => name.startsWith(typed));
  return rows.length > 0 ? { kind: 'name', rows, start, end } : undefined;
};

/** @param colon where the name ends; behind it stands what is there of the value, be it with a quote */
const completeValue = (
  text: string,
  start: number,
  colon: number,
  end: number,
): ValueCompletion | undefined => {
  const name = text.slice(start, colon).toLowerCase();
  const facet = facetOf.get(name);
  if (facet === undefined) return undefined;
  return { kind: 'value', name, facet, typed: text.slice(colon + 1, end).replace(/^"/, ''), start, end };
};

const colons = /[:：]/;

/** @returns nothing within a word, and where there is nothing to choose from */
export const completeAt = (text: string, caret: number): Completion | undefined => {
  if (caret < text.length && !endOfRun.test(text.charAt(caret))) return undefined;
  const start = startOfRun(text, caret);
  const colon = text.slice(start, caret).search(colons);
  if (colon >= 0) return completeValue(text, start, start + colon, caret);
  // A value with blanks in it, of which the quote is not closed yet.
  const quote = text.lastIndexOf('"', caret - 1);
  return colons.test(text.charAt(quote - 1))
    ? completeValue(text, startOfRun(text, quote), quote - 1, caret)
    : completeName(text, start, caret);
};
