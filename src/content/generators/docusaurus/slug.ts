/**
 * How Docusaurus makes the addresses of a doc, a blog post and a page: `lib/slug`, `lib/blogUtils` of its plugins.
 * @module
 */
import { posix } from 'node:path';

/** `01-intro` is `intro`; `2021-11-foo` and `7.0-foo` stay. */
const withoutNumber = (name: string): string =>
  /^\d+[-_.]\d+/.test(name) ? name : (/^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name);

const withoutExtension = (path: string): string => path.replace(/\.mdx?$/i, '');

/** Of a blog: an `Index.md`, and an `index.md` of no folder, have their names in their addresses. */
const withoutFolderIndex = (path: string): string => withoutExtension(path).replace(/\/index$/, '');

export interface DatedPath {
  readonly date: string;
  readonly slug: string;
}

/** The last date in a path of a blog, and what stands around it. */
export function toDatedPath(path: string): DatedPath | undefined {
  const whole = withoutFolderIndex(path);
  const last = [...whole.matchAll(/(?=(\d{4}[-/]\d{1,2}[-/]\d{1,2}))/g)].at(-1);
  const date = last?.[1];
  if (last === undefined || date === undefined) return undefined;
  const text = whole.slice(last.index + date.length).replace(/^[-/]/, '');
  return { date, slug: `${date.replaceAll('-', '/')}/${whole.slice(0, last.index)}${text}` };
}

export const toBlogSlug = (path: string): string => toDatedPath(path)?.slug ?? withoutFolderIndex(path);

/** `a/index.md` is `a/`, with its slash. */
export const toPageSlug = (path: string): string => withoutExtension(path).replace(/(^|\/)index$/i, '$1');

export interface DocNames {
  readonly id: string | undefined;
  readonly slug: string | undefined;
  readonly dropsNumbers: boolean;
}

export function toDocSlug(path: string, { id, slug, dropsNumbers }: DocNames): string {
  if (slug?.startsWith('/')) return slug;
  const written = withoutExtension(path).split('/');
  const name = written.at(-1) ?? '';
  const folders = written.slice(0, -1);
  const shown = (part: string): string => (dropsNumbers ? withoutNumber(part) : part);
  const above = folders.map(shown).join('/');
  // `intro/index`, `intro/readme` and `intro/intro` are the page of their folder, by the names they have on the disk.
  const indexes = ['index', 'readme', folders.at(-1)?.toLowerCase()];
  if (slug === undefined && indexes.includes(name.toLowerCase())) return above === '' ? '/' : `/${above}/`;
  return posix.join('/', above, slug ?? id ?? shown(name));
}
