import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The files the search page loads. */
export interface PageAssets {
  readonly 'search-page.js': string;
  readonly 'search-page.css': string;
}

/** Where the build puts them: beside this folder once compiled, and from the sources in the build's output all the same. */
const folder = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/' : '../page/', import.meta.url);

/** Reads them once; a build is needed first. */
export const loadPageAssets = (): PageAssets => {
  const load = (name: keyof PageAssets) => readFileSync(new URL(name, folder), 'utf8');
  return { 'search-page.js': load('search-page.js'), 'search-page.css': load('search-page.css') };
};

/** A short name for the content, so that an address with it can be cached for ever. */
export const createVersion = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);
