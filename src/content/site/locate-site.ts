/**
 * What is known of the site around the posts before its data files are read: whose it is, and where it lies.
 * @module
 */
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../../domain/compare-text.js';
import { LookbackError } from '../../domain/errors.js';
import type { GeneratorName } from '../../domain/generator-names.js';
import type { ContentOptions } from '../content.js';
import { Evidence, type PostSample } from '../generators/evidence.js';
import { fallbackGenerator, generators } from '../generators/index.js';
import { toSourcePath } from '../generators/source-path.js';
import { spread } from '../language/usual-language.js';
import { readPostText } from '../read-post-file.js';
import { detectGenerator, sampleBytes, sampleSize } from './detect-generator.js';
import { type FoundSite, findSite } from './find-site.js';
import { type Placement, placeConfigured, placeGuessed, toSitePath } from './placement.js';
import { findRepository, type Repository } from './repository.js';

export interface LocatedSite {
  /** The posts folder, a real path. */
  readonly root: string;
  readonly generator: GeneratorName;
  /** Where a configuration was found. */
  readonly found: FoundSite | undefined;
  readonly placement: Placement;
  readonly repository: Repository | undefined;
  /** The site's root is where a repository, or a package of it, begins. */
  readonly isRepository: boolean;
  /** What the posts look like. */
  readonly evidence: Evidence;
}

/**
 * @returns a real path.
 * @throws LookbackError `posts-folder-missing`.
 */
export const openFolder = async (folder: string): Promise<string> => {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new LookbackError('posts-folder-missing', `${folder} cannot be opened`, { file: folder, cause });
  }
  throw new LookbackError('posts-folder-missing', `${folder} is no folder`, { file: folder });
};

/** With `/`, whatever the system writes. */
export const toPosix = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** Folders with posts, shallowest first, as far as a site may begin there. */
const shallowFolders = (files: readonly string[]): string[] => {
  const folders = files.flatMap((file) => {
    const { folders: above } = toSourcePath(file);
    return [1, 2, 3].flatMap((depth) => (above.length >= depth ? [above.slice(0, depth).join('/')] : []));
  });
  const depthOf = (path: string): number => path.split('/').length;
  return [...new Set(folders)].sort((a, b) => depthOf(a) - depthOf(b) || compareText(a, b)).slice(0, 200);
};

/**
 * @param root a real path.
 * @param files every source file, relative to it.
 * @throws LookbackError `config-unreadable` where the site's own configuration is malformed.
 */
export const locateSite = async (
  root: string,
  files: readonly string[],
  options: Pick<ContentOptions, 'generator'>,
): Promise<LocatedSite> => {
  const found = await findSite(root, shallowFolders(files), options.generator);
  const samples: PostSample[] = await Promise.all(
    spread(files, sampleSize).map(async (path) => ({
      path,
      head: await readPostText(join(root, path), sampleBytes),
    })),
  );
  const folder = toPosix(root).split('/').slice(-4).join('/');
  const evidence = new Evidence(folder, files, samples);
  const repository = await findRepository(root);
  // Of a framework nothing but the posts' names could look like a generator's.
  const told = repository?.framework === undefined ? detectGenerator(evidence) : fallbackGenerator;
  const generator = options.generator ?? found?.generator ?? told;
  return {
    root,
    generator,
    found,
    placement: found
      ? placeConfigured(toPosix(relative(found.root, root)), toPosix(relative(root, found.root)))
      : placeGuessed(generators[generator], folder, files),
    repository,
    // The folder may be one that a site keeps its posts in: the names of repositories mean nothing there.
    isRepository: repository?.root === root || found?.root === root,
    evidence,
  };
};

/** The files below the site's root that are no output of its generator, and those beside it. */
export const withoutOutput = (files: readonly string[], located: LocatedSite): string[] => {
  const { outputFolders = [], isGenerated } = generators[located.generator];
  const sources = new Set(files);
  return files.filter((file) => {
    const path = toSitePath(located.placement, file);
    if (located.isRepository && isGenerated?.(path, sources)) return false;
    return !outputFolders.some((folder) => path.startsWith(`${folder}/`));
  });
};
