/**
 * What page and worker say to each other.
 * @module
 */
import type { ErrorCode } from '../domain/errors.js';
import type { SearchQuery, SuggestQuery, UnindexedPost } from '../domain/search.js';

/** Signals stay on their side of the wall. */
export type Task =
  | { readonly method: 'open'; readonly baseUrl: string }
  | { readonly method: 'ask'; readonly query: SearchQuery }
  | { readonly method: 'suggest'; readonly query: SuggestQuery }
  | {
      readonly method: 'related';
      readonly of: string | UnindexedPost;
      readonly limit: number | undefined;
    }
  | { readonly method: 'preload'; readonly languages: readonly string[] };

/** Page to worker: a task, or that nobody waits for it any more. */
export type ToWorker =
  | { readonly id: number; readonly task: Task }
  | { readonly id: number; readonly task: undefined };

/** An error as it crosses the wall; `code` only of what Lookback throws on purpose. */
export interface SentError {
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  readonly parameter?: string;
}

/** Worker to page. */
export type FromWorker =
  | { readonly id: number; readonly value: unknown; readonly error?: undefined }
  | { readonly id: number; readonly error: SentError };
