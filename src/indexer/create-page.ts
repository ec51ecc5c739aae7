/**
 * The search page as files of the index folder, for servers that serve files and nothing else.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { findKnownLanguage } from '../analysis/languages/known-languages.js';
import { pageAssetPath, pageLanguagePath, pagePath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { contentSecurityPolicy } from '../page/content-security-policy.js';
import { renderPage } from '../page/render-page.js';

/** Where the build of this package puts script and style: beside this folder once compiled. */
const folder = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/' : '../page/', import.meta.url);

const loadAsset = async (name: string, extension: 'js' | 'css'): Promise<ContentFile> => {
  const bytes = await readFile(new URL(name, folder));
  return { path: pageAssetPath(extension, await sha256(bytes)), bytes };
};

const languageFile = /^lookback-(?<language>[a-z]+)-[0-9A-Z]{8}\.js$/;

/**
 * What the page loads to ask posts in some languages, as this package has it: no word of it is from a post. The names may be cached for
 * ever.
 * @param languages BCP 47
 */
export const readLanguageFiles = async (languages: readonly string[]): Promise<readonly ContentFile[]> => {
  const wanted = new Set(languages.map((language) => findKnownLanguage(language)?.name));
  const names = (await readdir(folder)).filter((name) =>
    wanted.has(languageFile.exec(name)?.groups?.language ?? ''),
  );
  return Promise.all(
    names.sort().map(async (name) => ({
      path: pageLanguagePath(name),
      bytes: await readFile(new URL(name, folder)),
    })),
  );
};

/**
 * The page asks for itself: only its script and style have names that may be cached for ever. Beside them the page needs what
 * {@link readLanguageFiles} reads.
 * @param title name of the blog
 */
export const createPage = async (title: string): Promise<readonly ContentFile[]> => {
  const [script, style] = await Promise.all([
    loadAsset('static-page.js', 'js'),
    loadAsset('search-page.css', 'css'),
  ]);
  const page = renderPage({
    title,
    text: '',
    problems: [],
    assets: { script: script.path, style: style.path },
    policy: contentSecurityPolicy,
  });
  return [script, style, { path: pagePath, bytes: new TextEncoder().encode(page) }];
};
