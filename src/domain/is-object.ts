/**
 * What JSON, and every notation like it, calls an object.
 * @module
 */

/** Names and values, of which nothing else is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True of a mapping of names to values; false of a list, of `null` and of all that is no object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
