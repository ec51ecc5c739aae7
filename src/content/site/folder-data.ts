/**
 * Files that speak for all posts of their folder: sections of Hugo and Zola, MkDocs's `.meta.yml`, authors of Docusaurus.
 * @module
 */

import { basename } from 'node:path';
import { isObject } from '../../domain/is-object.js';
import { isMissing, readForeignText } from '../../files/read-foreign-file.js';
import { parseJson, parseYaml } from '../front-matter/engines.js';
import { FrontMatterError } from '../front-matter/front-matter.js';
import { parseFrontMatter } from '../front-matter/parse-front-matter.js';
import { foldersAbove } from '../generators/source-path.js';
import { maxSettingsSeconds, TooSlow, withinTime } from '../within-time.js';
import type { FolderData } from './site.js';

const parseData = (file: string, text: string): Readonly<Record<string, unknown>> => {
  if (file.endsWith('.json') || /\.ya?ml$/.test(file)) {
    const data = file.endsWith('.json') ? parseJson(text) : parseYaml(text);
    return isObject(data) ? data : {};
  }
  const { frontMatter = [], otherReadings } = parseFrontMatter(text);
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
    source = await readForeignText(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    return toData(file, {}, error instanceof Error ? error.message : 'cannot be read');
  }
  try {
    return toData(
      file,
      withinTime(maxSettingsSeconds, () => parseData(file, source)),
    );
  } catch (error) {
    const isKnown = error instanceof FrontMatterError || error instanceof TooSlow;
    return toData(file, {}, isKnown ? error.message : 'cannot be read');
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
