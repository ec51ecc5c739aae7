/**
 * The title of a post that has none of its own.
 * @module
 */
import { toDatedName } from './dates/path-date.js';
import { toSourcePath } from './generators/source-path.js';

/** `2009-09-05-edge-case-no-title.md` is “Edge Case No Title”; `intro/index.md` is “Intro”. */
export function toTitle(path: string): string {
  const { folders, name } = toSourcePath(path);
  const named = /^(?:index|readme)$/i.test(name) ? (folders.at(-1) ?? name) : name;
  const words = (toDatedName(named)?.rest ?? named).split(/[-_\s]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || named || path;
}

/** The words behind the signs of a heading that stands before all else in a body of Markdown, not further down. */
export function findFirstHeading(body: string): string | undefined {
  const start = Math.max(0, body.search(/\S/));
  const end = body.indexOf('\n', start);
  const line = body.slice(start, end < 0 ? undefined : end);
  return line.startsWith('# ') ? line.replace(/^[# ]+/, '').trim() : undefined;
}
