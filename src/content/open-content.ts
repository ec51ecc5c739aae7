/**
 * Opens a folder of posts: finds the files and the site around them, and reads them by its rules.
 * @module
 */

import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../domain/compare-text.js';
import { LookbackError } from '../domain/errors.js';
import type { Content, ContentOptions, PostOutcome } from './content.js';
import { isTimeZone } from './dates/time-zone.js';
import { type Discovered, discover } from './discover.js';
import type { ConfiguredSite } from './generators/conventions.js';
import { generators } from './generators/index.js';
import { toSourcePath } from './generators/source-path.js';
import { unknownPlaceholders, urlPlaceholders } from './generators/url-template.js';
import { createPostParser, shownFile } from './parse-post.js';
import { readPostFile, readPostText } from './read-post-file.js';
import { findContentFolders } from './site/content-folders.js';
import { listDataFolder, readDataFiles } from './site/data-files.js';
import {
  detectGenerator,
  isMdxInMarkdown,
  type PostSample,
  sampleBytes,
  sampleSize,
} from './site/detect-generator.js';
import { readFileTimes } from './site/file-times.js';
import { findLocales } from './site/find-locales.js';
import { type FoundSite, findSite } from './site/find-site.js';
import { readFolderData } from './site/folder-data.js';
import { readIgnored } from './site/ignore-lines.js';
import { fromPosts, type Placement, placeConfigured, placeGuessed, toSitePath } from './site/placement.js';
import { findRepository, type Repository } from './site/repository.js';
import type { Site } from './site/site.js';
import { toSiteNotices } from './site-notices.js';
import { createLanguageGuess, spread } from './usual-language.js';

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
  return [...new Set(folders)].sort((a, b) => depthOf(a) - depthOf(b) || compareText(a, b)).slice(0, 200);
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
  const site = await findSite(root, shallowFolders(files), options.generator);
  const samples: PostSample[] = await Promise.all(
    spread(files, sampleSize).map(async (path) => ({
      path,
      head: await readPostText(join(root, path), sampleBytes),
    })),
  );
  const folder = posix(root).split('/').slice(-4).join('/');
  const repository = await findRepository(root);
  // Of a framework nothing but the posts' names could look like a generator's.
  const told = repository?.framework === undefined ? detectGenerator(folder, files, samples) : 'plain';
  const generator = options.generator ?? site?.generator ?? told;
  const placement: Placement = site
    ? placeConfigured(posix(relative(site.root, root)), posix(relative(root, site.root)))
    : placeGuessed(generator, folder, files);
  return { site, samples, generator, placement, repository };
};

type Located = Awaited<ReturnType<typeof locate>>;

/** The files below the site's root that are no output of its generator, and those beside it. */
const leaveOutput = (found: readonly string[], isRepository: boolean, located: Located): string[] => {
  const { generator, placement } = located;
  const outputs = generators[generator].outputFolders;
  const sources = new Set(found);
  return found.filter((file) => {
    const path = toSitePath(placement, file);
    if (isRepository && generators[generator].isGenerated?.(path, sources)) return false;
    return !outputs.some((folder) => path.startsWith(`${folder}/`));
  });
};

/** All that is known of the site around the posts. */
const readSite = async (
  root: string,
  files: readonly string[],
  isRepository: boolean,
  { site, samples, generator, placement }: Located,
  options: ContentOptions,
): Promise<Site> => {
  const placed = new Map(files.map((file) => [toSitePath(placement, file), file]));
  const paths = [...placed.keys()];
  const inside = paths.filter((path) => !path.startsWith('../'));
  const config = site?.config ?? {};
  const toAbsolute = (name: string): string | undefined => {
    const below = fromPosts(placement, posix(root), name);
    return below === undefined ? undefined : join(root, below);
  };
  const configured: ConfiguredSite = {
    config,
    configFile: site?.configFile,
    locales: await findLocales(inside, {
      config,
      language: options.language,
      readHead: (path) => readPostText(join(root, placed.get(path) ?? ''), sampleBytes),
    }),
  };
  const content =
    generator === 'astro' && site ? await findContentFolders(site.root) : { folders: [], collections: [] };
  return {
    generator,
    folder: posix(options.folder),
    ...placement,
    ...configured,
    folderData: await readFolderData(paths, (folder) => {
      const below = fromPosts(placement, posix(root), folder);
      if (below === undefined) return [];
      const names = generators[generator].folderDataFiles?.(folder, configured) ?? [];
      return names.map((name) => join(root, below, name));
    }),
    dataFiles: await readDataFiles(
      [
        ...inside.flatMap((path) => generators[generator].dataFiles?.(path, configured) ?? []),
        ...(await listDataFolder(generators[generator].dataFolder?.(configured), toAbsolute)),
      ],
      toAbsolute,
    ),
    fileTimes: generators[generator].needsFileTimes
      ? await readFileTimes(new Map([...placed].map(([path, file]) => [path, join(root, file)])))
      : new Map(),
    ignored: await readIgnored(generators[generator].ignoreFiles?.(configured) ?? [], toAbsolute),
    paths: new Set(paths),
    bundles: bundlesOf(inside),
    isRepository,
    contentFolders: content.folders,
    collections: content.collections,
    mdxInMarkdown: isMdxInMarkdown(samples),
    now: Math.floor(options.now.getTime() / 1000),
    maxPostBytes: options.maxPostBytes ?? defaultMaxPostBytes,
    maxPostSeconds: options.maxPostSeconds ?? defaultMaxPostSeconds,
    jekyllDrafts: options.jekyllDrafts ?? 'skip',
    show: options.show ?? [],
    noindex: options.noindex ?? 'skip',
    dataPrograms: options.dataPrograms ?? 'hide',
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.language !== undefined && { language: options.language }),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.urlTemplate !== undefined && { urlTemplate: options.urlTemplate }),
  };
};

const checkTemplate = (generator: Site['generator'], { urlTemplate }: ContentOptions): void => {
  if (generator !== 'astro' || urlTemplate !== undefined) return;
  const problem = 'the URLs of an Astro site are decided by its routes, which are programs';
  throw new LookbackError('config-invalid', problem, {
    parameter: 'urlTemplate',
    hint: 'Name the route of the posts: `--url-template "/blog/:slug/"`.',
  });
};

/** The folder that is opened may be one that a site keeps its posts in: the names of repositories mean nothing there. */
const isRepositoryRoot = (
  root: string,
  site: FoundSite | undefined,
  repository: Repository | undefined,
): boolean => repository?.root === root || site?.root === root;

/** Reads one of the files, or says why it cannot be. */
const createReader = (root: string, site: Site, discovered: Discovered, options: ContentOptions) => {
  const parsePost = createPostParser(site, options.detectLanguage);
  return async (file: string): Promise<PostOutcome> => {
    const problem = discovered.unreadable.get(file);
    const unread =
      problem === undefined
        ? await readPostFile(root, file, site.maxPostBytes)
        : {
            reason: 'unreadable' as const,
            message: problem,
            hint: 'Make the folder readable, or leave it out of the posts.',
            bytes: 0,
          };
    if (unread instanceof Uint8Array) return parsePost(unread, file);
    const { bytes, ...why } = unread;
    return { kind: 'skip', skip: { file: shownFile(site, file), ...why }, bytes };
  };
};

/**
 * Finds the posts of a folder and the rules they follow.
 * @throws LookbackError `posts-folder-missing`; `config-unreadable` where the site's own configuration is malformed;
 *   `config-invalid` for an unknown time zone or placeholder, or where a URL template is needed.
 */
export async function openContent(options: ContentOptions): Promise<Content> {
  checkOptions(options);
  const root = await openFolder(options.folder);
  const discovered = await discover(root, (folder) => /(?:^|\/)_site$/.test(folder));
  const located = await locate(root, discovered.files, options);
  const { generator, repository } = located;
  checkTemplate(generator, options);
  const isRepository = isRepositoryRoot(root, located.site, repository);
  const sources = [...discovered.files, ...discovered.unreadable.keys()].sort(compareText);
  const files = leaveOutput(sources, isRepository, located);
  const posts = files.filter((file) => !discovered.unreadable.has(file));
  const site = await readSite(root, posts, isRepository, located, options);
  const read = createReader(root, site, discovered, options);
  const guessLanguage = options.detectLanguage ? createLanguageGuess(posts, read) : undefined;
  return {
    generator,
    notices: toSiteNotices(site, discovered.leftAlone, repository?.framework),
    files,
    maxPostSeconds: site.maxPostSeconds,
    read: async (file) => {
      const outcome = await read(file);
      return guessLanguage ? guessLanguage(outcome) : outcome;
    },
    place: (file) => ({ file: shownFile(site, file) }),
    source: (file) => readPostText(join(root, file), site.maxPostBytes),
  };
}
