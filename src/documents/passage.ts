/**
 * A passage of a post, and the headings of it and above it.
 * @module
 */
import type { Heading } from '../domain/post.js';

/** UTF-16 units of a heading's words, and of an anchor: a passage may repeat those of the one above it. */
const longestHeading = 1_000;
const longestAnchor = 3_000;

/** A heading that can be linked to. */
interface Anchored {
  readonly text: string;
  readonly anchor: string;
}

/** A piece of a post's text; the pieces put together are the text. */
export interface Passage {
  readonly text: string;
  /** Headings inside, with offsets in this passage. */
  readonly headings: readonly Heading[];
  /** The nearest heading above the passage that can be linked to. */
  readonly above?: Anchored;
}

/** What is kept of a heading's words, which stand in the text. */
export const headingText = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(end, start + longestHeading)).replace(/\p{Surrogate}$/u, '');

/**
 * What is {@link Passage.above} the next passage of the post.
 * @returns nothing where no heading so far can be linked to
 */
export const aboveNext = ({ headings, above }: Pick<Passage, 'headings' | 'above'>): Passage['above'] => {
  const last = headings.findLast(({ anchor }) => anchor !== '' && anchor.length <= longestAnchor);
  return last === undefined ? above : { text: last.text, anchor: last.anchor };
};
