/**
 * Posts that can be read in time but not be indexed in it.
 * @module
 */
import { createAnalyzer } from '../analysis/index.js';
import { toSkipped, withinTime } from '../content/index.js';
import { cutPassages } from '../documents/cut-passages.js';
import type { Post } from '../domain/post.js';
import type { Skip } from '../domain/skip.js';

/** UTF-16 units. A shorter text is indexed in time even if that takes the square of its length. */
const shortText = 64 * 1024;

/**
 * Does once, to see how long it takes, what an index asks of a long text: a shard is made of many posts at once, and
 * none of them can be taken out of it half done.
 */
export const findTooSlow = (post: Post, maxPostSeconds: number): Omit<Skip, 'file' | 'line'> | undefined => {
  if (post.text.length <= shortText) return undefined;
  try {
    withinTime(maxPostSeconds, () => {
      cutPassages(post);
      createAnalyzer(post.language).scan(post.text, () => {});
    });
  } catch (error) {
    const { reason, message, hint } = toSkipped(error);
    return { reason, message, hint };
  }
  return undefined;
};
