/**
 * A post as the fields of the index.
 * @module
 */
import type { Post, Span } from '../../domain/post.js';
import type { IndexedDocument } from './index-options.js';

/** Ends a passage: no word and no compound reaches over it. */
const separator = '\n';

/** The text with spans left out. They may overlap. */
const without = (text: string, spans: readonly Span[]): string => {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > from) kept.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  kept.push(text.slice(from));
  return kept.join(separator);
};

/** Headings and code are not part of the body too, so that no word counts for what it is not. */
export const toDocument = (post: Post): IndexedDocument => ({
  id: post.id,
  title: post.title,
  headings: post.headings.map(({ text }) => text).join(separator),
  taxonomy: [...post.tags, ...post.categories].join(separator),
  body: without(post.text, [...post.headings, ...post.code]),
  code: post.code.map(({ start, end }) => post.text.slice(start, end)).join(separator),
});
