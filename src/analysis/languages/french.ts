import type { TermFilter } from '../term-filter.js';

const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]/;

/** `l'an` -> `an`, `lorsqu'il` -> `il`. */
export const dropFrenchElision: TermFilter = (term) => term.replace(elision, '');
