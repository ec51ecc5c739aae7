/**
 * What may be suggested: titles, headings and tags that hold enough of the words typed.
 * @module
 */
import type { AnalyzedTree } from '../analysis/analyze-query.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { StoredPassage } from '../documents/document-store.js';
import { addAnchor } from '../domain/add-anchor.js';
import type { FacetCount, SearchOptions, Segment, Suggestion } from '../domain/search.js';
import { findBestPassages } from './best-passage.js';
import { createMatchFinder, type FindMatches, toSegments } from './highlight.js';
import type { ShardMatches } from './match-shard.js';
import type { Ranked } from './rank.js';
import { tagToText, wordsToText } from './suggest-text.js';

/** UTF-16 units: what is longer is nothing that anybody asks for. */
const longest = 200;
/** Headings of one post. */
const headingsOfPost = 2;
/** Of what was typed a suggestion lacks less than this share: it holds most of it. */
const tooMuchLacked = 0.5;

export interface Candidate {
  readonly suggestion: Suggestion;
  /** The share of what was typed that it does not hold, by the weight of its words; 0: it holds all. */
  readonly lacked: number;
}

/** How much a text lacks of what a tree asks, if it holds some of the words. */
const weighLacked = (tree: AnalyzedTree, words: readonly QueryWord[], held: ReadonlySet<number>): number => {
  switch (tree.kind) {
    case 'word':
      return held.has(tree.word) ? 0 : (words[tree.word]?.weight ?? 0);
    case 'any':
      return tree.of.reduce((least, branch) => Math.min(least, weighLacked(branch, words, held)), Infinity);
    case 'all':
    case 'most':
      return tree.of.reduce((sum, branch) => sum + weighLacked(branch, words, held), 0);
    default:
      return 0;
  }
};

const none: ReadonlySet<number> = new Set();

/** That a text holds enough of what is asked, and where. */
interface Holding {
  readonly segments: readonly Segment[];
  readonly lacked: number;
}

/** Made once for what a shard answers, and asked for many texts. */
const finders = new WeakMap<ShardMatches, FindMatches>();

const finderOf = (matches: ShardMatches): FindMatches => {
  const known = finders.get(matches);
  if (known !== undefined) return known;
  const finder = createMatchFinder(matches.shard.analyzer, matches.matches.terms);
  finders.set(matches, finder);
  return finder;
};

/** @returns nothing where it does not hold enough */
const findHeld = (text: string, from: ShardMatches): Holding | undefined => {
  if (text.length > longest) return undefined;
  const { tree, words } = from.asked;
  const found = finderOf(from)(text);
  const held = new Set(found.flatMap(({ term }) => term.words));
  const lacked = weighLacked(tree, words, held) / weighLacked(tree, words, none);
  return lacked < tooMuchLacked ? { segments: toSegments(text, 0, text.length, found), lacked } : undefined;
};

/** Those of fewest lacked words, then the first. */
const fewestLacked = <Item extends { readonly lacked: number }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => a.lacked - b.lacked);

/** A post, its best passage, and the shard that it is in. */
interface Found {
  readonly from: ShardMatches;
  readonly passage: StoredPassage;
}

/** @returns in the order of the posts */
const readPassages = async (ranked: readonly Ranked[], options: SearchOptions): Promise<readonly Found[]> => {
  const shards = [...new Set(ranked.map(({ from }) => from))];
  const read = await Promise.all(
    shards.map(async (from) => {
      const own = ranked.filter((one) => one.from === from);
      const ordinals = own.map(({ ordinal }) => ordinal);
      const places = await findBestPassages(from, ordinals, options);
      const passages = await from.shard.store.passages(places, options);
      return own.map((one, at) => [one, passages[at]] as const);
    }),
  );
  const passageOf = new Map(read.flat());
  return ranked.flatMap((one) => {
    const passage = passageOf.get(one);
    return passage ? [{ from: one.from, passage }] : [];
  });
};

/** @param ranked what was asked for in titles, the best first */
export const findTitles = async (
  ranked: readonly Ranked[],
  options: SearchOptions,
): Promise<readonly Candidate[]> => {
  const found = await readPassages(ranked, options);
  return found.flatMap(({ from, passage: { document } }): readonly Candidate[] => {
    const { title, url } = document;
    const held = findHeld(title, from);
    if (held === undefined) return [];
    const { segments, lacked } = held;
    const { language } = from.shard;
    return [{ suggestion: { kind: 'title', segments, text: wordsToText(title), url, language }, lacked }];
  });
};

/**
 * Only the best passage of a post is looked at.
 * @param ranked what was asked for in headings, the best first
 */
export const findHeadings = async (
  ranked: readonly Ranked[],
  options: SearchOptions,
): Promise<readonly Candidate[]> => {
  const found = await readPassages(ranked, options);
  return found.flatMap(({ from, passage: { document, headings, above } }) => {
    const candidates = [...(above ? [above] : []), ...headings].flatMap(
      ({ text, anchor }): readonly Candidate[] => {
        const held = findHeld(text, from);
        if (held === undefined) return [];
        const { segments, lacked } = held;
        const url = anchor === '' ? document.url : addAnchor(document.url, anchor);
        const { language } = from.shard;
        return [
          { suggestion: { kind: 'heading', segments, text: wordsToText(text), url, language }, lacked },
        ];
      },
    );
    return fewestLacked(candidates).slice(0, headingsOfPost);
  });
};

/** Counts the tags of what matches. */
export type CountTags = (matches: readonly ShardMatches[]) => Promise<readonly FacetCount[]>;

/**
 * Reads the column of tags where any post has such a one.
 * @param matches what was asked for in tags
 * @returns those that most posts have first
 */
export const findTags = async (
  matches: readonly ShardMatches[],
  countTags: CountTags,
): Promise<readonly Candidate[]> => {
  const having = matches.filter(({ answers }) => answers.ordinals.length > 0);
  return (await countTags(having)).flatMap(({ value }) => {
    const [best] = fewestLacked(having.flatMap((from) => findHeld(value, from) ?? []));
    if (best === undefined) return [];
    const text = tagToText(value);
    if (text === undefined) return [];
    return [{ suggestion: { kind: 'tag', segments: best.segments, text }, lacked: best.lacked }];
  });
};
