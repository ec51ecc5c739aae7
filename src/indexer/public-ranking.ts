/**
 * What an index may say of the author's ranking: nothing of posts that it does not have.
 * @module
 */
import type { RankingFile } from '../config/ranking-file.js';
import type { PostMetadata } from '../domain/post.js';
import type { RankingSettings } from '../domain/ranking-settings.js';
import type { Notice } from '../domain/skip.js';

export interface PublicRanking {
  /** Absent where nothing is left. */
  readonly ranking?: RankingSettings;
  /** Of each URL that no post has. */
  readonly notices: readonly Notice[];
}

/**
 * A pin may be of a post that is hidden, for now or for ever: then its address and what it is asked by stay here too.
 * @param posts all that the index has
 */
export const toPublicRanking = (
  from: RankingFile | undefined,
  posts: readonly Pick<PostMetadata, 'url'>[],
): PublicRanking => {
  if (from === undefined) return { notices: [] };
  const { file, settings } = from;
  const { pins, ...others } = settings;
  const known = new Set(posts.map(({ url }) => url));
  const missing = new Set(pins.flatMap(({ urls }) => urls.filter((url) => !known.has(url))));
  const kept = pins
    .map((pin) => ({ ...pin, urls: pin.urls.filter((url) => known.has(url)) }))
    .filter(({ urls }) => urls.length > 0);
  return {
    ...((kept.length > 0 || Object.keys(others).length > 0) && { ranking: { pins: kept, ...others } }),
    notices: [...missing].map((url) => ({
      file,
      message: `pins ${url}, which is the URL of no post in the index`,
      hint: 'Write it as search shows it; a post that is hidden is pinned once it is public.',
    })),
  };
};
