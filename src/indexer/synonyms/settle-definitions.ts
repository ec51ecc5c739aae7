/**
 * What the posts of a shard say of acronyms -> what the shard believes.
 * @module
 */
import { compareText } from '../../domain/compare-text.js';
import type { Definition } from './acronyms.js';

/** Long forms of one acronym. */
const maxMeanings = 2;
/** The most frequent of a shard: they are in the manifest, which every page loads first. */
const maxAcronyms = 50;

/** Long forms that differ in nothing but capitals, hyphens and a plural. */
interface Meaning {
  readonly short: string;
  posts: number;
  /** Of these, those where it is rather a word. */
  wordPosts: number;
  /** By spelling of the whole: in how many posts. */
  readonly spellings: Map<string, { readonly definition: Definition; posts: number }>;
}

const ending = /['’]?s$/;
const hyphens = /[‐‑–-]+/g;
const toKey = (text: string): string => text.toLowerCase().replace(hyphens, ' ').replace(ending, '');

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
      const meaning = meanings.get(key) ?? { short, posts: 0, wordPosts: 0, spellings: new Map() };
      meanings.set(key, meaning);
      if (!counted.has(meaning)) {
        meaning.posts += 1;
        meaning.wordPosts += Number(isWord);
      }
      counted.add(meaning);
      const spelling = meaning.spellings.get(`${short} ${long}`) ?? { definition, posts: 0 };
      spelling.posts += 1;
      meaning.spellings.set(`${short} ${long}`, spelling);
    }
  }
  return meanings;
};

/** An acronym, and how many posts say so. */
export interface Acronym extends Pick<Definition, 'short' | 'long'> {
  readonly posts: number;
}

/**
 * What is rather a word is left out, and of several meanings those count that are about as frequent as the first.
 * @param posts the definitions of each, in any order
 * @returns the most frequent first
 */
export const settleDefinitions = (posts: Iterable<readonly Definition[]>): readonly Acronym[] => {
  const kept = new Map<string, Meaning[]>();
  const acronyms: Acronym[] = [];
  for (const meaning of byPosts(collect(posts))) {
    const key = meaning.short.toLowerCase();
    const others = kept.get(key) ?? [];
    const isRare = 2 * meaning.posts < (others[0]?.posts ?? 0);
    const isWord = 2 * meaning.wordPosts > meaning.posts;
    const [spelling] = byPosts(meaning.spellings);
    if (isWord || isRare || others.length === maxMeanings || spelling === undefined) continue;
    kept.set(key, [...others, meaning]);
    const { short, long } = spelling.definition;
    acronyms.push({ short, long, posts: meaning.posts });
    if (acronyms.length === maxAcronyms) break;
  }
  return acronyms;
};
