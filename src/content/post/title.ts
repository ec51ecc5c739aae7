/**
 * The title of a post: its own, that of its first heading, or its name.
 * @module
 */
import type { Heading } from '../../domain/post.js';
import { toDatedName } from '../dates/path-date.js';
import { type FrontMatter, findText } from '../front-matter/front-matter.js';
import { toSourcePath } from '../generators/source-path.js';
import { toPlainInline } from './inline-markup.js';

/** UTF-16 units. No title is longer, whatever heading it is taken from: every passage of the post repeats it. */
const longestTitle = 2_000;

export const cutTitle = (title: string): string =>
  title.slice(0, longestTitle).replace(/\p{Surrogate}$/u, '');

/** The title in front matter, as plain text. */
export function findTitle(frontMatter: FrontMatter): string | undefined {
  const title = findText(frontMatter, 'title');
  return title === undefined ? undefined : toPlainInline(title) || undefined;
}

/** `2009-09-05-edge-case-no-title.md` is “Edge Case No Title”; `intro/index.md` is “Intro”. */
const ofPath = (path: string): string => {
  const { folders, name } = toSourcePath(path);
  const named = /^(?:index|readme)$/i.test(name) ? (folders.at(-1) ?? name) : name;
  const words = (toDatedName(named)?.rest ?? named).split(/[-_\s]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || named || path;
};

/** The title of a post that has none of its own: its first heading of the first level, else its first, else its name. */
export const toTitle = (headings: readonly Heading[], path: string): string => {
  const heading = headings.find(({ level }) => level === 1) ?? headings[0];
  const words = cutTitle(heading?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return words || ofPath(path);
};

/** The words behind the signs of a heading that stands before all else in a body of Markdown, not further down. */
export function findFirstHeading(body: string): string | undefined {
  const start = Math.max(0, body.search(/\S/));
  const end = body.indexOf('\n', start);
  const line = body.slice(start, end < 0 ? undefined : end);
  return line.startsWith('# ') ? line.replace(/^[# ]+/, '').trim() : undefined;
}
