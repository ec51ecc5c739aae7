/**
 * Files that speak for all posts of their folder: Hugo's and Zola's sections, Eleventy's data files, Docusaurus's authors.
 * @module
 */
import { basename } from 'node:path';
import { LookbackError } from '../../domain/errors.js';
import { ForeignFileError, readForeignFile } from '../../files/read-foreign-file.js';
import { parseJson, parseYaml } from '../front-matter/engines.js';
import { isRecord } from '../front-matter/front-matter.js';
import { FrontMatterError } from '../front-matter/front-matter-error.js';
import { parseFrontMatter } from '../front-matter/parse-front-matter.js';
import { foldersAbove } from '../generators/source-path.js';
import type { FolderData } from './site.js';

const parseData = (file: string, source: string): Readonly<Record<string, unknown>> => {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (file.endsWith('.json') || /\.ya?ml$/.test(file)) {
    const data = file.endsWith('.json') ? parseJson(text) : parseYaml(text);
    return isRecord(data) ? data : {};
  }
  const { frontMatter = [] } = parseFrontMatter(text, { metaLines: false, unopened: false });
  return Object.fromEntries(frontMatter.map(({ key, value }) => [key, value]));
};

const isMissing = (error: unknown): boolean =>
  error instanceof ForeignFileError && error.problem === 'missing';

const readData = async (path: string): Promise<FolderData | undefined> => {
  const file = basename(path);
  let source: string;
  try {
    source = (await readForeignFile(path)).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    return { file, values: {}, problem: error instanceof Error ? error.message : 'cannot be read' };
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

/**
 * The lines of files that name what is left out; files that do not exist name nothing.
 * @throws LookbackError `config-unreadable`: without it, what the author leaves out would show.
 */
export async function readIgnored(files: readonly string[]): Promise<string[]> {
  const lines = await Promise.all(
    files.map(async (file) => {
      try {
        return (await readForeignFile(file)).toString('utf8').split(/\r?\n/);
      } catch (cause) {
        if (isMissing(cause)) return [];
        const why = cause instanceof Error ? cause.message : 'cannot be read';
        throw new LookbackError('config-unreadable', `${file} ${why}`, { file, cause });
      }
    }),
  );
  return lines.flat().filter((line) => line.trim() !== '');
}
