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
  const { frontMatter = [] } = parseFrontMatter(text, { metaLines: false, unopened: false });
  return Object.fromEntries(frontMatter.map(({ key, value }) => [key, value]));
};

const readData = async (path: string): Promise<FolderData | undefined> => {
  const file = basename(path);
  let source: string;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return undefined;
    // To read a pipe or a device may never end.
    if (!found.isFile()) return { file, values: {}, problem: 'is no ordinary file' };
    if (found.size > maxBytes) return { file, values: {}, problem: 'is too large' };
    source = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && /^ENO(?:ENT|TDIR)$/.test(String(error.code));
    return isMissing ? undefined : { file, values: {}, problem: 'cannot be read' };
  }
  try {
    return { file, values: parseData(file, source) };
  } catch (error) {
    return {
      file,
      values: {},
      problem: error instanceof FrontMatterError ? error.message : 'cannot be read',
    };
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
      if (found && known?.problem === undefined)
        data.set(folder, known ? { ...found, values: { ...known.values, ...found.values } } : found);
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
