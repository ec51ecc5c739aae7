import type Router from '@koa/router';
import type { SearchEngine } from '../domain/search.js';
import { parseAddress } from '../page/page-address.js';
import { renderPage } from '../page/render-page.js';
import { createVersion, type PageAssets } from './page-assets.js';
import { whileConnected } from './while-connected.js';

/** The search page and the two files it loads. */
export const addPageRoutes = (
  router: Router,
  engine: SearchEngine,
  { title, assets }: { readonly title: string; readonly assets: PageAssets },
): void => {
  const script = addAsset(router, 'search-page.js', 'text/javascript', assets);
  const style = addAsset(router, 'search-page.css', 'text/css', assets);

  router.get('/', async (context) => {
    const folder = missingSlash(context.originalUrl);
    if (folder !== undefined) return context.redirect(folder);
    const parameters = new URLSearchParams(context.querystring);
    const { query, problems } = parseAddress(parameters);
    const result = query && (await engine.ask(query, whileConnected(context)));
    context.status = query === undefined ? 400 : 200;
    context.type = 'text/html';
    context.body = renderPage({
      title,
      text: query?.text ?? parameters.get('q') ?? '',
      answer: query && result && { query, result },
      problems,
      assets: { script, style },
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

/** @returns the address of this very content, relative to the page. */
const addAsset = (router: Router, name: keyof PageAssets, type: string, assets: PageAssets): string => {
  const content = assets[name];
  const version = createVersion(content);
  router.get(`/assets/${name}`, (context) => {
    if (context.query.v === version) context.set('Cache-Control', 'public, max-age=31536000, immutable');
    context.type = type;
    context.body = content;
  });
  return `assets/${name}?v=${version}`;
};
