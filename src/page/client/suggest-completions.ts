/**
 * What could be typed next: names of operators, and the values that posts have.
 * @module
 */
import { type FacetName, valueFacets } from '../../domain/facets.js';
import type { FacetCount } from '../../domain/search.js';
import { queryLanguage } from '../../query/language.js';
import type { Completion } from '../render-completions.js';
import { formatCount, nameLanguage } from '../wording.js';
import { findTypedToken, type TypedToken } from './typed-token.js';

/** Counts the values of a facet over the posts that a text asks for. */
export type CountValues = (
  text: string,
  facet: FacetName,
  signal: AbortSignal,
) => Promise<readonly FacetCount[]>;

/** Completions of what stands between `start` and the caret. */
export interface Suggestion {
  readonly start: number;
  readonly completions: readonly Completion[];
}

/** No more than can be looked over. */
const maxCompletions = 8;
/** A single letter begins too much. */
const minNameLength = 2;

/** Operators whose values are counted, and as which facet. */
const facetOf: ReadonlyMap<string, FacetName> = new Map<string, FacetName>([
  ...valueFacets.map(({ name, parameter }) => [parameter, name] as const),
  ['lang', 'languages'],
  ['year', 'years'],
]);

/** @returns without completions where there is nothing to complete */
export const suggestCompletions = async (
  text: string,
  caret: number,
  countValues: CountValues,
  signal: AbortSignal,
): Promise<Suggestion> => {
  const token = findTypedToken(text, caret);
  if (token === undefined) return { start: caret, completions: [] };
  if (token.operator === undefined) return { start: token.start, completions: completeName(token) };
  const facet = facetOf.get(token.operator);
  if (facet === undefined) return { start: caret, completions: [] };
  // Over the posts that the rest of the text asks for: half a name finds none.
  const nameStart = token.start - token.operator.length - 1;
  const isNegative = text.charAt(nameStart - 1) === '-';
  const rest = text.slice(0, isNegative ? nameStart - 1 : nameStart) + text.slice(caret);
  const values = await countValues(rest, facet, signal);
  return { start: token.start, completions: completeValue(token, facet, values) };
};

const completeName = ({ typed }: TypedToken): readonly Completion[] => {
  if (typed.length < minNameLength) return [];
  return queryLanguage.flatMap(({ name, meaning }) =>
    name?.startsWith(typed.toLowerCase()) ? [{ text: `${name}:`, label: `${name}:`, detail: meaning }] : [],
  );
};

const completeValue = (
  { typed }: TypedToken,
  facet: FacetName,
  values: readonly FacetCount[],
): readonly Completion[] => {
  const key = toKey(typed);
  const begin = values.filter(({ value }) => toKey(value).startsWith(key));
  const contain = values.filter(
    ({ value }) => !begin.some((other) => other.value === value) && toKey(value).includes(key),
  );
  return [...begin, ...contain].slice(0, maxCompletions).map(({ value, count }) => ({
    text: `${quoteValue(value)} `,
    label: facet === 'languages' ? `${value} ${nameLanguage(value)}` : value,
    detail: formatCount(count),
  }));
};

const toKey = (value: string): string => value.normalize('NFC').toLowerCase();

/** A value of one word stands by itself. */
const quoteValue = (value: string): string =>
  /[\s()|"]/.test(value) ? `"${value.replaceAll('"', ' ')}"` : value;
