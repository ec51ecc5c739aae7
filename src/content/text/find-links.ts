/**
 * What a post links to, as it is written. Looks at the source, because the templates in it, which name other sources of the site, leave
 * nothing behind.
 * @module
 */
import { LinePlaces } from './line-places.js';

/** Links of one post that are kept, and UTF-16 units of one; a list of links is about everything. */
const maxLinks = 1_000;
const longestLink = 2_000;

const patterns: readonly RegExp[] = [
  // `[words](address)`
  /\]\([ \t]?<?([^()\s<>{}]+)/g,
  // `[label]: address`
  /^ {0,3}\[[^\]\n\r\u2028\u2029]{1,999}\]:[ \t]*<?([^\s<>{}]+)/gm,
  /\shref=["']([^"'\s<>{}]+)/gi,
  // Hugo: `{{< ref "name" >}}`
  /\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["'`]([^"'`\n]+)/g,
  // Jekyll: `{% post_url name %}`, `{% link path %}`
  /\{%-?\s*(?:post_url|link)\s+([^\s%]+)/g,
  // What follows the address of the site: `{{ site.url }}/path/`
  /\}\}(\/[^()\s<>{}"']+)/g,
];

/** Comments are not shown, nor is what they link to. */
const withoutComments = (source: string): string => {
  let shown = '';
  let from = 0;
  for (let at = source.indexOf('<!--'); at >= 0; at = source.indexOf('<!--', from)) {
    shown += source.slice(from, at);
    const end = source.indexOf('-->', at);
    if (end < 0) return shown;
    from = end + 3;
  }
  return shown + source.slice(from);
};

const withoutCode = (markdown: string): string => {
  const places = new LinePlaces();
  return markdown
    .split('\n')
    .filter((line) => places.next(line) !== 'code')
    .join('\n');
};

/**
 * Links within the page, and to other schemes than that of the site, are left out. Takes time in proportion to the source.
 * @returns in the order of the text, each once
 */
export const findLinks = (source: string, isMarkdown: boolean): readonly string[] => {
  const shown = withoutComments(isMarkdown ? withoutCode(source) : source);
  const found = new Map<string, number>();
  for (const pattern of patterns) {
    for (const { 1: link = '', index } of shown.matchAll(pattern)) {
      if (link.length > longestLink || link.startsWith('#') || /^(?!https?:)[a-z][a-z+.-]*:/i.test(link))
        continue;
      found.set(link, Math.min(found.get(link) ?? Infinity, index));
    }
  }
  return [...found]
    .sort(([, a], [, b]) => a - b)
    .slice(0, maxLinks)
    .map(([link]) => link);
};
