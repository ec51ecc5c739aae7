/**
 * What is known of a post -> the post. Here posts are put together, whether they come as files or as lines.
 * @module
 */
import type { Post, PostDate, PostMetadata, PostText } from '../../domain/post.js';
import type { LanguageRule, PostNotice } from '../content.js';
import type { SiteDate } from '../dates/parse-date.js';
import type { FrontMatter } from '../front-matter/front-matter.js';
import type { Taxonomy } from '../generators/conventions.js';
import { toCategoryPaths } from '../generators/taxonomy.js';
import { findExpiry } from '../visibility/by-date.js';
import { findHideSignal } from '../visibility/find-hide-signal.js';
import type { VisibilityRules } from '../visibility/hidden.js';
import {
  findExcerpt,
  findImage,
  findSearchWeight,
  findSeries,
  findTranslationKey,
  findUpdated,
} from './post-metadata.js';
import { boundNames, checkAddress } from './repeated-values.js';
import { Skipped } from './skipped.js';

/** What a source says of its post; after the first, what it says where a key stands twice and the last does not count. */
export type Readings = readonly [FrontMatter, ...FrontMatter[]];

/** The language that is told of a post without a look at its words. */
export interface ToldLanguage {
  /** Canonical BCP 47. */
  readonly language?: string | undefined;
  readonly rule: LanguageRule;
}

/** A post that may be seen, in parts. */
export interface PostParts {
  /** See {@link Post.id}. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly readings: Readings;
  readonly date: SiteDate | undefined;
  readonly taxonomy: Taxonomy;
  readonly authors: readonly string[];
  readonly told: ToldLanguage;
  /** What the post shares with its translations, where it does not say so itself. */
  readonly translationKey?: string | undefined;
  readonly words: PostText & Pick<PostMetadata, 'links'>;
  /** The beginning of the words that the author marked as such; what front matter says goes before it. */
  readonly excerpt: string | undefined;
}

/** @throws Skipped where any of the readings hides the post. */
export const refuseHidden = (
  path: string,
  readings: readonly FrontMatter[],
  pathDate: string | undefined,
  rules: VisibilityRules,
): void => {
  for (const reading of readings) {
    const hidden = findHideSignal(path, reading, pathDate, rules);
    if (hidden) throw new Skipped(hidden.reason, hidden.message, hidden);
  }
};

const toPostDate = ({ day, timestamp }: SiteDate): PostDate => ({ day, timestamp });

/**
 * @throws Skipped where the id or the URL is too long to be one.
 */
export const assemblePost = (
  { id, url, title, readings, date, taxonomy, authors, told, words, ...more }: PostParts,
  rules: VisibilityRules,
  notify: (notice: PostNotice) => void,
): Post => {
  checkAddress('URL', url);
  checkAddress('id', id);
  const [frontMatter] = readings;
  const updated = findUpdated(frontMatter, rules);
  const expires = findExpiry(readings.flat(), rules);
  const series = findSeries(frontMatter);
  const image = findImage(frontMatter);
  const excerpt = findExcerpt(frontMatter) ?? more.excerpt;
  const searchWeight = findSearchWeight(frontMatter, notify);
  const translationKey = findTranslationKey(frontMatter) ?? more.translationKey;
  return {
    id,
    url,
    title,
    language: told.language ?? 'und',
    ...(date && { date: toPostDate(date) }),
    ...(updated && { updated: toPostDate(updated) }),
    ...(expires !== undefined && { expires }),
    ...boundNames({ ...taxonomy, categories: toCategoryPaths(taxonomy.categories), authors }, notify),
    ...(series !== undefined && { series }),
    ...(image !== undefined && { image }),
    ...(excerpt !== undefined && { excerpt }),
    ...(searchWeight !== undefined && { searchWeight }),
    ...(words.links !== undefined && { links: words.links }),
    ...(translationKey !== undefined && { translationKey }),
    text: words.text,
    headings: words.headings,
    code: words.code,
  };
};
