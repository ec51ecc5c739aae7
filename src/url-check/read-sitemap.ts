/**
 * A sitemap (https://www.sitemaps.org/protocol.html), or an index of sitemaps that lie beside it -> the pages of a site.
 * @module
 */
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { LookbackError } from '../domain/errors.js';
import { ForeignFileError, readForeignFile } from '../files/read-foreign-file.js';
import { type SitePage, toSitePage } from './site-page.js';

/** The protocol allows 50 MB, unpacked, and 50,000 sitemaps in an index. */
const maxBytes = 64 * 1024 * 1024;
const maxSitemaps = 50_000;
/** An entry is three elements deep, an image in it four; the parser's time grows with the square of the depth. */
const maxDepth = 100;

const unreadable = (file: string, why: string, cause?: unknown): LookbackError =>
  new LookbackError('site-unreadable', `${file} ${why}`, { file, ...(cause !== undefined && { cause }) });

const read = async (file: string): Promise<string> => {
  try {
    const bytes = await readForeignFile(file, maxBytes);
    const plain = file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes;
    return plain.toString('utf8');
  } catch (cause) {
    if (cause instanceof ForeignFileError) throw unreadable(file, cause.message, cause);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(file, `cannot be unpacked: ${why}`, cause);
  }
};

interface ParsedSitemap {
  readonly root: string;
  /** What the `<loc>` of each entry says; alternates and images have names of their own. */
  readonly locations: readonly string[];
}

/** @throws LookbackError `site-unreadable` */
const parse = (file: string, xml: string): ParsedSitemap => {
  const path: string[] = [];
  const locations: string[] = [];
  let root = '';
  let text = '';
  const parser = new Parser(
    {
      onopentag(name) {
        if (path.length === 0 && root === '') root = name;
        path.push(name);
        if (path.length > maxDepth) throw unreadable(file, 'is nested too deeply to be a sitemap');
        text = '';
      },
      ontext(data) {
        if (path.at(-1) === 'loc') text += data;
      },
      onclosetag(name) {
        if (name === 'loc' && path.length === 3 && text.trim() !== '') locations.push(text.trim());
        path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { root: root.replace(/^.*:/, ''), locations };
};

/** The path of an absolute URL as it is written; `new URL` would mend it, and what differs is what is asked for. */
export const toPath = (url: string): string => {
  const path = url.replace(/^(?:https?:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' ? '/' : path;
};

/**
 * @throws LookbackError `site-unreadable` where the file, or one that it names, is none or no sitemap
 */
export const readSitemap = async (file: string): Promise<readonly SitePage[]> => {
  const { root, locations } = parse(file, await read(file));
  if (root === 'urlset') return locations.map((url) => toSitePage(toPath(url)));
  if (root !== 'sitemapindex')
    throw unreadable(file, 'is no sitemap: it has neither urlset nor sitemapindex');
  const pages: SitePage[] = [];
  for (const url of locations.slice(0, maxSitemaps)) {
    const local = join(dirname(file), basename(toPath(url)));
    const part = parse(local, await read(local));
    if (part.root !== 'urlset') throw unreadable(local, 'is no sitemap: it has no urlset');
    for (const location of part.locations) pages.push(toSitePage(toPath(location)));
  }
  return pages;
};
