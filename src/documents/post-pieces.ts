/**
 * A post as the pieces of text that its fields are made of. Whatever looks at the words of a post looks at these, so that no
 * word is another one for one index than for the other.
 * @module
 */
import { type FieldName, fieldNames } from '../domain/fields.js';
import type { Post, Span } from '../domain/post.js';

/** A stretch of text in one field. No word reaches from one piece into the next. */
export interface PostPiece {
  /** Id of the field: its position in {@link fieldNames}. */
  readonly field: number;
  readonly text: string;
  /** Offset in the text of the post; absent for what does not stand in it. */
  readonly start?: number;
}

const idOf = (name: FieldName): number => fieldNames.indexOf(name);
const title = idOf('title');
const headings = idOf('headings');
const taxonomy = idOf('taxonomy');
const body = idOf('body');
const code = idOf('code');

interface FieldSpan extends Span {
  readonly field: number;
}

/** In order, none over another: code inside a heading is heading. */
const separate = (spans: readonly FieldSpan[]): readonly FieldSpan[] => {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.field - b.field);
  const separated: FieldSpan[] = [];
  let from = 0;
  for (const { start, end, field } of sorted) {
    if (end <= from) continue;
    separated.push({ start: Math.max(start, from), end, field });
    from = end;
  }
  return separated;
};

/** The title; the text from its beginning to its end, cut where headings and code begin and end; each tag and category. */
export const toPostPieces = (
  post: Pick<Post, 'title' | 'text' | 'headings' | 'code' | 'tags' | 'categories'>,
): readonly PostPiece[] => {
  const { text } = post;
  const pieces: PostPiece[] = [{ field: title, text: post.title }];
  const push = (field: number, start: number, end: number): void => {
    if (start < end) pieces.push({ field, text: text.slice(start, end), start });
  };
  let from = 0;
  const spans = separate([
    ...post.headings.map(({ start, end }) => ({ start, end, field: headings })),
    ...post.code.map(({ start, end }) => ({ start, end, field: code })),
  ]);
  for (const { start, end, field } of spans) {
    push(body, from, start);
    push(field, start, end);
    from = end;
  }
  push(body, from, text.length);
  for (const name of [...post.tags, ...post.categories]) pieces.push({ field: taxonomy, text: name });
  return pieces;
};
