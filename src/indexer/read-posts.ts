/**
 * Reads every source file once and accounts for it: a post to index, or a skip with its reason.
 * @module
 */
import type { Content } from '../content/index.js';
import type { Post } from '../domain/post.js';
import type { Notice, Skip } from '../domain/skip.js';

/** Every file found is the source of exactly one post or one skip. */
export interface ReadPosts {
  /** Sorted by id. */
  readonly posts: readonly Post[];
  readonly skips: readonly Skip[];
  readonly notices: readonly Notice[];
  /** Seconds since the epoch when the next post that waits in the future is due. */
  readonly nextDue?: number;
}

export type OnProgress = (done: number, total: number, file: string) => void;

const byId = (a: Post, b: Post): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Two posts cannot share a URL: the first by id keeps it. */
const separateDuplicates = (sorted: readonly Post[], folder: string): { posts: Post[]; skips: Skip[] } => {
  const owners = new Map<string, Post>();
  const posts: Post[] = [];
  const skips: Skip[] = [];
  for (const post of sorted) {
    const owner = owners.get(post.url);
    if (owner === undefined) {
      owners.set(post.url, post);
      posts.push(post);
    } else {
      skips.push({
        file: `${folder}/${post.id}`,
        reason: 'duplicate-url',
        message: `has the URL ${post.url}, which ${owner.id} has already`,
        hint: 'Give one of the two another slug, permalink or date.',
      });
    }
  }
  return { posts, skips };
};

/** @param folder of the posts, as the user named it; shown before the path of a file that is skipped. */
export const readPosts = async (
  content: Content,
  folder: string,
  onProgress?: OnProgress,
): Promise<ReadPosts> => {
  const found: Post[] = [];
  const skips: Skip[] = [];
  const notices: Notice[] = [];
  let nextDue: number | undefined;
  let done = 0;
  for (const file of content.files) {
    const outcome = await content.read(file);
    if (outcome.kind === 'post') {
      found.push(outcome.post);
      notices.push(...outcome.notices);
    } else {
      skips.push(outcome.skip);
      if (outcome.due !== undefined) nextDue = Math.min(nextDue ?? outcome.due, outcome.due);
    }
    done += 1;
    onProgress?.(done, content.files.length, file);
  }
  const { posts, skips: duplicates } = separateDuplicates(found.sort(byId), folder);
  return {
    posts,
    skips: [...skips, ...duplicates],
    notices,
    ...(nextDue !== undefined && { nextDue }),
  };
};
