/**
 * What a post has of each facet.
 * @module
 */
import { type FacetValues, type ValueFacet, type ValueFacetName, valueFacets } from '../domain/facets.js';

/** A list where a post can have many values, one or `undefined` where it can have one. */
type OwnValue = FacetValues[ValueFacetName] | string | undefined;

/** The values of one facet as a list, whether a post can have many of them or one. */
export const valuesOf = (values: FacetValues, facet: ValueFacetName): readonly string[] => {
  const own: OwnValue = values[facet];
  if (own === undefined) return [];
  return typeof own === 'string' ? [own] : own;
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
