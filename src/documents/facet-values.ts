/**
 * What a post has of each facet.
 * @module
 */
import { type FacetValues, type ValueFacet, type ValueFacetName, valueFacets } from '../domain/facets.js';

/** A list where a post can have many values, one or `undefined` where it can have one. */
type OwnValue = FacetValues[ValueFacetName] | string | undefined;

/** The values of one facet as a list, whether a post can have many of them or one. */
const valuesOf = (values: FacetValues, facet: ValueFacetName): readonly string[] => {
  const own: OwnValue = values[facet];
  if (own === undefined) return [];
  return typeof own === 'string' ? [own] : own;
};

/** Levels that count for themselves, so that no one name makes more than so many values. */
const maxLevels = 8;

/** `a/b/c` lies in `a/b`, and that in `a`. */
const withParents = (path: string): readonly string[] => {
  const levels = path.split('/');
  const parents = levels.slice(0, Math.min(levels.length, maxLevels) - 1);
  return [...parents.map((_, at) => levels.slice(0, at + 1).join('/')), path];
};

/** All that a post counts for in one facet, each once: its values, and those that they lie in. */
export const countedValuesOf = (values: FacetValues, { name, nested }: ValueFacet): ReadonlySet<string> => {
  const own = valuesOf(values, name);
  return new Set(nested ? own.flatMap(withParents) : own);
};

/** @param ownValue a list for a facet of many values, else one value or none */
export const toFacetValues = (ownValue: (facet: ValueFacet) => OwnValue): FacetValues =>
  // Object.fromEntries does not tell which names it was given: those of the list, each with its own value.
  Object.fromEntries(
    valueFacets.flatMap((facet) => {
      const own = ownValue(facet);
      return own === undefined ? [] : [[facet.name, own]];
    }),
  ) as FacetValues;
