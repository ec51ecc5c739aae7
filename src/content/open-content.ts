/**
 * Opens a folder of posts: finds the files and the site around them. All that touches the disk is here and in `site/`.
 * @module
 */
import { open, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import type { Content, ContentOptions, PostOutcome } from './content.js';
import { isTimeZone } from './dates/time-zone.js';
import { decode } from './decode.js';
import { discover } from './discover.js';
import { generators } from './generators/index.js';
import { toSourcePath } from './generators/source-path.js';
import { unknownPlaceholders, urlPlaceholders } from './generators/url-template.js';
import { createPostParser, shownFile } from './parse-post.js';
import {
  detectGenerator,
  isMdxInMarkdown,
  type PostSample,
  sampleBytes,
  sampleSize,
} from './site/detect-generator.js';
import { findSite } from './site/find-site.js';
import { readFolderData, readIgnored } from './site/folder-data.js';
import { findLocales } from './site/locales.js';
import { fromPosts, type Placement, placeConfigured, placeGuessed } from './site/placement.js';
import type { Site } from './site/site.js';

export const defaultMaxPostBytes = 16 * 1024 * 1024;
export const defaultMaxPostSeconds = 30;

const openFolder = async (folder: string): Promise<string> => {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new LookbackError('posts-folder-missing', `${folder} cannot be opened`, { file: folder, cause });
  }
  throw new LookbackError('posts-folder-missing', `${folder} is no folder`, { file: folder });
};

/** The text at the beginning of a file, however it is encoded; empty where it cannot be read. */
const readText = async (path: string, maxBytes: number): Promise<string> => {
  try {
    const handle = await open(path, 'r');
    try {
      const size = Math.min(maxBytes, (await handle.stat()).size);
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(size), 0, size, 0);
      const decoded = decode(buffer.subarray(0, bytesRead));
      return decoded.ok ? decoded.text : buffer.toString('utf8', 0, bytesRead).replace(/\r\n?/g, '\n');
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
};

/** Evenly spread, so that a folder of another kind does not decide alone. */
const readSamples = async (root: string, files: readonly string[]): Promise<PostSample[]> => {
  const count = Math.min(sampleSize, files.length);
  const chosen = Array.from(
    { length: count },
    (_, index) => files[Math.floor((index * files.length) / count)] ?? '',
  );
  return Promise.all(
    chosen.map(async (path) => ({ path, head: await readText(join(root, path), sampleBytes) })),
  );
};

const checkOptions = ({ urlTemplate, timeZone }: ContentOptions): void => {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new LookbackError('config-invalid', `timeZone ${timeZone} is not known`, { parameter: 'timeZone' });
  const unknown = urlTemplate === undefined ? [] : unknownPlaceholders(urlTemplate);
  if (unknown.length > 0)
    throw new LookbackError('config-invalid', `urlTemplate has ${unknown.join(', ')}, which means nothing`, {
      parameter: 'urlTemplate',
      hint: `A URL template may hold ${urlPlaceholders.map((name) => `:${name}`).join(', ')}.`,
    });
};

const posix = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** Folders with posts, shallowest first, as far as a site may begin there. */
const shallowFolders = (files: readonly string[]): string[] => {
  const folders = files.flatMap((file) => {
    const { folders: above } = toSourcePath(file);
    return [1, 2, 3].flatMap((depth) => (above.length >= depth ? [above.slice(0, depth).join('/')] : []));
  });
  const depthOf = (path: string): number => path.split('/').length;
  return [...new Set(folders)].sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1)).slice(0, 200);
};

const bundlesOf = (paths: readonly string[]): string[] => [
  ...new Set(
    paths.flatMap((path) =>
      /(?:^|\/)index(?:\.[^./]+)?\.(?:md|markdown|html?)$/.test(path)
        ? [toSourcePath(path).folders.join('/')]
        : [],
    ),
  ),
];

/** What is known of the site before its data files are read. */
const locate = async (root: string, files: readonly string[], options: ContentOptions) => {
  const found = await findSite(root, shallowFolders(files), options.generator);
  const samples = await readSamples(root, files);
  const folder = posix(root).split('/').slice(-4).join('/');
  const generator = options.generator ?? found?.generator ?? detectGenerator(folder, files, samples);
  const placement: Placement = found
    ? placeConfigured(posix(relative(found.root, root)), posix(relative(root, found.root)))
    : placeGuessed(generator, folder, files);
  return { site: found, samples, generator, placement };
};

/**
 * Finds the posts of a folder and the rules they follow.
 * @throws LookbackError `posts-folder-missing`; `config-unreadable` where the site's own configuration is malformed;
 *   `config-invalid` for an unknown time zone or placeholder, or where a URL template is needed.
 */
export async function openContent(options: ContentOptions): Promise<Content> {
  checkOptions(options);
  const root = await openFolder(options.folder);
  const found = await discover(root, (folder) => /(?:^|\/)_site$/.test(folder));
  const { site, samples, generator, placement } = await locate(root, found, options);
  if (generator === 'astro' && options.urlTemplate === undefined)
    throw new LookbackError(
      'config-invalid',
      'the URLs of an Astro site are decided by its routes, which are programs',
      {
        parameter: 'urlTemplate',
        hint: 'Name the route of the posts: `--url-template "/blog/:slug/"`.',
      },
    );
  const outputs = new Set(generators[generator].outputFolders);
  const toSitePath = (file: string): string => placement.prefix + file.slice(placement.inset.length);
  const files = found.filter(
    (file) =>
      !(
        file.startsWith(placement.inset) &&
        outputs.has(toSitePath(file).split('/')[0] ?? '') &&
        toSitePath(file).includes('/')
      ),
  );
  const paths = files.filter((file) => file.startsWith(placement.inset)).map(toSitePath);
  const state: Site = {
    generator,
    folder: posix(options.folder),
    ...placement,
    config: site?.config ?? {},
    configFile: site?.configFile,
    folderData: await readFolderData(paths, (folder) => {
      const below = fromPosts(placement, posix(root), folder);
      if (below === undefined) return [];
      return generators[generator].folderDataFiles(folder).map((name) => join(root, below, name));
    }),
    ignored: await readIgnored(
      (generators[generator].ignoreFiles ?? []).flatMap((name) => {
        const below = fromPosts(placement, posix(root), '');
        return below === undefined ? [] : [join(root, below, name)];
      }),
    ),
    bundles: bundlesOf(paths),
    locales: findLocales(paths),
    mdxInMarkdown: isMdxInMarkdown(samples),
    now: Math.floor(options.now.getTime() / 1000),
    maxPostBytes: options.maxPostBytes ?? defaultMaxPostBytes,
    maxPostSeconds: options.maxPostSeconds ?? defaultMaxPostSeconds,
    jekyllDrafts: options.jekyllDrafts ?? 'skip',
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.language !== undefined && { language: options.language }),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.urlTemplate !== undefined && { urlTemplate: options.urlTemplate }),
  };
  const parsePost = createPostParser(state, options.detectLanguage);
  return {
    generator,
    files,
    maxPostSeconds: state.maxPostSeconds,
    read: async (file) => {
      const bytes = await readBytes(root, file, state);
      return bytes instanceof Uint8Array ? parsePost(bytes, file) : bytes;
    },
    place: (file) => ({ file: shownFile(state, file) }),
    source: (file) => readText(join(root, file), state.maxPostBytes),
  };
}

/** The bytes of a file, or the outcome of one that cannot or must not be read. */
const readBytes = async (root: string, file: string, site: Site): Promise<Uint8Array | PostOutcome> => {
  const skip = (
    reason: 'unreadable' | 'too-large',
    message: string,
    hint: string,
    bytes: number,
  ): PostOutcome => ({
    kind: 'skip',
    skip: { file: shownFile(site, file), reason, message, hint },
    bytes,
  });
  try {
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep))
      return skip('unreadable', 'leads out of the posts folder', 'Put the file itself into the folder.', 0);
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > site.maxPostBytes)
        return skip(
          'too-large',
          `has ${size} bytes, more than ${site.maxPostBytes}`,
          'Take embedded images out of it, or raise maxPostBytes.',
          size,
        );
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return skip('unreadable', `cannot be read (${code})`, 'Make the file readable.', 0);
  }
};
