/**
 * What is asked and what is answered; the same for the terminal, the server, the page and every engine.
 * @module
 */

import type { Explanation } from './explanation.js';
import type { ByValueFacet, FacetName, FacetValues } from './facets.js';
import type { Post } from './post.js';

/**
 * `relevance`: best score first, then newest. `date`: newest first. `date-asc`: oldest first. `title`, `title-desc`: by title, as its
 * letters are folded. `longest`, `shortest`: by number of words. A post without the key (a day) comes last, and none is lost.
 */
export const sortOrders = [
  'relevance',
  'date',
  'date-asc',
  'title',
  'title-desc',
  'longest',
  'shortest',
] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Every inner list must have at least one value of the post: `[['a'], ['b', 'c']]` is a AND (b OR c). */
export type NameGroups = readonly (readonly string[])[];

/**
 * Which posts may answer: `tags`, `categories` and every other facet with values by its name, as {@link NameGroups}. An absent
 * or empty list does not filter. Names are compared ignoring case.
 */
export interface SearchFilters extends Partial<ByValueFacet<NameGroups>> {
  /** BCP 47; `pt` also takes `pt-BR`. Any of them. */
  readonly languages?: readonly string[];
  /** First day, inclusive, `YYYY-MM-DD`. An undated post never passes a date filter. */
  readonly from?: string;
  /** Last day, inclusive, `YYYY-MM-DD`. */
  readonly to?: string;
  /** Years (`YYYY`) and months (`YYYY-MM`); any of them. */
  readonly periods?: readonly string[];
}

/** A question, already checked: see `query/`. */
export interface SearchQuery {
  /** The words as typed; empty asks for every post that passes the filters. */
  readonly text: string;
  readonly filters: SearchFilters;
  readonly sort: SortOrder;
  /** Hits to return; 0 for counts only. */
  readonly limit: number;
  /** Hits to skip. */
  readonly offset: number;
  /**
   * Facets to count over all matching posts, not only those returned. What the filters select of a facet does not shrink its own
   * counts, only those of the others: they say how many posts another value would give. Years and months are selected by `from` and
   * `to`, or `periods`.
   */
  readonly facets: readonly FacetName[];
  /** Values to return of each facet at the most, those with most posts. */
  readonly facetLimit: number;
  /** Only values that contain this text are returned, letters folded; empty: all. */
  readonly facetContains: string;
  /** Languages that the reader prefers (BCP 47), the dearest first: what is as good comes first in them. Empty: none is preferred. */
  readonly prefer: readonly string[];
  /** Whether a word that finds little also stands for what it may be a misspelling of. */
  readonly fuzzy: boolean;
  /** Whether hits say why they are where they are. */
  readonly explain: boolean;
}

/** A piece of plain text; only the last step before a page or a terminal escapes and marks it. */
export interface Segment {
  readonly text: string;
  readonly highlighted: boolean;
}

/** A window of a post, where the words of the question stand. */
export interface Snippet {
  readonly segments: readonly Segment[];
  /** True when text of the post comes before (after) the window: show an ellipsis. */
  readonly before: boolean;
  readonly after: boolean;
  /** The nearest heading above the window, to link to. */
  readonly heading?: { readonly text: string; readonly anchor: string };
}

/** What is shown of a post besides its words: its facets' values (`tags` and so on) among it. */
export interface StoredDocument extends FacetValues {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly image?: string;
}

/** Another language that a post is written in. */
export interface Translation {
  readonly language: string;
  readonly url: string;
  readonly title: string;
}

/** One answer. */
export interface Hit extends Omit<StoredDocument, 'title'> {
  readonly title: readonly Segment[];
  readonly language: string;
  /** 0 where no words were asked for. Comparable within one result only. */
  readonly score: number;
  /** One to three windows of the post that do not overlap, the best first; further ones are under other headings than those before. */
  readonly snippets: readonly [Snippet, ...Snippet[]];
  /** The same post in other languages, where any of them may answer too; sorted by language, left out where there are none. */
  readonly translations?: readonly Translation[];
  /** Only where it was asked for. */
  readonly explanation?: Explanation;
}

/** How the text of a question was understood. */
export interface Understanding {
  /** The query as it would be written to mean just this; empty where every post was asked for. */
  readonly text: string;
  /** Words, as typed, without which the answer was found because no post has all of them: the least telling. */
  readonly dropped: readonly string[];
  /** The text with words that are likelier than those typed, where some of these find little; it leads to results. */
  readonly didYouMean?: string;
}

/** A value of a facet and how many matching posts have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The page of hits and what is known of all matches. */
export interface SearchResult {
  /** Posts that match, on all pages. */
  readonly total: number;
  readonly hits: readonly Hit[];
  /** Most frequent first, then by value; years newest first. Only the facets asked for, over what their query says. */
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>;
  readonly understood: Understanding;
}

/** What the index knows of one post, for `GET /api/posts/:id`. */
export interface StoredPost extends StoredDocument {
  readonly language: string;
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly text: string; readonly anchor: string }[];
}

/** What a reader may be about to ask for: something that stands in posts as they are shown. */
export interface Suggestion {
  readonly kind: 'title' | 'heading' | 'tag';
  /** As it is written, with what was typed marked. */
  readonly segments: readonly Segment[];
  /** The text of a question that leads to at least one hit. */
  readonly text: string;
  /** Of a title or a heading: where it is, with the anchor of the heading. */
  readonly url?: string;
  /** Of a title or a heading: that of the post. */
  readonly language?: string;
}

/** What is asked for suggestions. */
export interface SuggestQuery {
  /** As typed; the last word may be unfinished. Empty: nothing is suggested. */
  readonly text: string;
  /** BCP 47; empty: all. */
  readonly languages: readonly string[];
  /** See {@link SearchQuery.prefer}. */
  readonly prefer: readonly string[];
  /** Suggestions at the most. */
  readonly limit: number;
}

/** A post as it is now, which the index may have otherwise, or not at all: a draft. */
export type UnindexedPost = Pick<Post, 'id' | 'title' | 'language' | 'text' | 'headings'> & FacetValues;

/** A post that is about the same as another. */
export interface RelatedPost extends StoredDocument {
  readonly language: string;
  /** The greater, the closer, positive and rounded to thousandths; comparable within one list only. */
  readonly score: number;
}

export interface SearchOptions {
  /** Rejects with the signal's reason as soon as it can. */
  readonly signal?: AbortSignal;
}

/** The port every engine implements; `test/contract/` is its specification. */
export interface SearchEngine {
  /** Posts in the index. */
  readonly documentCount: number;
  /** Languages of the shards, sorted. */
  readonly languages: readonly string[];
  /** The one door: whoever asks, page, worker, terminal or API, asks here. */
  ask(query: SearchQuery, options?: SearchOptions): Promise<SearchResult>;
  /** One post, or `undefined` if the index has none with this id (or it has expired). */
  post(id: string, options?: SearchOptions): Promise<StoredPost | undefined>;
  /** What a reader may be about to ask for, the likeliest first. */
  suggest(query: SuggestQuery, options?: SearchOptions): Promise<readonly Suggestion[]>;
  /**
   * Posts about the same as one, in its language, the closest first, of equals the newest; never the post itself nor a translation of
   * it.
   * @param of id of a post in the index, or a post, of which what the index has under its id is not among the answers
   * @param limit posts at the most, 0 to 20; default 5
   * @throws LookbackError `parameter-invalid` for another limit, or what {@link ask} throws
   * @returns `undefined` if the index has no post with this id (or it has expired)
   */
  related(
    of: string | UnindexedPost,
    limit: number | undefined,
    options?: SearchOptions,
  ): Promise<readonly RelatedPost[] | undefined>;
}
