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
import { foldersAbove } from '../generators/source-path.js';
import { boundIgnoreLine } from './ignore-lines.js';
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
    if ((await stat(path)).size > maxBytes) return { file, values: {}, problem: 'is too large' };
    source = await readFile(path, 'utf8');
  } catch {
    return undefined;
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
      if (found) data.set(folder, known ? { ...found, values: { ...known.values, ...found.values } } : found);
    }
  return data;
}

/** The lines of files that name what is left out; files that do not exist name nothing. */
export async function readIgnored(files: readonly string[]): Promise<string[]> {
  const lines = await Promise.all(
    files.map(async (file) => {
      try {
        return (await readFile(file, 'utf8')).split(/\r?\n/);
      } catch {
        return [];
      }
    }),
  );
  return lines
    .flat()
    .filter((line) => line.trim() !== '')
    .flatMap((line) => boundIgnoreLine(line) ?? []);
}
