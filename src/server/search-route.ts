import type Router from '@koa/router';
import type { Context } from 'koa';
import { LookbackError } from '../domain/errors.js';
import type { SearchEngine, SearchQuery, SearchResult } from '../domain/search.js';
import { parseParameters } from '../query/parse-parameters.js';
import { InvalidParameters } from './answer-errors.js';
import { type ApiParameters, readApiParameters } from './api-parameters.js';
import { withPreferred } from './preferred-languages.js';
import { type PageLinks, toLinkHeader, toPageLinks, toSearchAnswer } from './search-answer.js';
import { type FeedOptions, toJsonFeed, toRss } from './search-feed.js';
import { whileConnected } from './while-connected.js';

export interface SearchRouteOptions {
  readonly title: string;
  /** Absolute; see `AppOptions`. */
  readonly siteUrl: string | undefined;
}

/** What is asked of `GET /api/search`: a question, and how its answer is written. */
interface SearchRequested extends Omit<ApiParameters, 'problems'> {
  readonly query: SearchQuery;
}

/** A feed is of the newest posts, and counts nothing. @throws InvalidParameters */
const readRequest = (parameters: URLSearchParams): SearchRequested => {
  const { problems, ...how } = readApiParameters(parameters);
  const parsed = parseParameters(how.asked);
  const wrong = [...parsed.problems, ...problems];
  if (parsed.query === undefined || wrong.length > 0) throw new InvalidParameters(wrong);
  const { query } = parsed;
  if (how.format === 'json') return { ...how, query };
  const sort = parameters.has('sort') ? query.sort : 'date';
  return { ...how, query: { ...query, sort, facets: [] } };
};

/** Where the answer is, as the client calls it. @throws LookbackError `parameter-invalid` */
const addressOf = (context: Context): URL => {
  const base = `${context.protocol}://${context.host}`;
  if (URL.canParse(context.originalUrl, base)) return new URL(context.originalUrl, base);
  throw new LookbackError('parameter-invalid', `The host ${context.host} cannot be read.`, {
    parameter: 'host',
    hint: 'Send a `Host` that a URL can have.',
  });
};

const toFeedOptions = (
  context: Context,
  { asked, query }: SearchRequested,
  { title, siteUrl }: SearchRouteOptions,
  links: PageLinks,
): FeedOptions => {
  const address = addressOf(context);
  const page = new URL('../', address);
  page.search = String(asked);
  return {
    title: query.text === '' ? title : `${query.text} – ${title}`,
    feedUrl: address.href,
    pageUrl: page.href,
    siteUrl: siteUrl ?? address.origin,
    nextUrl: links.next && new URL(links.next, address).href,
  };
};

const answerIn = (
  context: Context,
  requested: SearchRequested,
  result: SearchResult,
  links: PageLinks,
  options: SearchRouteOptions,
): void => {
  switch (requested.format) {
    case 'json':
      context.type = 'application/json';
      context.body = JSON.stringify(toSearchAnswer(result, requested.query, requested.fields, links));
      return;
    case 'feed':
      context.type = 'application/feed+json';
      context.body = JSON.stringify(
        toJsonFeed(result.hits, toFeedOptions(context, requested, options, links)),
      );
      return;
    case 'rss':
      context.type = 'application/rss+xml; charset=utf-8';
      context.body = toRss(result.hits, toFeedOptions(context, requested, options, links));
  }
};

/** `GET /api/search` */
export const addSearchRoute = (router: Router, engine: SearchEngine, options: SearchRouteOptions): void => {
  router.get('/api/search', async (context) => {
    const parameters = new URLSearchParams(context.querystring);
    const requested = readRequest(parameters);
    const result = await engine.ask(withPreferred(requested.query, context), whileConnected(context));
    const links = toPageLinks(parameters, requested.query, result.total);
    context.set('Link', toLinkHeader(links));
    answerIn(context, requested, result, links, options);
  });
};
