/**
 * What a reader may be about to ask for. No index is kept for it: the words typed are asked for in titles, in headings and in tags,
 * and of the best posts the passages are read that an answer to the same words reads, too.
 * @module
 */
import { foldLetters } from '../analysis/fold-letters.js';
import { isCompletable } from '../analysis/query-words.js';
import type { FieldName } from '../domain/fields.js';
import type { QueryTree } from '../domain/query-tree.js';
import type { SearchOptions, SearchQuery, Suggestion, SuggestQuery } from '../domain/search.js';
import { everyPost } from '../query/every-post.js';
import type { ShardMatches } from './match-shard.js';
import type { Question } from './question.js';
import { type Ranked, rank } from './rank.js';
import { type Candidate, type CountTags, findHeadings, findTags, findTitles } from './suggest-candidates.js';

/** Of so many suggestions one may be a tag, unless there are too few others. */
const suggestionsPerTag = 3;

/** @returns the words of a text that is nothing but words and phrases; none of one that asks for more */
const wordsOf = (tree: QueryTree): readonly QueryTree[] => {
  switch (tree.kind) {
    case 'term':
    case 'prefix':
    case 'wildcard':
    case 'phrase':
      return [tree];
    case 'most':
    case 'all': {
      const of = tree.of.map(wordsOf);
      return of.every(({ length }) => length > 0) ? of.flat() : [];
    }
    default:
      return [];
  }
};

/** A last word of one letter is not asked: it completes to nothing, and posts that have such a word are not those that it may be of. */
const withoutFirstLetter = (words: readonly QueryTree[]): readonly QueryTree[] => {
  const last = words.at(-1);
  return words.length > 1 && last?.kind === 'prefix' && !isCompletable(last.text)
    ? words.slice(0, -1)
    : words;
};

/** An answer completes the last word only where it finds little by itself; here, whoever types `java` may be about to write `javascript`. */
const complete = (words: readonly QueryTree[]): QueryTree => {
  const typed: QueryTree = { kind: 'most', of: words };
  const last = words.at(-1);
  if (last?.kind !== 'prefix') return typed;
  const unfinished: QueryTree = { kind: 'wildcard', text: last.text };
  return { kind: 'any', of: [typed, { kind: 'most', of: [...words.slice(0, -1), unfinished] }] };
};

/** What differs in case, accents or blanks only is suggested once. */
const toKey = (text: string): string => foldLetters(text.toLowerCase()).trim().replace(/\s+/g, ' ');

const kinds: readonly Suggestion['kind'][] = ['tag', 'title', 'heading'];

/** A candidate and all that its place depends on. */
interface Placed extends Candidate {
  readonly key: string;
  readonly isBegun: boolean;
  /** Among those of its kind. */
  readonly place: number;
}

/** What holds most of what was typed; then what begins with it; then tags, titles, headings, each in the order in which they came. */
const byPromise = (a: Placed, b: Placed): number =>
  a.lacked - b.lacked ||
  Number(b.isBegun) - Number(a.isBegun) ||
  kinds.indexOf(a.suggestion.kind) - kinds.indexOf(b.suggestion.kind) ||
  a.place - b.place;

/** @param lists of one kind each, the best first */
const choose = (
  typed: string,
  lists: readonly (readonly Candidate[])[],
  limit: number,
): readonly Suggestion[] => {
  const begun = toKey(typed);
  const placed = lists.flatMap((list) =>
    list.map((candidate, place): Placed => {
      const key = toKey(candidate.suggestion.segments.map(({ text }) => text).join(''));
      return { ...candidate, key, isBegun: key.startsWith(begun), place };
    }),
  );
  const once = new Map<string, Suggestion>();
  for (const { key, suggestion } of placed.sort(byPromise)) if (!once.has(key)) once.set(key, suggestion);
  const found = [...once.values()];
  const tooMany = new Set(
    found.filter(({ kind }) => kind === 'tag').slice(Math.ceil(limit / suggestionsPerTag)),
  );
  return [...found.filter((one) => !tooMany.has(one)), ...tooMany].slice(0, limit);
};

/**
 * @param read makes a question of a query
 * @param matchAll what all shards answer to a question
 * @param countTags all of them
 * @returns nothing for a text that asks for more than words
 */
export const findSuggestions = async (
  { text, languages, prefer, limit }: SuggestQuery,
  read: (query: SearchQuery) => Promise<Question>,
  matchAll: (question: Question) => Promise<readonly ShardMatches[]>,
  countTags: CountTags,
  options: SearchOptions,
): Promise<readonly Suggestion[]> => {
  const question = await read({ ...everyPost, text, filters: { languages }, prefer, limit });
  const words = withoutFirstLetter(wordsOf(question.tree));
  if (words.length === 0 || limit === 0) return [];
  const of = complete(words);
  const askIn = (field: FieldName): Question => ({
    ...question,
    tree: { kind: 'field', field, of },
    pins: [],
  });
  const rankIn = async (field: FieldName, posts: number): Promise<readonly Ranked[]> => {
    const asked = askIn(field);
    return rank(await matchAll(asked), asked, posts, options);
  };
  const lists = await Promise.all([
    matchAll(askIn('taxonomy')).then((matches) => findTags(matches, countTags)),
    rankIn('title', limit).then((posts) => findTitles(posts, options)),
    rankIn('headings', Math.ceil(limit / 2)).then((posts) => findHeadings(posts, options)),
  ]);
  return choose(text, lists, limit);
};
