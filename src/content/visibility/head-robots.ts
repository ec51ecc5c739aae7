/**
 * Posts that write the head of their page themselves, and ask search engines there to leave them out: pages of HTML, and
 * Markdown with a `<head>` as Docusaurus takes it.
 * @module
 */
import { Parser } from 'htmlparser2';
import { countLines } from '../front-matter/fences.js';
import type { Hidden } from './hidden.js';
import { isRobots, saysNoindex } from './robots.js';

/** How much of a head is read. */
const maxLength = 64 * 1024;

const metaTag = /<meta\b/i;

/** @returns the offset of the tag that asks for it. */
export const findRobotsTag = (html: string): number | undefined => {
  if (!metaTag.test(html)) return undefined;
  let found: number | undefined;
  const parser = new Parser({
    onopentag: (name, { name: about = '', content = '' }) => {
      if (name === 'meta' && isRobots(about) && saysNoindex(content)) found ??= parser.startIndex;
    },
  });
  parser.end(html.slice(0, maxLength));
  return found;
};

/** Where a `<head>` begins that stands in a line of its own and in no block of code. */
const findHead = (markdown: string): number | undefined => {
  let fence = '';
  let at = 0;
  for (const line of markdown.split('\n')) {
    const text = line.trimStart();
    const mark = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
    if (fence !== '') {
      if (mark?.startsWith(fence) && mark.length === text.trimEnd().length) fence = '';
    } else if (mark !== undefined) fence = mark;
    else if (line.length - text.length < 4 && /^<head>/i.test(text)) return at;
    at += line.length + 1;
  }
  return undefined;
};

/** @param bodyLine 1-based line of the file at which the body starts. */
export function hideByHead(body: string, bodyLine: number, isHtml: boolean): Hidden | undefined {
  if (!metaTag.test(body)) return undefined;
  const start = isHtml ? 0 : findHead(body);
  if (start === undefined) return undefined;
  const end = body.slice(start, start + maxLength).search(isHtml ? /<body\b/i : /<\/head>/i);
  const tag = findRobotsTag(body.slice(start, end === -1 ? start + maxLength : start + end));
  if (tag === undefined) return undefined;
  return {
    reason: 'noindex',
    message: 'is hidden: its head says that search engines must not list it',
    hint: 'Remove noindex from its robots, or set noindex to include for the posts that say so.',
    line: bodyLine + countLines(body.slice(0, start + tag)),
  };
}
