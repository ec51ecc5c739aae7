/**
 * How MiniSearch is told to weigh a match, where it answers from its own index; our own engine ranks by `bm25f.ts`.
 * @module
 */

import type { FieldName } from '../domain/fields.js';

/** A field and how much more than a word of the body its words count. */
export const fieldBoosts = {
  title: 1.5,
  headings: 1.5,
  taxonomy: 1.5,
  body: 1,
  code: 0.7,
} as const satisfies Readonly<Record<FieldName, number>>;

/** BM25+ parameters: saturation of term frequency, weight of length, least gain of a match. MiniSearch's own. */
export const scoring = { k: 1.2, b: 0.7, d: 0.5 } as const;
