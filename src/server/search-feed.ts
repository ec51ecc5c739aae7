/**
 * A result as a feed, so that a search can be followed. Written here because the library that there is (feed 6) writes JSON Feed 1.0
 * only, has texts as HTML, and puts the time of the request into RSS, of which no answer would ever be the same.
 * @module
 */
import type { Hit, Segment } from '../domain/search.js';
import { type Html, html } from '../page/escape-html.js';
import { toSafeUrl } from '../page/post-url.js';

export interface FeedOptions {
  readonly title: string;
  /** Absolute: where the feed is. */
  readonly feedUrl: string;
  /** Absolute: the search page with the same question. */
  readonly pageUrl: string;
  /** Absolute: what URLs of posts are relative to. */
  readonly siteUrl: string;
  /** Absolute. */
  readonly nextUrl?: string | undefined;
}

/** What stands for one post in any feed. */
interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly date: string | undefined;
  readonly hit: Hit;
}

const toText = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

/** A post whose address nobody may follow is left out: an item is its address. */
const toItems = (hits: readonly Hit[], siteUrl: string): readonly FeedItem[] =>
  hits.flatMap((hit) => {
    if (toSafeUrl(hit.url) === undefined || !URL.canParse(hit.url, siteUrl)) return [];
    const [{ segments, before, after }] = hit.snippets;
    return [
      {
        url: new URL(hit.url, siteUrl).href,
        title: toText(hit.title),
        summary: `${before ? '… ' : ''}${toText(segments)}${after ? ' …' : ''}`,
        date: hit.date === undefined ? undefined : `${hit.date}T00:00:00Z`,
        hit,
      },
    ];
  });

/** JSON Feed 1.1, https://jsonfeed.org/version/1.1 */
export const toJsonFeed = (hits: readonly Hit[], options: FeedOptions): unknown => {
  const { title, feedUrl, pageUrl, siteUrl, nextUrl } = options;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: feedUrl,
    ...(nextUrl !== undefined && { next_url: nextUrl }),
    items: toItems(hits, siteUrl).map(({ url, title: ofPost, summary, date, hit }) => ({
      id: url,
      url,
      title: ofPost,
      content_text: summary,
      language: hit.language,
      ...(date !== undefined && { date_published: date }),
      ...(hit.tags.length > 0 && { tags: hit.tags }),
      ...(hit.authors.length > 0 && { authors: hit.authors.map((name) => ({ name })) }),
    })),
  };
};

/** What XML 1.0 cannot say, not even escaped (https://www.w3.org/TR/xml/#charsets), such as half a character, becomes the sign for that. */
const toXmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');

const toRssItem = ({ url, title, summary, date, hit }: FeedItem): Html => html`<item>
<title>${toXmlText(title)}</title>
<link>${url}</link>
<guid>${url}</guid>
<description>${toXmlText(summary)}</description>
${date !== undefined && html`<pubDate>${new Date(date).toUTCString()}</pubDate>`}
${hit.tags.map((tag) => html`<category>${toXmlText(tag)}</category>`)}
</item>
`;

/** RSS 2.0, https://www.rssboard.org/rss-specification. Of a day that no calendar has, no date is said. */
export const toRss = (hits: readonly Hit[], { title, feedUrl, pageUrl, siteUrl }: FeedOptions): string => {
  const items = toItems(hits, siteUrl).map(toRssItem);
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${toXmlText(title)}</title>
<link>${pageUrl}</link>
<description>${toXmlText(title)}</description>
<atom:link href="${feedUrl}" rel="self" type="application/rss+xml"/>
${items}</channel>
</rss>
`.markup;
};
