/**
 * The search page as files of the index folder, for servers that serve files and nothing else.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { findKnownLanguage, languageModules } from '../analysis/languages/known-languages.js';
import type { Config } from '../config/settings.js';
import { compareText } from '../domain/compare-text.js';
import type { PostMetadata } from '../domain/post.js';
import { libraryPath, pagePath, pageScriptPath, pageStylePath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { contentSecurityPolicy } from '../page/content-security-policy.js';
import { type PageSettings, renderPage } from '../page/render-page.js';
import { wordingFor } from '../page/wording/wordings.js';

/** Where the build of this package puts scripts and style: beside this folder once compiled. */
const folder = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/' : '../page/', import.meta.url);
const library = new URL('static-page/lookback.js', folder);
const scripts = new URL('static-page/assets/', folder);

const scriptName = /^lookback-(?<module>[a-z-]+)-[0-9a-z]{8}\.js$/;
const moduleOf = (name: string): string => scriptName.exec(name)?.groups?.module ?? '';

/** @param isWanted tells by the module that a script begins with */
const readScripts = async (isWanted: (module: string) => boolean): Promise<readonly ContentFile[]> => {
  const names = (await readdir(scripts)).filter((name) => isWanted(moduleOf(name)));
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(new URL(name, scripts));
      return { path: pageScriptPath(name), bytes };
    }),
  );
};

const readStyle = async (): Promise<ContentFile> => {
  const bytes = await readFile(new URL('search-page.css', folder));
  return { path: pageStylePath(await sha256(bytes)), bytes };
};

/**
 * What the page loads to ask posts in some languages, as this package has it: no word of it is from a post.
 * @param languages BCP 47
 */
export const readLanguageFiles = (languages: Iterable<string>): Promise<readonly ContentFile[]> => {
  const wanted = new Set(Array.from(languages, (language) => findKnownLanguage(language)?.name));
  return readScripts((module) => wanted.has(module));
};

/** Where the posts of a site are without a host, its home is where the page is. */
export const toPageSettings = ({ title, homeUrl, baseUrl, stylesheet }: Config): PageSettings => ({
  title,
  homeUrl: homeUrl ?? baseUrl ?? '/',
  stylesheet,
});

/** @returns the language of most posts (BCP 47); English where there are none */
export const mainLanguage = (posts: readonly Pick<PostMetadata, 'language'>[]): string => {
  const counts = new Map<string, number>();
  for (const { language } of posts) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [main] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b));
  return main?.[0] ?? 'en';
};

/**
 * The page asks for itself, as pages of other people may by the library. Scripts and style have names that may be cached for
 * ever; page and library have not. Beside them the page needs what {@link readLanguageFiles} reads, and the library still has no manifest in it, see
 * `toLibrary`.
 * @param language of the page itself (BCP 47)
 */
export const createPage = async (
  settings: PageSettings,
  language: string,
): Promise<readonly ContentFile[]> => {
  const [loaded, style, bytes] = await Promise.all([
    readScripts((module) => !languageModules.has(module)),
    readStyle(),
    readFile(library),
  ]);
  const first = loaded.find(({ path }) => path.startsWith(pageScriptPath('lookback-static-page-')));
  if (first === undefined) throw new Error('This package was not built: it has no script of the page.');
  const page = renderPage({
    ...settings,
    wording: wordingFor(language),
    text: '',
    problems: [],
    assets: { script: first.path, style: style.path, library: libraryPath },
    policy: contentSecurityPolicy,
  });
  return [
    ...loaded,
    style,
    { path: libraryPath, bytes },
    { path: pagePath, bytes: new TextEncoder().encode(page) },
  ];
};
