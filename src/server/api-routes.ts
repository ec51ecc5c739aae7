import type Router from '@koa/router';
import type { Context } from 'koa';
import { LookbackError } from '../domain/errors.js';
import type { SearchEngine, SearchQuery } from '../domain/search.js';
import { toArchive, toArchiveQuery } from '../query/archive.js';
import { everyTag } from '../query/every-tag.js';
import { parseParameters } from '../query/parse-parameters.js';
import { parseSuggestParameters } from '../query/suggest-query.js';
import { InvalidParameters } from './answer-errors.js';
import { withPreferred } from './preferred-languages.js';
import { addSearchRoute, type SearchRouteOptions } from './search-route.js';
import { whileConnected } from './while-connected.js';

/** Everything that answers in JSON. */
export const addApiRoutes = (router: Router, engine: SearchEngine, options: SearchRouteOptions): void => {
  addSearchRoute(router, engine, options);

  router.get('/api/suggest', async (context) => {
    const { query, problems } = parseSuggestParameters(new URLSearchParams(context.querystring));
    if (query === undefined) throw new InvalidParameters(problems);
    const suggestions = await engine.suggest(withPreferred(query, context), whileConnected(context));
    answerJson(context, { suggestions });
  });

  router.get('/api/archive', async (context) => {
    const { facets } = await engine.ask(toArchiveQuery(readQuery(context)), whileConnected(context));
    answerJson(context, { years: toArchive(facets) });
  });

  router.get('/api/tags', async (context) => {
    const { facets } = await engine.ask(everyTag, whileConnected(context));
    answerJson(context, { tags: facets.tags ?? [] });
  });

  router.get(/^\/api\/posts\/(.+)\/related$/, async (context, next) => {
    const id = toId(context, '/related');
    const related = await engine.related(id, readLimit(context), whileConnected(context));
    // The id of a post may end so.
    if (related === undefined) await next();
    else answerJson(context, { related });
  });

  // An id is a path; its slashes may be encoded or not.
  router.get(/^\/api\/posts\/(.+)$/, async (context) => {
    const id = toId(context, '');
    const post = await engine.post(id, whileConnected(context));
    if (post === undefined) throw new LookbackError('post-unknown', `There is no post ${id}.`);
    answerJson(context, post);
  });

  router.get('/healthz', (context) => {
    const { documentCount, languages } = engine;
    context.set('Cache-Control', 'no-store');
    answerJson(context, { status: 'ok', documents: documentCount, languages });
  });
};

const readQuery = (context: Context): SearchQuery => {
  const { query, problems } = parseParameters(new URLSearchParams(context.querystring));
  if (query === undefined) throw new InvalidParameters(problems);
  return query;
};

const answerJson = (context: Context, value: unknown): void => {
  context.type = 'application/json';
  context.body = JSON.stringify(value);
};

/** @param ending what follows the id in the address */
const toId = ({ path }: Context, ending: string): string =>
  decodeId(path.slice('/api/posts/'.length, path.length - ending.length));

const readLimit = ({ querystring }: Context): number | undefined => {
  const parameters = new URLSearchParams(querystring);
  for (const name of parameters.keys())
    if (name !== 'limit')
      throw new LookbackError('parameter-invalid', `There is no parameter \`${name.slice(0, 64)}\`.`, {
        parameter: name,
        hint: 'The only parameter is `limit`.',
      });
  const written = parameters.get('limit');
  // What is no number is refused by who is asked.
  return written === null ? undefined : Number(written === '' ? NaN : written);
};

const decodeId = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch (cause) {
    throw new LookbackError('parameter-invalid', `The id ${encoded} is not percent-encoded UTF-8.`, {
      parameter: 'id',
      cause,
    });
  }
};
