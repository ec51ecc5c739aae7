import type Router from '@koa/router';
import type { SearchEngine } from '../domain/search.js';
import { parseAddress } from '../page/page-address.js';
import { renderPage } from '../page/render-page.js';
import { createVersion, type PageAssets } from './page-assets.js';
import { withPreferred } from './preferred-languages.js';
import { whileConnected } from './while-connected.js';

const forEver = 'public, max-age=31536000, immutable';

/** The search page and the files that it loads. */
export const addPageRoutes = (
  router: Router,
  engine: SearchEngine,
  { title, assets }: { readonly title: string; readonly assets: PageAssets },
): void => {
  for (const [name, content] of assets.scripts) {
    router.get(`/assets/${name}`, (context) => {
      context.set('Cache-Control', forEver);
      context.type = 'text/javascript';
      context.body = content;
    });
  }
  const version = createVersion(assets.style);
  router.get('/assets/search-page.css', (context) => {
    if (context.query.v === version) context.set('Cache-Control', forEver);
    context.type = 'text/css';
    context.body = assets.style;
  });

  router.get('/', async (context) => {
    const folder = missingSlash(context.originalUrl);
    if (folder !== undefined) return context.redirect(folder);
    const parameters = new URLSearchParams(context.querystring);
    const { query, problems } = parseAddress(parameters);
    const result = query && (await engine.ask(withPreferred(query, context), whileConnected(context)));
    context.status = query === undefined ? 400 : 200;
    context.type = 'text/html';
    context.body = renderPage({
      title,
      text: query?.text ?? parameters.get('q') ?? '',
      answer: query && result && { query, result },
      problems,
      assets: { script: `assets/${assets.first}`, style: `assets/search-page.css?v=${version}` },
    });
  });
};

/**
 * Addresses in the page are relative to its folder: mounted at `/search`, it is at `/search/`.
 * @param address as it was asked for, before any mounting
 * @returns where the page is, relative to `address`; `undefined` if it is there
 */
const missingSlash = (address: string): string | undefined => {
  const [path = '', ...query] = address.split('?');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' || !address.startsWith('/') ? undefined : [`./${name}/`, ...query].join('?');
};
