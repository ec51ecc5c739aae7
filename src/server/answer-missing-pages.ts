import type { Middleware } from 'koa';
import { renderMissingPage } from '../page/render-missing-page.js';

/** The way back to where the application is mounted: `../../` from `/2019/post/`. */
const toRoot = (path: string): string => '../'.repeat(path.split('/').length - 2) || './';

/**
 * Posts often have addresses without a host, which lead here from the search page although the posts are elsewhere. Who
 * asks for a page is told so; who asks for data gets the error of the API.
 */
export const answerMissingPages = (title: string): Middleware => {
  return async (context, next) => {
    await next();
    const isMissing = context.status === 404 && context.body === undefined;
    if (!isMissing || context.path.startsWith('/api/') || context.accepts('json', 'html') !== 'html') return;
    context.status = 404;
    context.type = 'text/html';
    context.body = renderMissingPage(title, context.path, toRoot(context.path));
  };
};
