/**
 * Cuts the text of a post into passages, so that a snippet needs one of them and not the whole post.
 * @module
 */
import type { Heading, PostText } from '../domain/post.js';

/**
 * UTF-16 units of a passage at the most. Smaller ones compress worse (an index of 4,000 is a twentieth larger), larger
 * ones make a page of hits move more (with 8,000, a tenth).
 */
export const passageSize = 6_000;

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

/** Where to cut: after the last line break in the window, else after the last space, else between two characters. */
const findCut = (text: string, start: number): number => {
  const limit = start + passageSize;
  if (limit >= text.length) return text.length;
  const window = text.slice(start, limit);
  const line = window.lastIndexOf('\n');
  if (line > passageSize / 2) return start + line + 1;
  const space = window.lastIndexOf(' ');
  if (space > passageSize / 2) return start + space + 1;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
};

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

/** @returns at least one passage; time in proportion to the length of the text. */
export const cutPassages = ({ text, headings }: Pick<PostText, 'text' | 'headings'>): readonly Passage[] => {
  const passages: Passage[] = [];
  let above: Anchored | undefined;
  let next = 0;
  let start = 0;
  do {
    const end = findCut(text, start);
    const inside: Heading[] = [];
    for (; next < headings.length; next += 1) {
      const heading = headings[next];
      // A heading that a cut runs through belongs to the passage that it starts in.
      if (heading === undefined || (heading.start >= end && end < text.length)) break;
      const last = Math.min(heading.end, end);
      inside.push({
        ...heading,
        text: headingText(text, heading.start, last),
        start: heading.start - start,
        end: last - start,
      });
    }
    const passage = { text: text.slice(start, end), headings: inside, ...(above && { above }) };
    passages.push(passage);
    above = aboveNext(passage);
    start = end;
  } while (start < text.length);
  return passages;
};
