import Router from '@koa/router';
import Koa from 'koa';
import type { InterfaceLanguage } from '../domain/interface-languages.js';
import type { SearchEngine } from '../domain/search.js';
import type { PageSettings } from '../page/render-page.js';
import { answerErrors, refuseUnreadableAddress } from './answer-errors.js';
import { answerMissingPages } from './answer-missing-pages.js';
import { addApiRoutes } from './api-routes.js';
import type { Log } from './log-entry.js';
import { logRequests } from './log-requests.js';
import { loadPageAssets, type PageAssets } from './page-assets.js';
import { addPageRoutes } from './page-routes.js';
import { allowAllOrigins, setSecurityHeaders, tagAnswers } from './set-headers.js';

export interface AppOptions extends Partial<PageSettings> {
  /** Who answers: `openLiveIndex` for an index that builds replace while requests run, or `openIndex`. */
  readonly engine: SearchEngine;
  /** Default: `Search`. */
  readonly title?: string;
  /** Address of the blog, to which the addresses of posts in a feed are relative. Default: that of the server. */
  readonly siteUrl?: string | undefined;
  /** Language of the search page itself. Default: of those it speaks, the one that the browser asks for, else English. */
  readonly interfaceLanguage?: InterfaceLanguage | undefined;
  /** Default: nothing is logged. */
  readonly log?: Log;
  /** Default: those that came with the package. */
  readonly assets?: PageAssets;
}

/**
 * The search server as a Koa application that does not listen: mount it, or hand it to `startServer`.
 *
 * `GET /api/search`, `GET /api/suggest`, `GET /api/tags`, `GET /api/posts/:id`, `GET /api/posts/:id/related`, `GET /healthz`, and the
 * search page at `GET /`.
 */
export const createApp = ({
  engine,
  title = 'Search',
  siteUrl,
  homeUrl,
  stylesheet,
  interfaceLanguage,
  log = () => {},
  assets = loadPageAssets(),
}: AppOptions): Koa => {
  const router = new Router();
  addApiRoutes(router, engine, { title, siteUrl });
  addPageRoutes(router, engine, { title, homeUrl, stylesheet, interfaceLanguage, assets });

  const app = new Koa();
  // Koa would print what fails after the answer began, such as a connection that breaks. The request's entry says 499.
  app.silent = true;
  app.use(logRequests(log));
  app.use(setSecurityHeaders);
  app.use(answerErrors(log));
  app.use(refuseUnreadableAddress);
  app.use(allowAllOrigins);
  app.use(answerMissingPages(title));
  app.use(tagAnswers);
  app.use(router.routes());
  app.use(router.allowedMethods());
  return app;
};
