/** How much of a page is looked at, in UTF-16 units. */
const longest = 64 * 1024;

const tag = /<meta\b[^<>]{0,1000}>/gi;
const names = /\bname\s{0,9}=\s{0,9}["']?(?:robots|googlebot|bingbot)\b/i;
const asks = /\bcontent\s{0,9}=\s{0,9}["']?[a-z,\s-]{0,80}\b(?:noindex|none)\b/i;

/** The text with spaces in place of its comments: a comment may be about a tag. */
const withoutComments = (text: string): string => {
  let out = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start);
    const next = end < 0 ? text.length : end + 3;
    out += text.slice(at, start) + text.slice(start, next).replace(/[^\n]/g, ' ');
    at = next;
  }
  return out + text.slice(at);
};

/** The line, from 1, of the tag in the head of a page of HTML that asks search engines to leave it out. */
export const findRobotsLine = (html: string): number | undefined => {
  const top = withoutComments(html.slice(0, longest));
  const body = top.search(/<body\b/i);
  const head = body < 0 ? top : top.slice(0, body);
  for (const { 0: text, index } of head.matchAll(tag))
    if (names.test(text) && asks.test(text)) return head.slice(0, index).split('\n').length;
  return undefined;
};
