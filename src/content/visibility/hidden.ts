/**
 * Why a post must not be seen.
 * @module
 */
import type { SkipReason } from '../../domain/skip.js';
import type { EntryDateRules } from '../dates/parse-date.js';
import type { FrontMatterEntry } from '../front-matter/front-matter.js';

export interface Hidden {
  readonly reason: SkipReason;
  /** What was found, to follow the name of the file. */
  readonly message: string;
  readonly hint: string;
  readonly line?: number;
  /** Seconds since the epoch when the post may be seen. */
  readonly due?: number;
}

export interface VisibilityRules extends EntryDateRules {
  /** Seconds since the epoch. */
  readonly now: number;
  /** False where `draft: true` is left to Jekyll, which publishes such a post of `_posts`. */
  readonly draftHides: boolean;
  /** `key=value` of what hides no post, as the author says: see {@link isShown}. */
  readonly show: readonly string[];
  /** `include` takes posts too that search engines are asked to leave out. */
  readonly noindex: 'skip' | 'include';
}

export const placeOf = ({ line }: FrontMatterEntry): { readonly line?: number } =>
  line === undefined ? {} : { line };

export const hide = (
  entry: FrontMatterEntry,
  reason: SkipReason,
  said: string,
  hint = `Change ${entry.name} to publish the post.`,
): Hidden => ({
  reason,
  message: `is hidden: ${entry.name} says ${said}${entry.line === undefined ? ', by the site’s configuration' : ''}`,
  hint,
  ...placeOf(entry),
});
