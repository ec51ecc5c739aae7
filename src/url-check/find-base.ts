/**
 * Under which path a built site is served: its pages say what their addresses are, by canonical links or a sitemap.
 * @module
 */
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { toNormalPath } from './normal-path.js';
import { readSitemap, toPath } from './read-sitemap.js';
import { readStart } from './read-start.js';
import { toSitePage } from './site-page.js';

/** Pages that are asked, evenly spread, and how much of each: the head is at the start. */
const sampleSize = 20;
const sampleBytes = 256 * 1024;

const findCanonical = (html: string): string | undefined => {
  let found: string | undefined;
  const parser = new Parser({
    onopentag(name, { rel, href }) {
      const isCanonical = name === 'link' && rel?.toLowerCase().split(/\s+/).includes('canonical');
      if (isCanonical && found === undefined) found = href;
    },
  });
  parser.end(html);
  return found;
};

/** What the site calls its pages. */
const readAddresses = async (folder: string, files: readonly string[]): Promise<string[]> => {
  const count = Math.min(sampleSize, files.length);
  const sample = Array.from(
    { length: count },
    (_, index) => files[Math.floor((index * files.length) / count)] ?? '',
  );
  const addresses: string[] = [];
  for (const file of sample) {
    const canonical = findCanonical(await readStart(join(folder, file), sampleBytes));
    if (canonical !== undefined) addresses.push(toPath(canonical));
  }
  if (addresses.length > 0) return addresses;
  const listed = await readSitemap(join(folder, 'sitemap.xml')).catch(() => []);
  return listed.slice(0, sampleSize).map(({ path }) => path);
};

/** @param files HTML files of the folder. @returns the base that explains most addresses; empty if none does. */
export async function findBase(folder: string, files: readonly string[]): Promise<string> {
  const there = new Set(
    files.flatMap((file) => {
      const { path, aliases } = toSitePage(`/${file}`, true);
      return [path, ...aliases].map(toNormalPath);
    }),
  );
  const addresses = (await readAddresses(folder, [...files].sort())).filter((path) => path.startsWith('/'));
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
