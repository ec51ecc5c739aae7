import type { TermFilter } from '../term-filter.js';

const elision = /^(?:[cdlmnstv]|un|gl|(?:a|co|da|de|ne|que|su)ll|bell|quand|tutt)['’ʼ]/;

/** `l'era` -> `era`, `dell'anno` -> `anno`. */
export const dropItalianElision: TermFilter = (term) => term.replace(elision, '');
