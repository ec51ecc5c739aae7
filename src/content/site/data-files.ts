/**
 * Files beside the posts that speak for them, each read once: data is parsed, a program is kept as text and never run.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ForeignFileError, isMissing, readForeignText } from '../../files/read-foreign-file.js';
import { parseToml, parseYaml } from '../front-matter/engines.js';
import { FrontMatterError } from '../front-matter/front-matter.js';
import { parseFrontMatter } from '../front-matter/parse-front-matter.js';
import { maxSettingsSeconds, TooSlow, withinTime } from '../within-time.js';

/** One of the three. */
export interface DataFile {
  readonly values?: unknown;
  /** The source of a program. */
  readonly program?: string;
  /** Why the file could not be read; what it hides is then not known. */
  readonly problem?: string;
}

/** Any value, not only the mappings that front matter is. */
const parseJson = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    throw new FrontMatterError('has malformed JSON', { hint: 'Put names and text in double quotes.' });
  }
};

/** The front matter of a page or a layout. */
const parseTemplate = (source: string): unknown => {
  const { frontMatter = [] } = parseFrontMatter(source);
  return Object.fromEntries(frontMatter.map(({ name, value }) => [name, value]));
};

const parsers: readonly (readonly [RegExp, (source: string) => unknown])[] = [
  [/\.json$/, parseJson],
  [/\.ya?ml$/, parseYaml],
  [/\.toml$/, parseToml],
  [/\.(?:njk|liquid|md|html|webc|vto|ejs|hbs|mustache|haml|pug)$/, parseTemplate],
];

const parseData = (file: string, text: string): DataFile => {
  if (/\.[cm]?js$/.test(file)) return { program: text };
  const parse = parsers.find(([extension]) => extension.test(file))?.[1];
  if (parse === undefined) return { problem: 'is of a kind that Lookback does not read' };
  // Eleventy takes an empty file for one that says nothing.
  return text.trim() === '' ? { values: {} } : { values: parse(text) };
};

/** `undefined` for what is not there, or is a folder. */
const readDataFile = async (file: string): Promise<DataFile | undefined> => {
  try {
    const text = await readForeignText(file);
    return withinTime(maxSettingsSeconds, () => parseData(file, text));
  } catch (error) {
    if (isMissing(error)) return undefined;
    const isKnown =
      error instanceof ForeignFileError || error instanceof FrontMatterError || error instanceof TooSlow;
    return { problem: isKnown ? error.message : 'cannot be read' };
  }
};

/** A folder that is not there holds nothing; one that cannot be looked into may hold any of the names. */
const listFolder = async (folder: string): Promise<ReadonlySet<string> | undefined> => {
  try {
    return new Set(await readdir(folder));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? new Set() : undefined;
  }
};

/** More layouts than any site has. */
const maxListed = 2000;

/** @returns every file in a folder and those below it, by name below the site's root. */
export async function listDataFolder(
  folder: string | undefined,
  toPath: (name: string) => string | undefined,
): Promise<string[]> {
  const path = folder === undefined ? undefined : toPath(folder);
  if (path === undefined || folder === undefined || folder === '') return [];
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .slice(0, maxListed)
      .map((entry) => join(folder, relative(path, join(entry.parentPath, entry.name))).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

/**
 * @param names files that may be there, below the site's root.
 * @param toPath gives the absolute path of such a name.
 * @returns those that are there, by name.
 */
export async function readDataFiles(
  names: Iterable<string>,
  toPath: (name: string) => string | undefined,
): Promise<ReadonlyMap<string, DataFile>> {
  const folders = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const folder = dirname(name);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [name]);
    else known.push(name);
  }
  const files = new Map<string, DataFile>();
  for (const [folder, wanted] of folders) {
    const path = toPath(folder === '.' ? '' : folder);
    if (path === undefined) continue;
    const there = await listFolder(path);
    for (const name of wanted) {
      const base = name.slice(folder === '.' ? 0 : folder.length + 1);
      if (there !== undefined && !there.has(base)) continue;
      const file = there === undefined ? { problem: 'cannot be read' } : await readDataFile(join(path, base));
      if (file !== undefined) files.set(name, file);
    }
  }
  return files;
}
