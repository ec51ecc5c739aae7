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
