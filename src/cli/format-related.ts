/**
 * Related posts for a terminal.
 * @module
 */
import { toOneLine } from '../domain/one-line.js';
import type { RelatedPost } from '../domain/search.js';
import { formatFacts, type Paint } from './format-result.js';

const formatPost = (post: RelatedPost, number: number, paint: Paint): string => {
  const facts = formatFacts(post);
  const lines = [
    `${String(number).padStart(3)}. ${paint('bold', toOneLine(post.title))}`,
    facts && paint('dim', facts),
    paint('cyan', toOneLine(post.url)),
  ];
  return lines.filter((line) => line !== '').join('\n     ');
};

export const formatRelated = (posts: readonly RelatedPost[], paint: Paint): string =>
  posts.length === 0
    ? 'No post is related.\n'
    : posts.map((post, at) => `${formatPost(post, at + 1, paint)}\n`).join('\n');
