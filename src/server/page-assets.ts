/**
 * The files that the search page loads.
 * @module
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

export interface PageAssets {
  /** By name, which the bundler made of the content: those that the page loads at once, and later. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Name of the script that the page begins with. */
  readonly first: string;
  readonly style: string;
}

/** Where the build puts them: beside this folder once compiled, and from the sources in the build's output all the same. */
const folder = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/' : '../page/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Reads them once; a build is needed first. */
export const loadPageAssets = (): PageAssets => {
  const names = readdirSync(new URL('search-page/', folder));
  const first = names.find((name) => name.startsWith('lookback-search-page-'));
  if (first === undefined) throw new Error('This package was not built: it has no script of the page.');
  return {
    scripts: new Map(names.map((name) => [name, read(`search-page/${name}`)])),
    first,
    style: read('search-page.css'),
  };
};

/** A short name for the content, so that an address with it can be cached for ever. */
export const createVersion = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);
