/**
 * What the parameters of a search are called, and what people call them.
 * @module
 */
import { type ValueFacet, valueFacets } from '../domain/facets.js';

const otherThanFacets = [
  'from',
  'to',
  'period',
  'lang',
  'prefer',
  'sort',
  'limit',
  'offset',
  'facets',
  'facet-limit',
  'facet-contains',
  'fuzzy',
  'explain',
] as const;

export type ParameterName = 'q' | ValueFacet['parameter'] | (typeof otherThanFacets)[number];

/** Every facet with values has one of its own. */
export const parameterNames: readonly ParameterName[] = [
  'q',
  ...valueFacets.map(({ parameter }) => parameter),
  ...otherThanFacets,
];

export const isParameterName = (name: string): name is ParameterName =>
  parameterNames.some((known) => known === name);

/** Names of other search interfaces. */
const otherNames: Readonly<Record<string, ParameterName>> = {
  s: 'q',
  search: 'q',
  query: 'q',
  text: 'q',
  words: 'q',
  locale: 'lang',
  since: 'from',
  after: 'from',
  start: 'from',
  year: 'period',
  month: 'period',
  until: 'to',
  before: 'to',
  end: 'to',
  order: 'sort',
  size: 'limit',
  count: 'limit',
  per_page: 'limit',
  hitsperpage: 'limit',
  page: 'offset',
  skip: 'offset',
};

/** `tags`, `Tag`, `cat`, `langauge`: one begins like the other. */
const isLike = (name: string, known: string): boolean =>
  known.length > 1 && name.length > 1 && (name.startsWith(known.slice(0, 3)) || known.startsWith(name));

/**
 * @param names those that may be given
 * @returns a hint for who wrote `name`
 */
export const suggestName = (name: string, names: readonly ParameterName[]): string => {
  const lower = name.toLowerCase();
  const other = Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined;
  const meant =
    names.find((known) => known === other) ??
    names.find((known) => known === lower) ??
    names.find((known) => isLike(lower, known));
  const all = `The parameters are ${names.join(', ')}.`;
  return meant === undefined ? all : `Did you mean \`${meant}\`? ${all}`;
};
