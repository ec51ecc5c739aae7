/**
 * Apostrophes inside words, in any language: who searches may leave them out or write another one.
 * @module
 */
import type { TermFilter } from './term-filter.js';

/** `'`, the typographic one, and the modifier letter that some keyboards write. */
const apostrophe = /['’ʼ]/;
const apostrophes = /['’ʼ]/g;
/** `spark's` is about `spark`. */
const possessive = /['’ʼ]s$/;
/** `l'été`, `d'accord`, `o'reilly`: one or two letters, then a word that stands on its own. */
const elided = /^\p{L}{1,2}['’ʼ](?=[\p{L}\p{M}]{3})/u;

/** `don't` -> `dont`, `spark's` -> `spark`, `l'été` -> `été`. */
export const dropApostrophes: TermFilter = (term) =>
  apostrophe.test(term) ? term.replace(possessive, '').replace(elided, '').replace(apostrophes, '') : term;
