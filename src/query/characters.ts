/**
 * Which characters of a question mean something.
 * @module
 */

/** Spaces, and marks of direction, which come along when text is copied. */
const blanks = '\\s\\u200b\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069';
const doubleQuotes = '"“”„‟＂';
const guillemets = '«»';
const quoteMarks = `${doubleQuotes}${guillemets}「」『』`;

export const opening = '(（';
export const closing = ')）';

/** A question that asks nothing: no character that is to be seen. */
export const onlyBlanks = new RegExp(`^[${blanks}]*$`, 'u');
/** Between the words of a phrase. */
export const betweenWords = new RegExp(`[${blanks}${quoteMarks}]+`, 'gu');
/** What ends a run. */
export const endOfRun = new RegExp(`[${blanks}${quoteMarks}${opening}${closing}]`, 'u');
/** A run, from where it is told to look: a word, or a name with its value. */
export const run = new RegExp(`[^${blanks}${quoteMarks}${opening}${closing}]+`, 'uy');
/** Something that an analyzer could make a term of. */
export const letterOrDigit = /[\p{L}\p{N}]/u;

/** What begins a phrase, and what ends it. */
interface Quotes {
  readonly begin: string;
  readonly end: RegExp;
}

/** Writers of many languages swap the ends of quotes of one kind (`„so“`, `“so”`, `»so«`): any of them ends what any began. */
export const quotes: readonly Quotes[] = [
  { begin: doubleQuotes, end: new RegExp(`[${doubleQuotes}]`, 'gu') },
  { begin: guillemets, end: new RegExp(`[${guillemets}]`, 'gu') },
  { begin: '「', end: /」/gu },
  { begin: '『', end: /』/gu },
];

/** Whether a value can be written behind a name without quotes. */
export const isOneRun = (value: string): boolean => {
  run.lastIndex = 0;
  return run.exec(value)?.[0] === value;
};
