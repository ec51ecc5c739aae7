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
  readonly name: OperatorName;
  /** The facet that has the values. Those of days are years. */
  readonly facet: FacetName;
  /** What is there of the value; it may be empty. */
  readonly typed: string;
}

export type Completion = NameCompletion | ValueCompletion;

const facetOf: ReadonlyMap<string, readonly [OperatorName, FacetName]> = new Map(
  [
    ...valueFacets.map(({ name, parameter }) => [parameter, name] as const),
    ['lang', 'languages'] as const,
    ...(['year', 'date', 'before', 'after'] as const).map((name) => [name, 'years'] as const),
  ].map(([name, facet]) => [name, [name, facet]] as const),
);

const named = (row: LanguageRow): row is LanguageRow & { readonly name: OperatorName } =>
  row.name !== undefined;

const startOfRun = (text: string, end: number): number => {
  let start = end;
  while (start > 0 && !endOfRun.test(text.charAt(start - 1))) start -= 1;
  return text.charAt(start) === '-' && start < end ? start + 1 : start;
};

/** @param valueStart where the value begins, be it with a quote */
const completeValue = (
  text: string,
  start: number,
  colon: number,
  end: number,
): ValueCompletion | undefined => {
  const [name, facet] = facetOf.get(text.slice(start, colon).toLowerCase()) ?? [];
  if (name === undefined || facet === undefined) return undefined;
  return { kind: 'value', name, facet, typed: text.slice(colon + 1, end).replace(/^"/, ''), start, end };
};

/** @returns nothing within a word, and where there is nothing to choose from */
export const completeAt = (text: string, caret: number): Completion | undefined => {
  if (caret < text.length && !endOfRun.test(text.charAt(caret))) return undefined;
  const start = startOfRun(text, caret);
  const typed = text.slice(start, caret).toLowerCase();
  const colon = typed.search(/[:：]/);
  if (colon >= 0) return completeValue(text, start, start + colon, caret);
  // A value with blanks in it, of which the quote is not closed yet.
  const quote = text.lastIndexOf('"', caret - 1);
  if (quote > 0 && /[:：]/.test(text.charAt(quote - 1))) {
    return completeValue(text, startOfRun(text, quote), quote - 1, caret);
  }
  const rows = queryLanguage.filter(named).filter(({ name }) => typed !== '' && name.startsWith(typed));
  return rows.length > 0 ? { kind: 'name', rows, start, end: caret } : undefined;
};
