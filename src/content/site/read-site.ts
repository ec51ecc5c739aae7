/**
 * Reads all that is beside the posts and speaks for them.
 * @module
 */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentOptions } from '../content.js';
import { generators } from '../generators/index.js';
import { toSourcePath } from '../generators/source-path.js';
import { readPostText } from '../read-post-file.js';
import { listDataFolder, readDataFiles } from './data-files.js';
import { isMdxInMarkdown, sampleBytes } from './detect-generator.js';
import { findLocales } from './find-locales.js';
import { readFolderData } from './folder-data.js';
import { readIgnored } from './ignore-lines.js';
import { type LocatedSite, toPosix } from './locate-site.js';
import { fromPosts, toSitePath } from './placement.js';
import type { ConfiguredSite, Site } from './site.js';

/** Larger files are no posts, unless the user says so. */
export const defaultMaxPostBytes = 16 * 1024 * 1024;
/** What takes longer to read is no post, unless the user says so. */
export const defaultMaxPostSeconds = 30;

/**
 * When files were made, for generators that date posts by it.
 * @param files absolute paths by name.
 * @returns seconds since the epoch; a file that is gone has none.
 */
async function readFileTimes(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const [name, file] of files) {
    try {
      times.set(name, Math.floor((await stat(file)).birthtimeMs / 1000));
    } catch {
      // What happened to it is found out when it is read.
    }
  }
  return times;
}

const bundlesOf = (paths: readonly string[]): string[] => [
  ...new Set(
    paths.flatMap((path) =>
      /(?:^|\/)index(?:\.[^./]+)?\.(?:md|markdown|html?)$/.test(path)
        ? [toSourcePath(path).folders.join('/')]
        : [],
    ),
  ),
];

/**
 * @param files the posts, relative to their folder.
 * @throws LookbackError `config-unreadable`.
 */
export const readSite = async (
  located: LocatedSite,
  files: readonly string[],
  options: ContentOptions,
): Promise<Site> => {
  const { root, generator: name, found, placement, isRepository, evidence } = located;
  const generator = generators[name];
  const placed = new Map(files.map((file) => [toSitePath(placement, file), file]));
  const paths = [...placed.keys()];
  const inside = paths.filter((path) => !path.startsWith('../'));
  const config = found?.config ?? {};
  const toAbsolute = (siteFile: string): string | undefined => {
    const below = fromPosts(placement, toPosix(root), siteFile);
    return below === undefined ? undefined : join(root, below);
  };
  const configured: ConfiguredSite = {
    config,
    configFile: found?.configFile,
    locales: await findLocales(inside, {
      config,
      language: options.language,
      readHead: (path) => readPostText(join(root, placed.get(path) ?? ''), sampleBytes),
    }),
  };
  const content = await (found && generator.findContent?.(found.root));
  return {
    generator: name,
    folder: toPosix(options.folder),
    ...placement,
    ...configured,
    folderData: await readFolderData(paths, (folder) => {
      const below = fromPosts(placement, toPosix(root), folder);
      if (below === undefined) return [];
      const names = generator.folderDataFiles?.(folder, configured) ?? [];
      return names.map((file) => join(root, below, file));
    }),
    dataFiles: await readDataFiles(
      [
        ...inside.flatMap((path) => generator.dataFiles?.(path, configured) ?? []),
        ...(await listDataFolder(generator.dataFolder?.(configured), toAbsolute)),
      ],
      toAbsolute,
    ),
    fileTimes: generator.needsFileTimes
      ? await readFileTimes(new Map([...placed].map(([path, file]) => [path, join(root, file)])))
      : new Map(),
    ignored: await readIgnored(generator.ignoreFiles?.(configured) ?? [], toAbsolute),
    paths: new Set(paths),
    bundles: bundlesOf(inside),
    isRepository,
    contentFolders: content?.folders ?? [],
    collections: content?.collections ?? [],
    mdxInMarkdown: isMdxInMarkdown(evidence),
    now: Math.floor(options.now.getTime() / 1000),
    maxPostBytes: options.maxPostBytes ?? defaultMaxPostBytes,
    maxPostSeconds: options.maxPostSeconds ?? defaultMaxPostSeconds,
    draftHides: !(options.jekyllDrafts === 'follow' && generator.publishesDraftFlag === true),
    show: options.show ?? [],
    noindex: options.noindex ?? 'skip',
    dataPrograms: options.dataPrograms ?? 'hide',
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
    ...(options.language !== undefined && { language: options.language }),
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.urlTemplate !== undefined && { urlTemplate: options.urlTemplate }),
  };
};
