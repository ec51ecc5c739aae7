/**
 * One spelling for letters that people write in several ways: with or without accents, points or ligatures.
 * @module
 */
import type { TermFilter } from './term-filter.js';

const beyondAscii = /[\u0080-\uffff]/;

/** Letters that Unicode does not decompose. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ŧ', 't'],
  ['ς', 'σ'],
  // Arabic: alef wasla, alef maksura, teh marbuta; and the Persian forms of kaf and yeh.
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
  ['ی', 'ي'],
]);
const plainLetter = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'g');

/** Soft hyphen, joiners; the tatweel that stretches Arabic words; Hebrew and Arabic points, hamza and madda among them. */
const optionalMarks =
  /[\u00ad\u0640\u200c-\u200d\u2060\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

const accents = /[\u0300-\u036f]+/g;
const cyrillic = /[\u0400-\u04ff]/;

/** й and ї are letters of their own; ё is written as е, and stress marks are for learners. */
const foldCyrillic = (letter: string, marks: string): string =>
  letter === 'е' ? '' : marks.replace(/[\u0300\u0301]/g, '');

const foldAccents = (marks: string, offset: number, decomposed: string): string => {
  const letter = decomposed.charAt(offset - 1);
  return cyrillic.test(letter) ? foldCyrillic(letter, marks) : '';
};

/** Composed, without marks that are written or not as one likes. */
export const dropOptionalMarks: TermFilter = (term) =>
  beyondAscii.test(term) ? term.normalize('NFC').replace(optionalMarks, '') : term;

/** `café` -> `cafe`, `straße` -> `strasse`, `ёлка` -> `елка`. Marks that make another letter of an Indic, Thai or Japanese one stay. */
export const foldLetters: TermFilter = (term) =>
  beyondAscii.test(term)
    ? term
        .normalize('NFD')
        .replace(accents, foldAccents)
        .replace(optionalMarks, '')
        .replace(plainLetter, (letter) => plainLetters.get(letter) ?? letter)
        .normalize('NFC')
    : term;
