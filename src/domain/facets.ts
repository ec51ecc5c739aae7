/**
 * What posts can be filtered and counted by. A new facet is a line of {@link valueFacets}: columns, filters, parameters,
 * flags, hits and the page follow from it.
 * @module
 */

/**
 * Facets whose values stand in the posts. `name` is the post's property, the filter and the facet; `parameter` is its name in
 * an address and on a command line; `title` its heading on the page; `many` whether a post has a list of them, or one or none;
 * `nested` whether a value may lie in others, as `a/b` does in `a`: a post that has it has those too. The page shows them in this
 * order.
 */
export const valueFacets = [
  { name: 'tags', parameter: 'tag', title: 'Tags', many: true, nested: false },
  { name: 'categories', parameter: 'category', title: 'Categories', many: true, nested: true },
  { name: 'authors', parameter: 'author', title: 'Authors', many: true, nested: false },
  { name: 'series', parameter: 'series', title: 'Series', many: false, nested: false },
] as const;

/** Facets that are made of what every post has: the year and the month of its day, and the language of its shard. */
const computedFacets = [
  { name: 'years', title: 'Years' },
  { name: 'months', title: 'Months' },
  { name: 'languages', title: 'Languages' },
] as const;

export type ValueFacet = (typeof valueFacets)[number];
export type ValueFacetName = ValueFacet['name'];
export type FacetName = ValueFacetName | (typeof computedFacets)[number]['name'];

/** What is told of any facet: see {@link valueFacets}. */
export interface Facet {
  readonly name: FacetName;
  readonly title: string;
}

/** All facets that can be counted. */
export const facets: readonly Facet[] = [...valueFacets, ...computedFacets];

/** Names of the facets that can be counted. */
export const facetNames: readonly FacetName[] = facets.map(({ name }) => name);

type NameOf<Many extends boolean> = Extract<ValueFacet, { readonly many: Many }>['name'];

/** The values of one post: lists, empty where it has none; what it has one of is absent then. */
export type FacetValues = { readonly [Name in NameOf<true>]: readonly string[] } & {
  readonly [Name in NameOf<false>]?: string;
};

/** Something for each facet with values. */
export type ByValueFacet<Value> = { readonly [Name in ValueFacetName]: Value };

/** @returns what `toValue` makes of each facet, by its name */
export const mapValueFacets = <Value>(toValue: (facet: ValueFacet) => Value): ByValueFacet<Value> =>
  // Object.fromEntries does not tell which names it was given: those of the list, all of them.
  Object.fromEntries(valueFacets.map((facet) => [facet.name, toValue(facet)])) as ByValueFacet<Value>;
