/**
 * Files that speak for all posts of their folder: Hugo's and Zola's sections, Eleventy's data files, Docusaurus's authors.
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseJson, parseYaml } from '../front-matter/engines.js';
import { isRecord } from '../front-matter/front-matter.js';
import { FrontMatterError } from '../front-matter/front-matter-error.js';
import { parseFrontMatter } from '../front-matter/parse-front-matter.js';
import { foldersAbove, toSourcePath } from '../generators/source-path.js';
import type { FolderData } from './site.js';

const maxBytes = 4 * 1024 * 1024;

const parseData = (file: string, source: string): Readonly<Record<string, unknown>> => {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (file.endsWith('.json') || /\.ya?ml$/.test(file)) {
    const data = file.endsWith('.json') ? parseJson(text) : parseYaml(text);
    return isRecord(data) ? data : {};
  }
  const { frontMatter = [], otherReadings } = parseFrontMatter(text, { metaLines: false, unopened: false });
  // It speaks for others: what it hides must be certain.
  if (otherReadings.length > 0)
    throw new FrontMatterError('has the same key twice in its front matter', {
      hint: 'Keep one of the two.',
    });
  return Object.fromEntries(frontMatter.map(({ key, value }) => [key, value]));
};

const toData = (file: string, values: FolderData['values'], problem?: string): FolderData => ({
  file,
  values,
  parts: [{ file, values }],
  ...(problem !== undefined && { problem }),
});

/** What is wrong with one of the files is wrong with the folder. */
const unite = (known: FolderData, found: FolderData): FolderData => ({
  ...known,
  ...found,
  values: { ...known.values, ...found.values },
  parts: [...known.parts, ...found.parts],
});

const readData = async (path: string): Promise<FolderData | undefined> => {
  const file = basename(path);
  let source: string;
  try {
    const found = await stat(path);
    // To read a pipe or a device may never end.
    if (!found.isFile()) return toData(file, {}, 'is no ordinary file');
    if (found.size > maxBytes) return toData(file, {}, 'is too large');
    source = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return toData(file, parseData(file, source));
  } catch (error) {
    return toData(file, {}, error instanceof FrontMatterError ? error.message : 'cannot be read');
  }
};

/**
 * @param paths of posts below the site's root.
 * @param filesIn the data files that a folder of the site may have, absolute; the values of several are united.
 */
export async function readFolderData(
  paths: readonly string[],
  filesIn: (folder: string) => readonly string[],
): Promise<ReadonlyMap<string, FolderData>> {
  const data = new Map<string, FolderData>();
  for (const folder of new Set(paths.flatMap(foldersAbove)))
    for (const file of filesIn(folder)) {
      const found = await readData(file);
      const known = data.get(folder);
      // What one of them could not tell, another does not make known.
      if (found && known?.problem === undefined) data.set(folder, known ? unite(known, found) : found);
    }
  return data;
}

const readLines = async (path: string): Promise<string[]> => {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= maxBytes ? (await readFile(path, 'utf8')).split('\n') : [];
  } catch {
    return [];
  }
};

/**
 * The patterns of files that list what is left out, below the site's root; files that do not exist list nothing.
 * Lines that would take something in again are passed over: Eleventy, whose lists these are, does not know them.
 * @param names of the files, below the site's root.
 */
export async function readIgnored(
  names: readonly string[],
  toPath: (name: string) => string | undefined,
): Promise<string[]> {
  const patterns = await Promise.all(
    names.map(async (name) => {
      const path = toPath(name);
      const lines = path === undefined ? [] : await readLines(path);
      return lines
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/^[#!]/.test(line))
        .map((line) => [...toSourcePath(name).folders, line].join('/'));
    }),
  );
  return patterns.flat();
}
