/**
 * What the posts of a shard say of acronyms -> what the shard believes.
 * @module
 */
import { compareText } from '../../domain/compare-text.js';
import type { Synonym } from '../../domain/synonym.js';
import type { Definition } from './acronyms.js';

/** Long forms of one acronym. */
const maxMeanings = 2;
/** The most frequent of a shard: they are in the manifest, which every page loads first. */
const maxAcronyms = 50;

/** Long forms that differ in nothing but capitals and a plural. */
interface Meaning {
  readonly short: string;
  posts: number;
  isWord: boolean;
  /** By spelling of the whole: in how many posts. */
  readonly spellings: Map<string, { readonly definition: Definition; posts: number }>;
}

const ending = /['’]?s$/;
const toKey = (text: string): string => text.toLowerCase().replace(ending, '');

const byPosts = <Counted extends { readonly posts: number }>(
  counted: Iterable<readonly [key: string, value: Counted]>,
): readonly Counted[] =>
  [...counted]
    .sort(([a, { posts }], [b, other]) => other.posts - posts || compareText(a, b))
    .map(([, value]) => value);

const collect = (posts: Iterable<readonly Definition[]>): ReadonlyMap<string, Meaning> => {
  const meanings = new Map<string, Meaning>();
  for (const definitions of posts) {
    const counted = new Set<Meaning>();
    for (const definition of definitions) {
      const { short, long, isWord } = definition;
      const key = `${short.toLowerCase()} ${toKey(long)}`;
      const meaning = meanings.get(key) ?? { short, posts: 0, isWord: false, spellings: new Map() };
      meanings.set(key, meaning);
      if (!counted.has(meaning)) meaning.posts += 1;
      counted.add(meaning);
      meaning.isWord ||= isWord;
      const spelling = meaning.spellings.get(`${short} ${long}`) ?? { definition, posts: 0 };
      spelling.posts += 1;
      meaning.spellings.set(`${short} ${long}`, spelling);
    }
  }
  return meanings;
};

/**
 * An acronym that is a word too says nothing, and of several meanings those count that are about as frequent as the first.
 * @param posts the definitions of each, in any order
 * @returns both ways, the most frequent first
 */
export const settleDefinitions = (posts: Iterable<readonly Definition[]>): readonly Synonym[] => {
  const meanings = byPosts(collect(posts));
  const words = new Set(meanings.filter(({ isWord }) => isWord).map(({ short }) => short.toLowerCase()));
  const kept = new Map<string, Meaning[]>();
  const synonyms: Synonym[] = [];
  for (const meaning of meanings) {
    const key = meaning.short.toLowerCase();
    const others = kept.get(key) ?? [];
    const isRare = 2 * meaning.posts < (others[0]?.posts ?? 0);
    if (words.has(key) || isRare || others.length === maxMeanings) continue;
    const [spelling] = byPosts(meaning.spellings);
    if (spelling === undefined) continue;
    kept.set(key, [...others, meaning]);
    const { short, long } = spelling.definition;
    synonyms.push({ from: short, to: long }, { from: long, to: short });
    if (synonyms.length === 2 * maxAcronyms) break;
  }
  return synonyms;
};
