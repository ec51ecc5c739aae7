/**
 * The URLs that we say and those that the site has -> where they differ. Pure.
 * @module
 */

import { compareText } from '../domain/compare-text.js';
import { toNormalPath } from './normal-path.js';
import { toPath } from './read-sitemap.js';
import type { SitePage } from './site-page.js';

export interface IndexedUrl {
  readonly url: string;
  /** Id of the post. */
  readonly id: string;
}

/** How the nearest page of the site differs: the first that explains it. */
type Difference = 'trailing slash' | 'case' | 'percent-encoding' | 'same slug elsewhere';

interface DifferingUrl extends IndexedUrl {
  /** Path of the page that is there. */
  readonly there: string;
  readonly difference: Difference;
}

export interface UrlComparison {
  /** URLs compared, ours and theirs. */
  readonly ours: number;
  readonly theirs: number;
  /** Ours, and nothing like it there. */
  readonly missing: readonly IndexedUrl[];
  /** Ours, and there under another path. */
  readonly differing: readonly DifferingUrl[];
  /** Paths that are there and belong to no post of ours, sorted. */
  readonly extra: readonly string[];
}

/** Decodes as often as it was encoded, for two spellings of one path. */
const decodePath = (path: string): string => {
  let text = path;
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
};

const withoutSlash = (path: string): string => path.replace(/(?<!\/)\/+$/, '');
const lower = (path: string): string => path.toLowerCase();
const decoded = (path: string): string => decodePath(path).normalize('NFC');
const slugOf = (path: string): string =>
  lower(
    decoded(withoutSlash(path))
      .replace(/(?:\/index)?\.html?$/i, '')
      .split('/')
      .at(-1) ?? '',
  );

const readings: readonly (readonly [Difference, (path: string) => string])[] = [
  ['trailing slash', withoutSlash],
  ['case', (path) => lower(withoutSlash(path))],
  ['percent-encoding', (path) => lower(withoutSlash(decoded(path)))],
  ['same slug elsewhere', slugOf],
];

/** Pages by each reading, the first by code unit for pages that read alike. */
const createLookup = (paths: readonly string[]) =>
  readings.map(([difference, read]) => {
    const byReading = new Map<string, string>();
    for (const path of paths) {
      const key = read(path);
      if (key !== '' && !byReading.has(key)) byReading.set(key, path);
    }
    return { difference, find: (path: string) => byReading.get(read(path)) };
  });

/** Only paths are compared: where the site is served is not the concern of its posts. */
export const compareUrls = (posts: readonly IndexedUrl[], pages: readonly SitePage[]): UrlComparison => {
  const present = new Map<string, string>();
  for (const { path } of pages) present.set(toNormalPath(path), path);
  for (const { path, aliases } of pages)
    for (const alias of aliases.map(toNormalPath)) if (!present.has(alias)) present.set(alias, path);
  const taken = new Set<string>();
  const absent: IndexedUrl[] = [];
  for (const post of posts) {
    const there = present.get(toNormalPath(toPath(post.url)));
    if (there === undefined) absent.push(post);
    else taken.add(there);
  }
  const paths = [...new Set(pages.map(({ path }) => path))].sort(compareText);
  const lookup = createLookup(paths.filter((path) => !taken.has(path)));
  const missing: IndexedUrl[] = [];
  const differing: DifferingUrl[] = [];
  for (const post of absent.sort((a, b) => compareText(a.url, b.url))) {
    const path = toNormalPath(toPath(post.url));
    const near = lookup.flatMap(({ difference, find }) => {
      const there = find(path);
      return there === undefined ? [] : [{ ...post, there, difference }];
    })[0];
    if (near === undefined) missing.push(post);
    else {
      differing.push(near);
      taken.add(near.there);
    }
  }
  return {
    ours: posts.length,
    theirs: paths.length,
    missing,
    differing,
    extra: paths.filter((path) => !taken.has(path)),
  };
};
