/**
 * What may be suggested: titles, headings and tags that hold enough of the words typed.
 * @module
 */
import type { AnalyzedTree } from '../analysis/analyze-query.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { StoredPassage } from '../documents/document-store.js';
import { addAnchor } from '../domain/add-anchor.js';
import type { SearchOptions, Segment, Suggestion } from '../domain/search.js';
import { findBestPassages } from './best-passage.js';
import { countFacets } from './count-facets.js';
import { findMatches, toSegments } from './highlight.js';
import type { ShardMatches } from './match-shard.js';
import type { Ranked } from './rank.js';
import { tagToText, wordsToText } from './suggest-text.js';

/** UTF-16 units: what is longer is nothing that anybody asks for. */
const longest = 200;
/** Headings of one post. */
const headingsOfPost = 2;
/** The share of what was typed that a suggestion may lack. */
const mostLacked = 0.5;

export interface Candidate {
  readonly suggestion: Suggestion;
  /** The share of what was typed that it does not hold, by the weight of its words; 0: it holds all. */
  readonly lacked: number;
}

/** How much of what a tree asks a text lacks that holds some of the words. */
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

/** A text that holds enough of what a tree asks, and where. */
interface Holding {
  readonly segments: readonly Segment[];
  readonly lacked: number;
}

/** @returns nothing where it does not hold enough */
const findHeld = (
  text: string,
  tree: AnalyzedTree | undefined,
  { shard: { analyzer }, asked: { words }, matches: { terms } }: ShardMatches,
): Holding | undefined => {
  if (tree === undefined || text.length > longest) return undefined;
  const found = findMatches(text, analyzer, terms);
  const held = new Set(found.flatMap(({ term }) => term.words));
  const lacked = weighLacked(tree, words, held) / weighLacked(tree, words, none);
  return lacked <= mostLacked ? { segments: toSegments(text, 0, text.length, found), lacked } : undefined;
};

/** Those of fewest lacked words, then the first. */
const fewestLacked = <Item extends { readonly lacked: number }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => a.lacked - b.lacked);

interface PostCandidates {
  readonly titles: readonly Candidate[];
  readonly headings: readonly Candidate[];
}

/** @param from asked for words in titles, or in headings */
const toCandidates = (from: ShardMatches, { document, headings, above }: StoredPassage): PostCandidates => {
  const { language } = from.shard;
  const { tree } = from.asked;
  const [inTitle, inHeadings] = tree.kind === 'any' ? tree.of : [];
  const title = findHeld(document.title, inTitle, from);
  const held = [...(above ? [above] : []), ...headings].flatMap(({ text, anchor }) => {
    const holding = findHeld(text, inHeadings, from);
    return holding
      ? [{ ...holding, text, url: anchor === '' ? document.url : addAnchor(document.url, anchor) }]
      : [];
  });
  return {
    titles: title
      ? [
          {
            suggestion: {
              kind: 'title',
              segments: title.segments,
              text: wordsToText(document.title),
              url: document.url,
              language,
            },
            lacked: title.lacked,
          },
        ]
      : [],
    headings: fewestLacked(held)
      .slice(0, headingsOfPost)
      .map(({ segments, lacked, text, url }) => ({
        suggestion: { kind: 'heading', segments, text: wordsToText(text), url, language },
        lacked,
      })),
  };
};

/**
 * Reads the best passage of each post.
 * @param ranked what was asked for in titles, or in headings
 * @returns in the order of the posts
 */
export const readPosts = async (
  ranked: readonly Ranked[],
  options: SearchOptions,
): Promise<PostCandidates> => {
  const shards = [...new Set(ranked.map(({ from }) => from))];
  const read = await Promise.all(
    shards.map(async (from) => {
      const own = ranked.filter((one) => one.from === from);
      const places = await findBestPassages(
        from,
        own.map(({ ordinal }) => ordinal),
        options,
      );
      const passages = await from.shard.store.passages(places, options);
      return own.map((one, at) => [one, passages[at]] as const);
    }),
  );
  const passageOf = new Map(read.flat());
  const found = ranked.flatMap((one) => {
    const passage = passageOf.get(one);
    return passage ? [toCandidates(one.from, passage)] : [];
  });
  return {
    titles: found.flatMap(({ titles }) => titles),
    headings: found.flatMap(({ headings }) => headings),
  };
};

/**
 * Reads the column of tags where any post has such a one.
 * @param matches what was asked for in tags
 * @returns those that most posts have first
 */
export const findTags = async (
  matches: readonly ShardMatches[],
  options: SearchOptions,
): Promise<readonly Candidate[]> => {
  const having = matches.filter(({ answers }) => answers.ordinals.length > 0);
  const { tags = [] } = await countFacets(['tags'], having, options);
  return tags.flatMap(({ value }) => {
    const [best] = fewestLacked(having.flatMap((from) => findHeld(value, from.asked.tree, from) ?? []));
    const text = tagToText(value);
    if (best === undefined || text === undefined) return [];
    return [{ suggestion: { kind: 'tag', segments: best.segments, text }, lacked: best.lacked }];
  });
};
