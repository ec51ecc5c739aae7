/**
 * Cuts the text of a post into passages, so that a snippet needs one of them and not the whole post.
 * @module
 */
import type { Heading, PostText } from '../domain/post.js';
import { aboveNext, headingText, type Passage } from './passage.js';

/**
 * UTF-16 units of a passage at the most. Smaller ones compress worse (an index of 4,000 is a twentieth larger), larger
 * ones make a page of hits move more (with 8,000, a tenth).
 */
export const passageSize = 6_000;

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

/** @returns at least one passage; time in proportion to the length of the text. */
export const cutPassages = ({ text, headings }: Pick<PostText, 'text' | 'headings'>): readonly Passage[] => {
  const passages: Passage[] = [];
  let above: Passage['above'];
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
