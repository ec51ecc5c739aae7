import type { Hit, SearchQuery, Snippet, Translation } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { listed, phrase } from './phrase.js';
import { toHeadingUrl, toImageUrl, toSafeUrl } from './post-url.js';
import { hasName, withOnlyName } from './refine-query.js';
import { renderSegments } from './render-segments.js';
import { formatDay, nameLanguage, say } from './say.js';
import type { Wording } from './wording/wording.js';

/** A post with many tags must not push the next hit off the screen. */
const maxTagsShown = 8;

/** One answer, an `article` in its own language; its tags are links to the posts that have them, among those asked for otherwise. */
export const renderHit = (hit: Hit, query: SearchQuery, wording: Wording): Html => {
  const url = toSafeUrl(hit.url);
  const title = renderSegments(hit.title);
  const [first, ...others] = hit.snippets;
  return html`<li><article class="hit" lang="${hit.language}" dir="auto">
${renderImage(hit)}<h2 class="hit-title" dir="auto">${url === undefined ? title : html`<a class="hit-link" href="${url}">${title}</a>`}</h2>
${renderSnippet(first)}${renderHeading(first, hit.url)}${
  others.length > 0 &&
  html`<ul class="further">${others.map((snippet) => html`<li>${renderHeading(snippet, hit.url)}${renderSnippet(snippet)}</li>`)}</ul>`
}${renderByline(hit, query, wording)}
</article></li>`;
};

/** Of a size that is known before it comes, so that nothing moves; it says nothing that the title does not. */
const renderImage = ({ image, url }: Hit): Html => {
  const address = image === undefined ? undefined : toImageUrl(image, url);
  if (address === undefined) return html``;
  return html`<img class="hit-image" src="${address}" alt="" width="112" height="84" loading="lazy" decoding="async">`;
};

/** A snippet may run over paragraphs and headings, which stand on lines of their own in a post's text. */
const joinBlocks = (text: string): string => text.replaceAll('\n', ' · ');

const renderSnippet = ({ segments, before, after }: Snippet): Html => {
  if (segments.length === 0) return html``;
  const line = segments.map(({ text, highlighted }) => ({ text: joinBlocks(text), highlighted }));
  return html`<p class="snippet" dir="auto">${before && '… '}${renderSegments(line)}${after && ' …'}</p>
`;
};

const renderHeading = ({ segments, heading }: Snippet, url: string): Html => {
  if (segments.length === 0 || heading === undefined || heading.text === '') return html``;
  const address = toHeadingUrl(url, heading.anchor);
  return html`<p class="section" dir="auto">${
    address === undefined ? heading.text : html`<a href="${address}">${heading.text}</a>`
  }</p>`;
};

const renderByline = (hit: Hit, query: SearchQuery, wording: Wording): Html => {
  const tags = hit.tags.slice(0, maxTagsShown);
  return html`<div class="byline" lang="${wording.language}" dir="${wording.direction}">
${hit.date !== undefined && html`<time datetime="${hit.date}">${formatDay(hit.date, wording)}</time>`}
${tags.length > 0 && html`<ul class="hit-tags">${tags.map((tag) => renderTag(tag, query, wording))}</ul>`}
${hit.translations !== undefined && renderTranslations(hit.translations, wording)}
</div>`;
};

const renderTag = (tag: string, query: SearchQuery, wording: Wording): Html =>
  hasName(query, 'tags', tag)
    ? html`<li dir="auto"><span class="is-active"><bdi>${tag}</bdi></span></li>`
    : html`<li dir="auto"><a href="${toAddress(withOnlyName(query, 'tags', tag))}" data-refine rel="nofollow" aria-label="${say(wording.onlyTag, { tag })}"><bdi>${tag}</bdi></a></li>`;

const renderTranslations = (translations: readonly Translation[], wording: Wording): Html => {
  const links = translations.flatMap(({ language, url, title }) => {
    const address = toSafeUrl(url);
    const name = html`<bdi lang="${language}">${nameLanguage(language, wording)}</bdi>`;
    return address === undefined
      ? []
      : [html`<a href="${address}" hreflang="${language}" title="${title}">${name}</a>`];
  });
  if (links.length === 0) return html``;
  return html`<p class="translations">${phrase(wording.alsoIn, { languages: listed(links, wording) })}</p>`;
};
