/**
 * A post as the page that a site generator would print, with the words that our index has and no others.
 * @module
 */
import type { Post } from '../../../src/domain/post.js';
import { escapeHtml } from '../../../src/page/escape-html.js';

const renderBlocks = ({ text, headings }: Post): string => {
  const headingAt = new Map(headings.map((heading) => [heading.start, heading]));
  let at = 0;
  const blocks: string[] = [];
  for (const line of text.split('\n')) {
    const heading = headingAt.get(at);
    at += line.length + 1;
    if (line === '') continue;
    const words = escapeHtml(line);
    if (heading === undefined) blocks.push(`<p>${words}</p>`);
    else {
      const id = heading.anchor === '' ? '' : ` id="${escapeHtml(heading.anchor)}"`;
      blocks.push(`<h${heading.level}${id}>${words}</h${heading.level}>`);
    }
  }
  return blocks.join('\n');
};

const renderNames = (filter: string, names: readonly string[]): string =>
  names.map((name) => `<span data-pagefind-filter="${filter}">${escapeHtml(name)}</span>`).join(' ');

export const renderPost = (post: Post): string => `<!doctype html>
<html lang="${escapeHtml(post.language)}">
<title>${escapeHtml(post.title)}</title>
<main data-pagefind-body>
<h1>${escapeHtml(post.title)}</h1>
${post.date ? `<time data-pagefind-meta="date">${post.date.day}</time>` : ''}
${renderNames('tag', post.tags)} ${renderNames('category', post.categories)}
${renderBlocks(post)}
</main>
</html>
`;
