/**
 * How a match is weighed; every engine computes with these.
 * @module
 */

/** A field and how much more than a word of the body its words count. The order is that of the field ids. */
export const fieldBoosts = {
  title: 1.5,
  headings: 1.5,
  taxonomy: 1.5,
  body: 1,
  code: 0.7,
} as const;

export type FieldName = keyof typeof fieldBoosts;

/** BM25+ parameters: saturation of term frequency, weight of length, least gain of a match. MiniSearch's own. */
export const scoring = { k: 1.2, b: 0.7, d: 0.5 } as const;
