/**
 * Scripts that are written without spaces between words. Dictionaries that would find the words differ between hosts,
 * so terms are n-grams, stretches of so many characters that overlap: at query time the n-grams of a word are found wherever the
 * word is. Korean is written with spaces, but its words carry endings; n-grams find the stem.
 * @module
 */
import type { Span } from '../domain/post.js';

/**
 * Scripts whose characters stand in one word, and how many of them are a term. Japanese words are of Kanji and Kana (使い), so a change
 * between these is none. Three of the small alphabets of South-East Asia tell as much as two Chinese characters: nDCG@10 of Thai .021
 * higher than with two.
 */
const families = [
  {
    letters: '\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script_Extensions=Katakana}',
    size: 2,
  },
  { letters: '\\p{Script_Extensions=Hangul}', size: 2 },
  { letters: '\\p{Script=Thai}', size: 3 },
  { letters: '\\p{Script=Lao}', size: 3 },
  { letters: '\\p{Script=Khmer}', size: 3 },
  { letters: '\\p{Script=Myanmar}', size: 3 },
].map(({ letters, size }) => {
  // A mark begins nothing: it belongs to what is before it, whatever its script.
  const base = `(?!\\p{M})[${letters}]`;
  return { base, size, run: `${base}(?:[${letters}]|\\p{M})*`, begins: new RegExp(`^${base}`, 'u') };
});

const bases = families.map(({ base }) => base).join('|');
const gram = new RegExp(bases, 'u');
const runs = new RegExp(`${families.map(({ run }) => run).join('|')}|(?:(?!${bases})[\\s\\S])+`, 'gu');
/** A character with the marks on it counts as one. */
const characters = /[\s\S]\p{M}*/gu;
const ideograph = /^\p{Script=Han}/u;

/** Whether a term may be an n-gram, or a part of one, of such a script. */
export const isGram = (text: string): boolean => gram.test(text);

/** Number of the scripts, from 0, whose character a text begins with; characters of one number make n-grams together. -1 in others. */
export const gramFamilyOf = (text: string): number => families.findIndex(({ begins }) => begins.test(text));

/** How many characters the n-grams of such a family have; 0 of none. */
export const gramSizeOfFamily = (family: number): number => families[family]?.size ?? 0;

/** How many characters the n-grams have that begin as the text does; 0 in other scripts. */
export const gramSizeOf = (text: string): number => gramSizeOfFamily(gramFamilyOf(text));

/** @returns the stretches of a word in such scripts and between them, in order. */
export const splitScriptRuns = (word: string): readonly Span[] =>
  Array.from(word.matchAll(runs), ({ 0: run, index }) => ({ start: index, end: index + run.length }));

/** An n-gram, or a character by itself. */
export interface Gram extends Span {
  /** Number of its first character in the run. */
  readonly position: number;
}

/**
 * 使い方 -> 使い, 使, い方, 方: ideographs are words by themselves, too (nDCG@10 of Chinese questions .963 without, .967 with them).
 * A run that is too short for an n-gram is one term.
 */
export const toGrams = (run: string): readonly Gram[] => {
  const spans = Array.from(run.matchAll(characters), ({ 0: character, index }, position) => ({
    start: index,
    end: index + character.length,
    position,
    isWord: ideograph.test(character),
  }));
  const size = gramSizeOf(run);
  if (spans.length <= 1 || spans.length < size) return [{ start: 0, end: run.length, position: 0 }];
  return spans.flatMap(({ start, end, position, isWord }) => {
    const last = spans[position + size - 1];
    return [
      ...(last === undefined ? [] : [{ start, end: last.end, position }]),
      ...(isWord ? [{ start, end, position }] : []),
    ];
  });
};
