import type { Hit, SearchQuery, Segment, Snippet } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { toHeadingUrl, toSafeUrl } from './post-url.js';
import { hasName, withOnlyName } from './refine-query.js';
import { formatDay } from './wording.js';

/** A post with many tags must not push the next hit off the screen. */
const maxTagsShown = 8;

/** One answer, an `article` in its own language; its tags are links to the posts that have them, among those asked for otherwise. */
export const renderHit = (hit: Hit, query: SearchQuery): Html => {
  const url = toSafeUrl(hit.url);
  const title = renderSegments(hit.title);
  return html`<li><article class="hit" lang="${hit.language}">
<h2 class="hit-title" dir="auto">${url === undefined ? title : html`<a class="hit-link" href="${url}">${title}</a>`}</h2>
${renderSnippet(hit.snippets[0], hit.url)}${renderByline(hit, query)}
</article></li>`;
};

const renderSegments = (segments: readonly Segment[]): readonly Html[] =>
  segments.map(({ text, highlighted }) => (highlighted ? html`<mark>${text}</mark>` : html`${text}`));

/** A snippet may run over paragraphs and headings, which stand on lines of their own in a post's text. */
const joinBlocks = (text: string): string => text.replaceAll('\n', ' · ');

const renderSnippet = ({ segments, before, after, heading }: Snippet, url: string): Html => {
  if (segments.length === 0) return html``;
  const section = heading === undefined ? undefined : toHeadingUrl(url, heading.anchor);
  const line = segments.map(({ text, highlighted }) => ({ text: joinBlocks(text), highlighted }));
  return html`<p class="snippet" dir="auto">${before && '… '}${renderSegments(line)}${after && ' …'}</p>
${
  heading !== undefined &&
  heading.text !== '' &&
  html`<p class="section" dir="auto">${
    section === undefined ? heading.text : html`<a href="${section}">${heading.text}</a>`
  }</p>`
}`;
};

const renderByline = (hit: Hit, query: SearchQuery): Html => {
  const tags = hit.tags.slice(0, maxTagsShown);
  return html`<div class="byline" lang="en">
${hit.date !== undefined && html`<time datetime="${hit.date}">${formatDay(hit.date)}</time>`}
${tags.length > 0 && html`<ul class="hit-tags">${tags.map((tag) => renderTag(tag, query))}</ul>`}
</div>`;
};

const renderTag = (tag: string, query: SearchQuery): Html =>
  hasName(query, 'tags', tag)
    ? html`<li><span class="is-active"><bdi>${tag}</bdi></span></li>`
    : html`<li><a href="${toAddress(withOnlyName(query, 'tags', tag))}" data-refine rel="nofollow" aria-label="Only posts tagged ${tag}"><bdi>${tag}</bdi></a></li>`;
