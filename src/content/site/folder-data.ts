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
import { foldersAbove, toSourcePath } from '../generators/source-path.js';
import { boundIgnoreLine } from './ignore-lines.js';
import type { FolderData } from './site.js';

const parseData = (file: string, source: string): Readonly<Record<string, unknown>> => {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (file.endsWith('.json') || /\.ya?ml$/.test(file)) {
    const data = file.endsWith('.json') ? parseJson(text) : parseYaml(text);
    return isRecord(data) ? data : {};
  }
  const { frontMatter = [], otherReadings } = parseFrontMatter(text, { metaLines: false, hexoFences: false });
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

const isMissing = (error: unknown): boolean =>
  error instanceof ForeignFileError && error.problem === 'missing';

const readData = async (path: string): Promise<FolderData | undefined> => {
  const file = basename(path);
  let source: string;
  try {
    source = (await readForeignFile(path)).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    return toData(file, {}, error instanceof Error ? error.message : 'cannot be read');
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

/** @throws LookbackError `config-unreadable`: without it, what the author leaves out would show. */
const readLines = async (path: string): Promise<string[]> => {
  try {
    return (await readForeignFile(path)).toString('utf8').split('\n');
  } catch (cause) {
    if (isMissing(cause)) return [];
    const why = cause instanceof Error ? cause.message : 'cannot be read';
    throw new LookbackError('config-unreadable', `${path} ${why}`, { file: path, cause });
  }
};

/**
 * The patterns of files that list what is left out, below the site's root; files that do not exist list nothing.
 * Lines that would take something in again are passed over: Eleventy, whose lists these are, does not know them.
 * @param names of the files, below the site's root.
 * @throws LookbackError `config-unreadable`
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
  return patterns.flat().flatMap((line) => boundIgnoreLine(line) ?? []);
}
