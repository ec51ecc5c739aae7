/**
 * Short words that are written together with the one after them, in the languages that do so. They are dropped when building and when
 * asking, so these rules are part of what is loaded always; all else that a language says is in its own module.
 * @module
 */
import { foldLetters } from '../fold-letters.js';
import type { TermFilter } from '../term-filter.js';

const frenchElision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]/;

/** `l'an` -> `an`, `lorsqu'il` -> `il`. */
export const dropFrenchElision: TermFilter = (term) => term.replace(frenchElision, '');

const italianElision = /^(?:[cdlmnstv]|un|gl|(?:a|co|da|de|ne|que|su)ll|bell|quand|tutt)['’ʼ]/;

/** `l'era` -> `era`, `dell'anno` -> `anno`. */
export const dropItalianElision: TermFilter = (term) => term.replace(italianElision, '');

/** And, so, with, as, to; then the article. Three letters stay, so that a short word is not taken for one. */
const arabicArticle = /^(?:[وف]?(?:[بك]?ال|لل))(?=\p{L}{3})/u;

/**
 * `والكتاب`, `للكتاب` -> `كتاب`. Most nouns of a text have the article: nDCG@10 of Arabic questions .931 without this rule, .943 with it.
 * Dropping it together with marks and hamzas makes `ألمانيا` and `المانيا` one word, as folding does for others.
 */
export const dropArabicArticle: TermFilter = (term) => foldLetters(term).replace(arabicArticle, '');
