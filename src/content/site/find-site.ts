/**
 * Where the site around a posts folder begins, and whose it is: found by configuration files.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { type GeneratorName, generatorNames } from '../../domain/generator-names.js';
import { exists } from '../../files/exists.js';
import { generators } from '../generators/index.js';
import { readConfig } from './read-config.js';

export interface FoundSite {
  readonly generator: GeneratorName;
  /** Absolute path. */
  readonly root: string;
  /** Below the root. */
  readonly configFile: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Folders above the posts that are looked at, unless a repository or a home ends before. */
const maxLevels = 5;

/** Names that several generators use; the content tells them apart. */
const sharedNames: readonly string[] = [
  ...new Set(generatorNames.flatMap((name) => generators[name].sharedConfigFiles ?? [])),
];

const ownerOf = async (
  root: string,
  configFile: string,
  config: FoundSite['config'],
): Promise<GeneratorName | undefined> => {
  const named = generatorNames.filter((name) => generators[name].sharedConfigFiles?.includes(configFile));
  for (const name of named) if (await generators[name].ownsConfig?.(root, configFile, config)) return name;
  return named.find((name) => generators[name].ownsConfig === undefined);
};

/** Whether the folder may hold pages of the site: its configuration may speak of another part of a repository. */
const holds = ({ generator, root, config }: FoundSite, folder: string): boolean =>
  generators[generator].mayHold?.(relative(root, folder).split(sep).join('/'), config) ?? true;

const readAll = (generator: GeneratorName, root: string, configFile: string): Promise<FoundSite['config']> =>
  generators[generator].readConfig?.(root, configFile) ?? readConfig([join(root, configFile)]);

/** The site whose configuration is in this folder, if any. */
const siteAt = async (root: string, wanted: GeneratorName | undefined): Promise<FoundSite | undefined> => {
  for (const generator of wanted === undefined ? generatorNames : [wanted])
    for (const configFile of generators[generator].configFiles)
      if (await exists(join(root, configFile)))
        return { generator, root, configFile, config: await readAll(generator, root, configFile) };
  for (const configFile of sharedNames) {
    if (!(await exists(join(root, configFile)))) continue;
    const config = await readConfig([join(root, configFile)]);
    const generator = await ownerOf(root, configFile, config);
    if (generator !== undefined && (wanted === undefined || wanted === generator))
      return { generator, root, configFile, config: await readAll(generator, root, configFile) };
  }
  return undefined;
};

/**
 * Looks in a folder, then above it.
 * @param levels folders above it that are looked at.
 * @throws LookbackError `config-unreadable`.
 */
export async function findSiteAbove(
  folder: string,
  wanted: GeneratorName | undefined,
  levels = maxLevels,
): Promise<FoundSite | undefined> {
  let root = folder;
  for (let level = 0; level <= levels; level += 1) {
    const found = await siteAt(root, wanted);
    if (found && holds(found, folder)) return found;
    const parent = dirname(root);
    if (parent === root || root === homedir() || (await exists(join(root, '.git')))) break;
    root = parent;
  }
  return undefined;
}

/** Folders beside the posts that are looked at. */
const maxBeside = 100;

/** The site in one of these folders whose configuration says that it takes posts from the given one. */
const siteThatTakes = async (
  folder: string,
  roots: readonly string[],
  wanted: readonly GeneratorName[],
): Promise<FoundSite | undefined> => {
  for (const root of roots)
    for (const generator of wanted) {
      // What cannot be read says nothing of the posts.
      const site = await siteAt(root, generator).catch(() => undefined);
      const taken = site && (generators[generator].foldersBeside?.(site) ?? []);
      if (taken?.some((name) => `${folder}${sep}`.startsWith(join(root, name) + sep))) return site;
    }
  return undefined;
};

/**
 * Looks beside the posts for a site that names them: `website/`, whose `path` is `../docs`. Of a repository as far as it
 * goes, elsewhere no further than the folder that holds the posts.
 */
const findSiteBeside = async (
  folder: string,
  wanted: readonly GeneratorName[],
): Promise<FoundSite | undefined> => {
  if (wanted.length === 0) return undefined;
  const repository = await findRepositoryRoot(folder);
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
    const names = entries.flatMap((entry) =>
      entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name) ? [entry.name] : [],
    );
    const roots = names.sort().slice(0, maxBeside);
    const found = await siteThatTakes(
      folder,
      roots.map((name) => join(parent, name)),
      wanted,
    );
    if (found || repository === undefined || parent === repository) return found;
  }
  return undefined;
};

/** The folder above that a repository begins with, not too far up. */
const findRepositoryRoot = async (folder: string): Promise<string | undefined> => {
  let root = folder;
  for (let level = 0; level <= maxLevels; level += 1) {
    if (await exists(join(root, '.git'))) return root;
    root = dirname(root);
  }
  return undefined;
};

/**
 * Looks in the posts folder, then above it, beside it, and in the folders below it, shallowest first.
 * @param folder absolute path of the posts.
 * @param below folders with posts, relative to `folder`.
 * @throws LookbackError `config-unreadable`.
 */
export async function findSite(
  folder: string,
  below: readonly string[],
  wanted: GeneratorName | undefined,
): Promise<FoundSite | undefined> {
  const above = await findSiteAbove(folder, wanted);
  if (above) return above;
  const reaching = generatorNames.filter(
    (name) => generators[name].foldersBeside !== undefined && (wanted ?? name) === name,
  );
  const beside = await findSiteBeside(folder, reaching);
  if (beside) return beside;
  for (const path of below) {
    const found = await siteAt(join(folder, path), wanted);
    if (found) return found;
  }
  return undefined;
}
