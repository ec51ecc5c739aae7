/**
 * Acronyms beside what they stand for: "Container Storage Interface (CSI)", "CSI (Container Storage Interface)".
 *
 * The places are those of A. Schwartz and M. Hearst (A simple algorithm for identifying abbreviation definitions in biomedical text,
 * 2003). What they allow of a long form is stricter here: each character of the acronym begins a word, and only small words are
 * passed over. It loses "User Experience (UX)", and nearly all that would be wrong.
 * @module
 */
import { isGram } from '../../analysis/split-script-runs.js';

/** What a post says that an acronym stands for. */
export interface Definition {
  readonly short: string;
  /** Words with one blank between them. */
  readonly long: string;
  /** Whether the post has the letters more often as a word without capitals, as one that speaks of IT has "it". */
  readonly isWord: boolean;
}

/** Of one post; what is defined in a list of hundreds is no help. */
const maxDefinitions = 64;
/** Of one post, looked at. */
const maxParentheses = 10_000;
/** UTF-16 units on each side of a parenthesis that are looked at. */
const maxReach = 120;

const parenthesis = /[(（]/g;
/** `CSI`, `eBPF`, `VMs`: letters, at least two of them capitals, two to ten characters. */
const shortForm = /^(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})\p{L}{2,10}$/u;
const plural = /(?<=\p{Lu})s$/u;
const lastWord = /\p{L}{2,11}$/u;
/** What no long form goes beyond. */
const border = /[.!?;:,、。()[\]{}"“”«»<>|=*/\\\n]/u;
const words = /[^\s‐‑–-]+/gu;
/** `of`, `and`, `für`, `&`: may stand in a long form for nothing, but not at its beginning. */
const smallWord = /^(?:\p{Ll}{1,3}|&)$/u;

/** @returns the end of the text of which the words begin with the characters of the short form */
const findLongForm = (short: string, text: string): string | undefined => {
  const found = [...text.matchAll(words)];
  let left = short.length;
  for (const { 0: word, index } of found.reverse()) {
    if (isGram(word)) return undefined;
    const begins = word.charAt(0).toLowerCase() === short.charAt(left - 1).toLowerCase();
    if (begins && !(left === 1 && smallWord.test(word))) left -= 1;
    else if (left === short.length || !smallWord.test(word)) return undefined;
    if (left === 0) return text.slice(index);
  }
  return undefined;
};

const letter = /\p{L}/u;

const countWord = (text: string, word: string): number => {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const isWord = !letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + word.length));
    if (isWord) count += 1;
  }
  return count;
};

/** @param isWhole whether the long form begins where the text does */
const toDefinition = (
  written: string,
  text: string,
  isWhole: boolean,
): Omit<Definition, 'isWord'> | undefined => {
  const short = written.replace(plural, '');
  if (!shortForm.test(short)) return undefined;
  const long = findLongForm(short, text);
  return long === undefined || (isWhole && long !== text)
    ? undefined
    : { short, long: long.replace(/\s+/g, ' ') };
};

/**
 * Looks through the text once, and once more for each of the few that are found.
 * @returns each once, in the order in which the text has them
 */
export const findDefinitions = (text: string): readonly Definition[] => {
  const found = new Map<string, Definition>();
  let looked = 0;
  for (const { index } of text.matchAll(parenthesis)) {
    looked += 1;
    if (looked > maxParentheses || found.size === maxDefinitions) break;
    const [inside = ''] = text.slice(index + 1, index + maxReach).split(/[)）\n]/, 1);
    const before = text.slice(Math.max(0, index - maxReach), index).trimEnd();
    const said = before.split(border).at(-1) ?? '';
    const [meant = ''] = inside.split(border, 1);
    const definition =
      toDefinition(inside.trim(), said.trim(), false) ??
      toDefinition(lastWord.exec(said)?.[0] ?? '', meant.trim(), true);
    if (definition === undefined) continue;
    const { short, long } = definition;
    const key = `${short} ${long}`;
    if (found.has(key)) continue;
    found.set(key, {
      short,
      long,
      isWord: countWord(text, short.toLowerCase()) > countWord(text, short),
    });
  }
  return [...found.values()];
};
