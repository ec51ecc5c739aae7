/**
 * A post: what a site generator's source file says, after front matter, markup and conventions are read.
 * @module
 */

/** A half-open range `[start, end)` of UTF-16 offsets in {@link Post.text}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading inside a post; its words are part of {@link Post.text} at `[start, end)`. */
export interface Heading extends Span {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** The id the site generator gives the heading, without `#`; empty when it gives none. */
  readonly anchor: string;
}

/** A point in time and the calendar day on which the site shows it. */
export interface PostDate {
  /** `YYYY-MM-DD` in the time zone of the site. Filters and facets use it. */
  readonly day: string;
  /** Seconds since 1970-01-01T00:00:00Z. Sorting and visibility use it. */
  readonly timestamp: number;
}

/** The words of a post, as a reader sees them, in reading order. */
export interface PostText {
  /** Blocks are separated by a newline, table cells by a tab. No markup. */
  readonly text: string;
  /** In order of `start`. */
  readonly headings: readonly Heading[];
  /** Code, block and inline, in order of `start`; never overlaps. */
  readonly code: readonly Span[];
}

/** What is known of a post besides its words. */
export interface PostMetadata {
  /** Unique and stable: the path below the posts folder with `/`, or the id that a pipeline gave. */
  readonly id: string;
  /** Where the reader finds the post; a path (`/2019/01/post/`) or absolute. */
  readonly url: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** BCP 47 in canonical case: `en`, `pt-BR`, `zh-CN`; `und` when unknown. */
  readonly language: string;
  readonly date?: PostDate;
  readonly updated?: PostDate;
  /** Seconds since the epoch from which on the post must not be shown. */
  readonly expires?: number;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly authors: readonly string[];
  readonly series?: string;
  readonly image?: string;
  /** Plain text; what the author chose to show of the post in lists. */
  readonly excerpt?: string;
  /** What the score of the post is multiplied by, above 0 and at most 10. Default 1. */
  readonly searchWeight?: number;
  /**
   * What its text links to, as it is written: addresses, and names of sources that its generator makes addresses of. In the order of the
   * text, each once.
   */
  readonly links?: readonly string[];
  /** Posts with the same key are translations of each other. */
  readonly translationKey?: string;
}

/** A public post, ready for analysis. */
export interface Post extends PostMetadata, PostText {}
