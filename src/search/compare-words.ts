/**
 * How much documents say of what a post is told from others by.
 * @module
 */
import type { AnalyzedQuery } from '../analysis/analyze-query.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import type { SearchOptions } from '../domain/search.js';
import type { Matcher, Matches } from '../engines/matcher.js';
import type { AnalyzedShard } from './match-shard.js';
import { findTellingWords, type PostWords, type TellingWord } from './telling-words.js';

/** Words of which the index is asked how many posts have them. */
const maxCandidates = 64;
/** Of these, the most telling, by which posts are compared. */
const maxWords = 24;

/** Documents that have any of the words. */
const toQuery = (words: readonly TellingWord[], stem: AnalyzedQuery['stem']): AnalyzedQuery => ({
  words: words.map(({ term, weight }) => ({
    text: term,
    forms: [{ kind: 'term', term, weight: 1, prefix: 'never', maxEdits: 0, relatives: true }],
    weight,
  })),
  filters: [],
  tree: { kind: 'any', of: words.map((_, word) => ({ kind: 'word', word })) },
  stem,
});

/** By word: how telling it is, its own weight included. */
const tellingOf = ({ terms }: Matches, count: number): readonly number[] => {
  const telling = new Array<number>(count).fill(0);
  for (const { words, weight } of terms.values())
    for (const word of words) telling[word] = Math.max(telling[word] ?? 0, weight);
  return telling;
};

/** What an index says of a word. */
interface Rarity {
  readonly documents: number;
  readonly idf: number;
}

/** Posts of one blog share their words, and who asks for one related list asks for others. */
const known = new WeakMap<Matcher, Map<string, Rarity>>();
const maxKnown = 50_000;

const toKnown = (matcher: Matcher): Map<string, Rarity> => {
  const rarities = known.get(matcher);
  if (rarities !== undefined && rarities.size <= maxKnown) return rarities;
  const none = new Map<string, Rarity>();
  known.set(matcher, none);
  return none;
};

/** In the order of `words`. */
const readRarities = async (
  { matcher, store }: AnalyzedShard,
  words: readonly TellingWord[],
  stem: AnalyzedQuery['stem'],
  options: SearchOptions,
): Promise<readonly Rarity[]> => {
  const rarities = toKnown(matcher);
  const asked = words.filter(({ term }) => !rarities.has(term)).map(({ term }) => ({ term, weight: 1 }));
  if (asked.length > 0) {
    const nobody = new OrdinalSet(store.documentCount);
    const found = await matcher.match(toQuery(asked, stem), { ...options, within: nobody });
    const idf = tellingOf(found, asked.length);
    asked.forEach(({ term }, at) => {
      rarities.set(term, { documents: found.words[at]?.documents ?? 0, idf: idf[at] ?? 0 });
    });
  }
  return words.map(({ term }) => rarities.get(term) ?? { documents: 0, idf: 0 });
};

/** The words that tell a post from others: it is about them, and few others have them. */
const chooseWords = (
  candidates: readonly TellingWord[],
  rarities: readonly Rarity[],
  isInIndex: boolean,
): readonly TellingWord[] => {
  const own = isInIndex ? 1 : 0;
  return candidates
    .map((word, at) => {
      const { documents = 0, idf = 0 } = rarities[at] ?? {};
      return { word, telling: documents > own ? word.weight * idf : 0 };
    })
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling)
    .slice(0, maxWords)
    .map(({ word }) => word);
};

/** Documents, and how much each says, side by side. */
type Comparison = Pick<Matches, 'ordinals' | 'scores'>;

const none: Comparison = { ordinals: new Uint32Array(), scores: new Float64Array() };

/**
 * @param isInIndex whether one of the documents is the post itself: what no other has, compares it to none
 * @returns a share: about 1 where a document says all of it; somewhat more where its title does
 */
export const compareWords = async (
  shard: AnalyzedShard,
  post: PostWords,
  isInIndex: boolean,
  within: Promise<OrdinalSet>,
  options: SearchOptions,
): Promise<Comparison> => {
  const language = await shard.words();
  const candidates = findTellingWords(post, shard.analyzer, language, maxCandidates);
  const rarities = await readRarities(shard, candidates, language.stem, options);
  const words = chooseWords(candidates, rarities, isInIndex);
  if (words.length === 0) return none;
  const matches = await shard.matcher.match(toQuery(words, language.stem), { ...options, within });
  const all = tellingOf(matches, words.length).reduce((sum, weight) => sum + weight, 0);
  return { ordinals: matches.ordinals, scores: matches.scores.map((score) => score / all) };
};
