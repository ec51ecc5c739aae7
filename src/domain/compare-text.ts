/**
 * The one order of texts: by UTF-16 code units, which is the same on every machine and in every locale.
 * @module
 */

/** Negative if `a` comes before `b`, positive if after, 0 if they are the same; for `sort`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
