/**
 * HTML whose head says what front matter says elsewhere: `<title>`, `<meta name="status" content="draft">`. `HTMLReader` of
 * Pelican's `readers.py`.
 * @module
 */
import { Parser } from 'htmlparser2';
import { countLines, maxFrontMatterLength } from './fences.js';
import { type FrontMatter, type FrontMatterEntry, toKey } from './front-matter.js';

/** A name that stands there again makes a list of its values. */
const joined = (before: unknown, value: string): unknown => {
  if (before === undefined) return value;
  return Array.isArray(before) ? [...before, value] : [before, value];
};

/** What stands before the body, in a `<head>` or without one: Pelican reads no other, and its author meant it either way. */
export function readHtmlHead(html: string): FrontMatter {
  const head = html.slice(0, maxFrontMatterLength);
  const entries = new Map<string, FrontMatterEntry>();
  let title: string | undefined;
  let inTitle = false;
  let inBody = false;
  const add = (name: string, value: string): void => {
    const known = entries.get(name);
    const line = known?.line ?? countLines(head.slice(0, parser.startIndex)) + 1;
    entries.set(name, { name, key: toKey(name), value: joined(known?.value, value), line });
  };
  const parser = new Parser({
    onopentag: (tag, { name, content, contents }) => {
      if (tag === 'body') inBody = true;
      if (inBody) return;
      inTitle = tag === 'title';
      const written = name?.toLowerCase();
      if (tag !== 'meta' || written === undefined) return;
      add(written === 'keywords' ? 'tags' : written, content || contents || '');
    },
    ontext: (text) => {
      if (inTitle) title = (title ?? '') + text;
    },
    onclosetag: (tag) => {
      if (tag !== 'title' || !inTitle) return;
      inTitle = false;
      if (title?.trim()) add('title', title.trim());
    },
  });
  parser.end(head);
  return [...entries.values()];
}
