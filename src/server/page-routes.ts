import type Router from '@koa/router';
import type { Context } from 'koa';
import { type InterfaceLanguage, interfaceLanguages } from '../domain/interface-languages.js';
import type { SearchEngine } from '../domain/search.js';
import { parseAddress, toQuestion } from '../page/parse-address.js';
import { type PageSettings, renderPage } from '../page/render-page.js';
import type { Wording } from '../page/wording/wording.js';
import { wordingFor } from '../page/wording/wordings.js';
import { createVersion, type PageAssets } from './page-assets.js';
import { withPreferred } from './preferred-languages.js';
import { whileConnected } from './while-connected.js';

const forEver = 'public, max-age=31536000, immutable';

interface PageRoutesOptions extends PageSettings {
  /** Default: the best of those that the browser asks for. */
  readonly interfaceLanguage?: InterfaceLanguage | undefined;
  readonly assets: PageAssets;
}

/** The search page and the files that it loads. */
export const addPageRoutes = (
  router: Router,
  engine: SearchEngine,
  { interfaceLanguage, assets, ...settings }: PageRoutesOptions,
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
    const result =
      query && (await engine.ask(withPreferred(toQuestion(query), context), whileConnected(context)));
    context.status = query === undefined ? 400 : 200;
    context.type = 'text/html';
    context.body = renderPage({
      ...settings,
      wording: interfaceLanguage === undefined ? chooseWording(context) : wordingFor(interfaceLanguage),
      text: query?.text ?? parameters.get('q') ?? '',
      answer: query && result && { query, result },
      problems,
      assets: { script: `assets/${assets.first}`, style: `assets/search-page.css?v=${version}` },
    });
  });
};

/** The first that is spoken, English, where nothing is asked for. */
const chooseWording = (context: Context): Wording => {
  context.vary('Accept-Language');
  const language = context.acceptsLanguages([...interfaceLanguages]);
  return wordingFor(typeof language === 'string' ? language : 'en');
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
