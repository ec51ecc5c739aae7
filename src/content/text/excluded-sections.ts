import { excludesFromSearch } from './attribute-lists.js';
import { LinePlaces } from './line-places.js';

/** A mark in every source that has such sections, to pass over all others. */
const mark = /data-(?:search-exclude|pagefind-ignore)/i;
const atxHeading = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|<h[1-6]\b)/i;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** `Words { data-search-exclude }`, `<h2 data-search-exclude>` */
const attributes = /^[^{]*\{:?([^{}]{1,500})\}[ \t]*$|^ {0,3}<h[1-6]\b([^<>]{1,500})>/i;

const isExcluded = (heading: string): boolean => {
  const found = attributes.exec(heading);
  return excludesFromSearch(found?.[1] ?? found?.[2] ?? '');
};

/**
 * Puts sections whose headings a search must not find between tags that hide. As Material for MkDocs has it, a section ends
 * with the next heading, whatever its level.
 */
export function withExcludedSections(markdown: string): string {
  if (!mark.test(markdown)) return markdown;
  const places = new LinePlaces();
  const out: string[] = [];
  /** Where in `out` the block began that is being read. */
  let block = 0;
  let hiding = false;
  const turnTo = (excluded: boolean, at: number): void => {
    if (hiding || excluded)
      out.splice(at, 0, ...(hiding ? ['', '</div>', ''] : []), ...(excluded ? ['<div hidden>', ''] : []));
    hiding = excluded;
  };
  for (const line of markdown.split('\n')) {
    const place = places.next(line);
    if (place === 'start' && atxHeading.test(line)) {
      turnTo(isExcluded(line), out.length);
      out.push(line);
      block = out.length;
    } else {
      if (place === 'start') block = out.length;
      if (place === 'inside' && underline.test(line) && block < out.length)
        turnTo(isExcluded(out.at(-1) ?? ''), block);
      out.push(line);
    }
  }
  if (hiding) out.push('', '</div>');
  return out.join('\n');
}
