const markers = /<!--[ \t]*(?:more|truncate)[ \t]*-->|\{\/\*[ \t]*truncate[ \t]*\*\/\}/i;
const longestSource = 20_000;
const longestExcerpt = 2_000;

/** Where the excerpt ends in the source, -1 when the author marked none. The marker family wins over the separator. */
export function findExcerptEnd(body: string, separator: string | undefined): number {
  const marker = markers.exec(body);
  if (marker !== null) return Math.min(marker.index, longestSource);
  if (separator === undefined || separator === '') return -1;
  const start = body.length - body.trimStart().length;
  const found = body.indexOf(separator, start);
  return found <= start ? -1 : Math.min(found, longestSource);
}

/** Cuts at a space where there is one near the limit. */
export function cutExcerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longestExcerpt) return line;
  const space = line.lastIndexOf(' ', longestExcerpt);
  const end = space > longestExcerpt / 2 ? space : longestExcerpt;
  const last = line.charCodeAt(end - 1);
  return line.slice(0, last >= 0xd800 && last < 0xdc00 ? end - 1 : end);
}

/**
 * How far the beginning of a post, read by itself, says what the whole says there. Where it was cut, something may have been
 * open that hides words or marks them.
 */
export function commonStart(beginning: string, whole: string): string {
  let end = 0;
  while (end < beginning.length && beginning.charCodeAt(end) === whole.charCodeAt(end)) end += 1;
  return beginning.slice(0, end).trimEnd();
}
