import type Router from '@koa/router';
import type { Context } from 'koa';
import { LookbackError } from '../domain/errors.js';
import type { SearchEngine } from '../domain/search.js';
import { everyTag } from '../query/every-tag.js';
import { parseParameters } from '../query/parse-parameters.js';
import { InvalidParameters } from './answer-errors.js';
import { withPreferred } from './preferred-languages.js';
import { whileConnected } from './while-connected.js';

/** Everything that answers in JSON. */
export const addApiRoutes = (router: Router, engine: SearchEngine): void => {
  router.get('/api/search', async (context) => {
    const { query, problems } = parseParameters(new URLSearchParams(context.querystring));
    if (query === undefined) throw new InvalidParameters(problems);
    answerJson(context, await engine.ask(withPreferred(query, context), whileConnected(context)));
  });

  router.get('/api/tags', async (context) => {
    const { facets } = await engine.ask(everyTag, whileConnected(context));
    answerJson(context, { tags: facets.tags ?? [] });
  });

  // An id is a path; its slashes may be encoded or not.
  router.get(/^\/api\/posts\/(.+)$/, async (context) => {
    const id = decodeId(context.path.slice('/api/posts/'.length));
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

const answerJson = (context: Context, value: unknown): void => {
  context.type = 'application/json';
  context.body = JSON.stringify(value);
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
