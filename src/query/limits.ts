/**
 * How much a question may ask.
 * @module
 */

export const maxLimit = 100;
export const maxOffset = 10_000;
export const maxFacetLimit = 1_000;
/** UTF-16 units of a text. */
export const maxTextLength = 512;
/** Values of one filter, over all its groups. */
export const maxFilterValues = 64;
