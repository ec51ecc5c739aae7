/**
 * Scripts that are written without spaces between words. Dictionaries that would find the words differ between hosts,
 * so terms are overlapping pairs of characters: at query time the pairs of a word are found wherever the word is.
 * Korean is written with spaces, but its words carry endings; pairs find the stem.
 * @module
 */
import type { Span } from '../domain/post.js';

const scripts = [
  '\\p{Script_Extensions=Han}',
  '\\p{Script_Extensions=Hiragana}',
  '\\p{Script_Extensions=Katakana}',
  '\\p{Script_Extensions=Hangul}',
  '\\p{Script=Thai}',
  '\\p{Script=Lao}',
  '\\p{Script=Khmer}',
  '\\p{Script=Myanmar}',
].join('');

/** A mark begins nothing: it belongs to what is before it, whatever its script. */
const base = `(?!\\p{M})[${scripts}]`;
const paired = new RegExp(base, 'u');
const runs = new RegExp(`${base}[${scripts}\\p{M}]*|(?:(?!${base})[\\s\\S])+`, 'gu');
/** A character with the marks on it counts as one. */
const characters = /[\s\S]\p{M}*/gu;

/** Whether a term may be a pair of characters, or a single one, of such a script. */
export const isPaired = (text: string): boolean => paired.test(text);

/** @returns the stretches of a word in such scripts and between them, in order. */
export const splitScriptRuns = (word: string): readonly Span[] =>
  Array.from(word.matchAll(runs), ({ 0: run, index }) => ({ start: index, end: index + run.length }));

/** 使い方 -> 使い, い方. A character on its own stays one. */
export const toPairs = (run: string): readonly Span[] => {
  const spans = Array.from(run.matchAll(characters), ({ 0: character, index }) => ({
    start: index,
    end: index + character.length,
  }));
  return spans.length < 2
    ? spans
    : spans.slice(1).map(({ end }, before) => ({ start: spans[before]?.start ?? 0, end }));
};
