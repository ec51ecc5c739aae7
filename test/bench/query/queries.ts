/**
 * Questions drawn from posts, the same for every engine and every run.
 * @module
 */
import type { Post } from '../../../src/domain/post.js';
import { createRandom } from '../extraction-corpus.js';
import type { Mode } from './engines/engine.js';

/** A title with one misspelt word, and the posts that have the title. */
export interface KnownItem {
  readonly text: string;
  readonly ids: readonly string[];
}

export interface Questions extends Readonly<Record<Mode, readonly string[]>> {
  readonly known: readonly KnownItem[];
}

type Random = () => number;

/** Words of any script; a run without spaces is asked for as far as somebody would type. */
const wordPattern = /[\p{L}\p{N}\p{M}]{1,16}/gu;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[below(random, items.length)];

/** Two to four words in a row. */
const drawWords = (random: Random, text: string): readonly string[] => {
  const words = text.match(wordPattern) ?? [];
  const count = 2 + below(random, 3);
  const start = below(random, Math.max(1, words.length - count + 1));
  return words.slice(start, start + count);
};

/** One edit anywhere: a letter left out, put in, replaced, or swapped with the next. */
const misspell = (random: Random, word: string): string => {
  const at = below(random, word.length - 1);
  const letter = pick(random, [...alphabet]) ?? 'x';
  const edits = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ].filter((edited) => edited !== word);
  return pick(random, edits) ?? word;
};

const isMisspellable = (word: string): boolean => /^\p{L}{5,}$/u.test(word);

/** With one of its longer words misspelt; as it is if it has none. */
const misspellOne = (random: Random, words: readonly string[]): readonly string[] => {
  const wrong = pick(random, words.filter(isMisspellable));
  return wrong === undefined ? words : words.map((word) => (word === wrong ? misspell(random, word) : word));
};

/** As far as it is typed: at least three letters of the last word. */
const cutLast = (random: Random, words: readonly string[]): readonly string[] =>
  words.map((word, at) =>
    at === words.length - 1 ? word.slice(0, 3 + below(random, Math.max(1, word.length - 3))) : word,
  );

const drawKnownItems = (random: Random, posts: readonly Post[], count: number): readonly KnownItem[] => {
  const idsOf = new Map<string, string[]>();
  for (const { title, id } of posts) idsOf.set(title, [...(idsOf.get(title) ?? []), id]);
  const titles = [...idsOf.keys()].filter(
    (title) => (title.match(wordPattern) ?? []).filter(isMisspellable).length > 0,
  );
  return Array.from({ length: Math.min(count, titles.length) }, () => {
    const [title = ''] = titles.splice(below(random, titles.length), 1);
    const words = title.match(wordPattern) ?? [];
    return { text: misspellOne(random, words).join(' '), ids: idsOf.get(title) ?? [] };
  });
};

/** @param count of each kind */
export const drawQuestions = (posts: readonly Post[], count: number, seed: number): Questions => {
  const random = createRandom(seed);
  const drawn: (readonly string[])[] = [];
  while (drawn.length < count) {
    const post = pick(random, posts);
    // Half from titles, half from texts.
    const words = drawWords(random, (drawn.length % 2 === 0 ? post?.title : post?.text) ?? '');
    if (words.length >= 2) drawn.push(words);
  }
  const unfinished = drawn.map((words) => cutLast(random, words));
  return {
    words: drawn.map((words) => words.join(' ')),
    prefix: unfinished.map((words) => words.join(' ')),
    typos: unfinished.map((words) => misspellOne(random, words).join(' ')),
    known: drawKnownItems(random, posts, count),
  };
};
