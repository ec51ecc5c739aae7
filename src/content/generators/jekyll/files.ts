/**
 * Which files Jekyll makes posts, documents of collections and pages of. `reader.rb`, `entry_filter.rb`,
 * `readers/post_reader.rb` and `collection.rb` in its source.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { type DatedName, toDatedName } from '../../dates/path-date.js';
import { toText } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import { toGlob } from '../glob.js';
import { isBelow, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';

export interface JekyllFile {
  /** Below the source folder. */
  readonly path: string;
  /** `posts` for `_posts` and `_drafts`, wherever they are; `undefined` for a page. */
  readonly collection: string | undefined;
  /** Path below the collection's folder. */
  readonly below: string;
  /** Folders above `_posts`, which become categories. */
  readonly above: readonly string[];
  /** Why Jekyll does not publish it. */
  readonly problem?: string;
}

const partFolders = new Set(['_includes', '_layouts', '_sass', '_data', '_plugins', '_site', '_cache']);
/** Folders that Jekyll never reads. */
export const packageFolders = [
  'vendor/bundle',
  'vendor/cache',
  'vendor/gems',
  'vendor/ruby',
  'gemfiles',
] as const;

/** A name of a post: Jekyll asks for a hyphen behind the date. */
export const toPostName = (name: string): DatedName | undefined =>
  /^\d+-\d+-\d+-/.test(name) ? toDatedName(name) : undefined;

const isSpecial = (name: string): boolean => /^[._#~]/.test(name) || name.endsWith('~');

const trimSlashes = (written: string): string =>
  written
    .split('/')
    .filter((part) => part !== '')
    .join('/');

/** A path of the configuration, below the source folder; a closing `/` stays. */
const toPattern = (written: string): string =>
  `${trimSlashes(written.replace(/^\.\//, ''))}${written.endsWith('/') ? '/' : ''}`;

const matcher = (written: readonly string[]): ((entry: string) => boolean) => {
  const patterns = written.map(toPattern).filter((pattern) => pattern !== '');
  const globs = patterns.map((pattern) => toGlob(pattern, 'fnmatch'));
  return (entry) =>
    patterns.some(
      (pattern, index) =>
        entry.startsWith(pattern) || globs[index]?.test(entry) === true || pattern === `${entry}/`,
    );
};

export function createJekyllFiles({
  config,
  configFile,
}: Pick<Site, 'config' | 'configFile'>): (path: string) => JekyllFile {
  const source = trimSlashes((toText(config.source) ?? '').replace(/^\.(?:\/|$)/, ''));
  const container = trimSlashes(toText(config.collections_dir) ?? '');
  const isKnownSite = configFile !== undefined;
  const collections = new Map<string, unknown>(
    isObject(config.collections)
      ? Object.entries(config.collections)
      : toNames(config.collections).map((name) => [name, undefined]),
  );
  const include = toNames(config.include);
  const isNamed = matcher(include);
  const isExcluded = matcher(
    [...toNames(config.exclude), ...packageFolders.map((folder) => `${folder}/`)].filter(
      (entry) => !include.includes(entry),
    ),
  );
  const files = new Set(include.map(toPattern));
  const isIncluded = (entry: string): boolean => isNamed(entry) || isNamed(entry.split('/').at(-1) ?? '');

  /** @param entry what the filter is handed: a name of a folder that is read, or a path below a collection's folder. */
  const filter = (entry: string, path: string): string | undefined => {
    if (isIncluded(entry)) return undefined;
    if (isExcluded(path)) return `is excluded by ${configFile ?? 'the site'}`;
    const name = [entry, entry.split('/').at(-1) ?? ''].find(isSpecial);
    return name === undefined
      ? undefined
      : `is not read by Jekyll: ${name.split('/')[0]} begins with ., _, # or ~, or ends with ~`;
  };

  /** Folders are entered one by one. */
  const checkFolders = (folders: readonly string[]): string | undefined => {
    for (const [index, name] of folders.entries()) {
      const problem = filter(name, folders.slice(0, index + 1).join('/'));
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

  const checkPost = ({ path, below, above }: JekyllFile): string | undefined => {
    if (container !== '' && !isBelow(path, container)) return `is outside the folder ${container}`;
    const { folders, name } = toSourcePath(path);
    // Jekyll reads `_posts` for dated names alone; drafts need none.
    if (toPostName(name) === undefined && !folders.includes('_drafts'))
      return 'has no date in its name, which Jekyll asks of a file in _posts';
    return checkFolders(container === '' ? above : [container, ...above]) ?? filter(below, path);
  };

  const checkDocument = ({ path, collection = '', below }: JekyllFile): string | undefined => {
    if (!isKnownSite) return filter(below, path);
    if (!collections.has(collection)) return `is in _${collection}, which is no collection of the site`;
    const settings = collections.get(collection);
    if (!isObject(settings) || settings.output !== true)
      return `is in the collection ${collection}, which the site does not write`;
    return filter(below, path);
  };

  const checkPage = (path: string): string | undefined => {
    if (files.has(path)) return undefined;
    const { folders, name, extension } = toSourcePath(path);
    const problem = checkFolders(folders) ?? filter(`${name}${extension}`, path);
    if (problem !== undefined) return problem;
    return /^\.html?$/i.test(extension) ? 'is an HTML page, not a post' : undefined;
  };

  const withProblem = (file: JekyllFile, problem: string | undefined): JekyllFile =>
    problem === undefined ? file : { ...file, problem };

  return (written) => {
    const path = source !== '' && isBelow(written, source) ? written.slice(source.length + 1) : written;
    const page: JekyllFile = { path, collection: undefined, below: path, above: [] };
    if (source !== '' && path === written) return withProblem(page, `is outside the source folder ${source}`);
    const part = toSourcePath(path).folders.find((folder) => partFolders.has(folder));
    if (part !== undefined && !isIncluded(part))
      return withProblem(page, `is in ${part}, which holds parts of pages`);
    const inner = container !== '' && isBelow(path, container) ? path.slice(container.length + 1) : path;
    const { folders } = toSourcePath(inner);
    const at = (index: number, collection: string): JekyllFile => ({
      path,
      collection,
      below: inner
        .split('/')
        .slice(index + 1)
        .join('/'),
      above: folders.slice(0, index),
    });
    const posts = folders.findIndex((folder) => folder === '_posts' || folder === '_drafts');
    if (posts !== -1) {
      const post = at(posts, 'posts');
      return withProblem(post, checkPost(post));
    }
    const first = isKnownSite ? 0 : folders.findIndex((folder) => folder.startsWith('_'));
    const folder = folders[first] ?? '';
    const isInContainer = container === '' || inner !== path;
    const isCollection =
      folder.startsWith('_') && isInContainer && (collections.has(folder.slice(1)) || !isIncluded(folder));
    if (isCollection && !files.has(path)) {
      const document = at(first, folder.slice(1));
      return withProblem(document, checkDocument(document));
    }
    return withProblem(page, checkPage(path));
  };
}
