/**
 * The words of one post as a file of its own, read only for the posts on the page.
 * @module
 */
import type { PostText } from '../domain/post.js';
import { CheckedObject, corrupt, parseJson } from './checked-json.js';

/** What snippets need of a post. */
export type IndexedText = Pick<PostText, 'text' | 'headings'>;

export const toTextBytes = ({ text, headings }: IndexedText): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      text,
      headings: headings.map(({ level, text, anchor, start, end }) => ({ level, text, anchor, start, end })),
    }),
  );

/** @throws LookbackError `index-corrupt` */
export const parseText = (bytes: Uint8Array, file: string): IndexedText => {
  const value = new CheckedObject(parseJson(bytes, file), file);
  const text = value.string('text');
  const headings = value.objects('headings').map((heading) => {
    const start = heading.count('start');
    const end = heading.count('end');
    if (start > end || end > text.length) throw corrupt(file, 'has a heading outside of its text');
    return {
      level: heading.count('level'),
      text: heading.string('text'),
      anchor: heading.string('anchor'),
      start,
      end,
    };
  });
  return { text, headings };
};
