/**
 * Under which path a built site is served: its pages say what their addresses are, by canonical links or a sitemap, or
 * where the files are that they load.
 * @module
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { toNormalPath } from './normal-path.js';
import { readSitemap, toPath } from './read-sitemap.js';
import { readStart } from './read-start.js';
import { toSitePage } from './site-page.js';

/** Pages that are asked, evenly spread, and how much of each: the head is at the start. */
const sampleSize = 20;
const sampleBytes = 256 * 1024;
/** Files that pages load and that are looked for. */
const maxAssets = 50;

interface Links {
  readonly canonical: string | undefined;
  /** Scripts, styles and images on its own host. */
  readonly assets: readonly string[];
}

const findLinks = (html: string): Links => {
  let canonical: string | undefined;
  const assets: string[] = [];
  const parser = new Parser({
    onopentag(name, { rel, href, src }) {
      const isCanonical = name === 'link' && rel?.toLowerCase().split(/\s+/).includes('canonical');
      if (isCanonical && canonical === undefined) canonical = href;
      const asset = name === 'link' && !isCanonical ? href : src;
      if (asset?.startsWith('/') && !asset.startsWith('//')) assets.push(toPath(asset));
    },
  });
  parser.end(html);
  return { canonical, assets };
};

interface Addresses {
  readonly pages: readonly string[];
  readonly assets: readonly string[];
}

/** What the site calls its pages, and what they load. */
const readAddresses = async (folder: string, files: readonly string[]): Promise<Addresses> => {
  const count = Math.min(sampleSize, files.length);
  const sample = Array.from(
    { length: count },
    (_, index) => files[Math.floor((index * files.length) / count)] ?? '',
  );
  const pages: string[] = [];
  const loaded = new Set<string>();
  for (const file of sample) {
    const { canonical, assets } = findLinks(await readStart(join(folder, file), sampleBytes));
    if (canonical !== undefined) pages.push(toPath(canonical));
    for (const path of assets) loaded.add(path);
  }
  const assets = [...loaded].slice(0, maxAssets);
  if (pages.length > 0) return { pages, assets };
  const listed = await readSitemap(join(folder, 'sitemap.xml')).catch(() => []);
  return { pages: listed.slice(0, sampleSize).map(({ path }) => path), assets };
};

/** The folder above the first files that pages load and that lie in the built site: all of them are below its base. */
const findAssetBase = async (folder: string, assets: readonly string[]): Promise<string> => {
  for (const path of assets) {
    const segments = path.split('/').filter((segment) => segment !== '');
    if (segments.includes('..')) continue;
    for (let count = 0; count < segments.length; count += 1) {
      const isThere = await access(join(folder, ...segments.slice(count))).then(
        () => true,
        () => false,
      );
      if (isThere) return count === 0 ? '' : `/${segments.slice(0, count).join('/')}`;
    }
  }
  return '';
};

/** @param files HTML files of the folder. @returns the base that explains most addresses; empty if none does. */
export async function findBase(folder: string, files: readonly string[]): Promise<string> {
  const there = new Set(
    files.flatMap((file) => {
      const { path, aliases } = toSitePage(`/${file}`, true);
      return [path, ...aliases].map(toNormalPath);
    }),
  );
  const { pages, assets } = await readAddresses(folder, [...files].sort());
  const addresses = pages.filter((path) => path.startsWith('/'));
  if (addresses.length === 0) return findAssetBase(folder, assets);
  const [shortest = ''] = [...addresses].sort((a, b) => a.length - b.length);
  const segments = shortest.split('/').filter((segment) => segment !== '');
  const explainedBy = (base: string): number =>
    addresses.filter((path) => {
      const isBelow = path === base || path.startsWith(`${base}/`);
      return isBelow && there.has(toNormalPath(path.slice(base.length) || '/'));
    }).length;
  let best = { base: '', explained: explainedBy('') };
  for (let count = 1; count <= segments.length; count += 1) {
    const base = `/${segments.slice(0, count).join('/')}`;
    const explained = explainedBy(base);
    if (explained > best.explained) best = { base, explained };
  }
  return best.base;
}
