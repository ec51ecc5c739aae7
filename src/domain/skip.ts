/**
 * Why a source file is not in the index. Every file found is either indexed or skipped with one of these.
 * @module
 */

/**
 * Reasons, permanent names. `author`: the author hides it, all is well. `shape`: the file is no post.
 * `failure`: the author wanted a post and we could not read it; `--strict` turns these into exit code 2.
 */
export const skipReasons = {
  draft: 'author',
  unpublished: 'author',
  future: 'author',
  expired: 'author',
  noindex: 'author',
  'not-a-post': 'shape',
  empty: 'shape',
  'front-matter': 'failure',
  encoding: 'failure',
  'too-large': 'failure',
  'too-slow': 'failure',
  'duplicate-url': 'failure',
  'invalid-post': 'failure',
  unreadable: 'failure',
  doubtful: 'failure',
} as const;

export type SkipReason = keyof typeof skipReasons;

/** A file that was found and not indexed, and what to do about it. */
export interface Skip {
  /** Path as the user would type it, `/` separators. */
  readonly file: string;
  /** 1-based line that decided, where one did. */
  readonly line?: number;
  readonly reason: SkipReason;
  /** What was found, one sentence. Never quotes the words of a hidden post's body. */
  readonly message: string;
  /** What the author can do, one sentence. */
  readonly hint: string;
}

/** Something an author should know about a post that was indexed all the same. */
export interface Notice {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly hint: string;
}
