/**
 * The search page as files of the index folder, for servers that serve files and nothing else.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { findKnownLanguage, languageModules } from '../analysis/languages/known-languages.js';
import type { Config } from '../config/settings.js';
import { compareText } from '../domain/compare-text.js';
import { libraryPath, pagePath, pageScriptPath, pageStylePath } from '../index-store/layout.js';
import type { LibraryLanguage } from '../index-store/library.js';
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
 * The script of a language as this package has it: no word of it is from a post.
 * @param language BCP 47
 * @returns nothing for a language without words of its own
 */
const readLanguage = async (language: string): Promise<LanguageFile | undefined> => {
  const name = findKnownLanguage(language)?.name;
  const [file] = await readScripts((module) => module === name);
  return file && { ...file, language };
};

/** The script of a language, BCP 47, as a file beside the page. */
interface LanguageFile extends ContentFile {
  readonly language: string;
}

/** What the page loads to ask posts in some languages. */
export interface PageLanguages {
  /** That of most posts, which is written into the library: nobody waits for it. */
  readonly first: LibraryLanguage | undefined;
  /** Those of the others, each loaded by the first question that asks for it. */
  readonly files: readonly ContentFile[];
}

/** @param languages of the posts, BCP 47, one for each post */
export const readLanguages = async (languages: readonly string[]): Promise<PageLanguages> => {
  const read = await Promise.all(sortByPosts(languages).map(readLanguage));
  const [first] = read;
  const paths = new Set(first && [first.path]);
  const files = read.flatMap((file) => {
    // Two languages, such as those of Norwegian, may have one file.
    if (file === undefined || paths.has(file.path)) return [];
    paths.add(file.path);
    return [{ path: file.path, bytes: file.bytes }];
  });
  return { first: first && { language: first.language, script: first.bytes }, files };
};

/** Where the posts of a site are without a host, its home is where the page is. */
export const toPageSettings = ({ title, homeUrl, baseUrl, stylesheet }: Config): PageSettings => ({
  title,
  homeUrl: homeUrl ?? baseUrl ?? '/',
  stylesheet,
});

/** @returns that of most posts first */
const sortByPosts = (languages: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b))
    .map(([language]) => language);
};

/**
 * @param languages of the posts, BCP 47, one for each post
 * @returns that of most posts; English where there are none
 */
export const mainLanguage = (languages: readonly string[]): string => sortByPosts(languages)[0] ?? 'en';

/**
 * The page asks for itself, as pages of other people may by the library. Scripts and style have names that may be cached for
 * ever; page and library have not. Beside them the page needs what {@link readLanguages} reads, and the library still has neither manifest nor language in it, see
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
