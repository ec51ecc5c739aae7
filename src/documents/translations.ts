/**
 * Which posts are one post in several languages.
 * @module
 */
import { compareText } from '../domain/compare-text.js';
import type { PostMetadata } from '../domain/post.js';
import type { Translation } from '../domain/search.js';

/** Another language of a post, as it is kept beside the post. */
export interface StoredTranslation extends Translation {
  /** Seconds since the epoch from which on it is hidden. */
  readonly expires?: number;
}

/** What a post knows of the others of its group. */
export interface PostTranslations {
  /** From 1, the same for all of them. */
  readonly group: number;
  /** Sorted by language; at least one. */
  readonly others: readonly StoredTranslation[];
}

type Translated = Pick<PostMetadata, 'language' | 'url' | 'title' | 'expires' | 'translationKey'>;

const toStored = ({ language, url, title, expires }: Translated): StoredTranslation => ({
  language,
  url,
  title,
  ...(expires !== undefined && { expires }),
});

/** Two posts of one language are two posts: whatever says that they are one is wrong, and may be wrong of the others too. */
const isGroup = (posts: readonly Translated[]): boolean =>
  posts.length > 1 && new Set(posts.map(({ language }) => language)).size === posts.length;

/**
 * @param posts all that are public, in whatever order
 * @returns of those that have translations among them
 */
export const groupTranslations = <Post extends Translated>(
  posts: readonly Post[],
): ReadonlyMap<Post, PostTranslations> => {
  const byKey = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.translationKey === undefined) continue;
    const known = byKey.get(post.translationKey);
    if (known === undefined) byKey.set(post.translationKey, [post]);
    else known.push(post);
  }
  const groups = [...byKey].filter(([, own]) => isGroup(own)).sort(([a], [b]) => compareText(a, b));
  return new Map(
    groups.flatMap(([, own], at) => {
      const sorted = own.toSorted((a, b) => compareText(a.language, b.language));
      return sorted.map((post) => {
        const others = sorted.filter((other) => other !== post).map(toStored);
        return [post, { group: at + 1, others }] as const;
      });
    }),
  );
};
