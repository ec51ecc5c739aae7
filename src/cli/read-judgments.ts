/**
 * The files of judgments that a command was told.
 * @module
 */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { type JudgedQuery, parseJudgments } from '../evaluation/parse-judgments.js';
import { readForeignText } from '../files/read-foreign-file.js';

/** The judgments of a file, under its name. */
export interface JudgmentFile {
  readonly name: string;
  readonly queries: readonly JudgedQuery[];
}

const readFile = async (path: string, name: string): Promise<JudgmentFile> => {
  const text = await readForeignText(path).catch((cause: unknown) => {
    throw new LookbackError('judgments-unreadable', `${name} cannot be read`, { file: name, cause });
  });
  return { name, queries: parseJudgments(text, name) };
};

/**
 * @param named a file, or a folder of which every file that ends in `.tsv` is read
 * @param folder in which it lies
 * @returns in order of name
 * @throws LookbackError `judgments-unreadable`, `judgments-invalid`
 */
export const readJudgments = async (named: string, folder: string): Promise<readonly JudgmentFile[]> => {
  const path = resolve(folder, named);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [await readFile(path, named)];
  const names = (await readdir(path)).filter((name) => name.endsWith('.tsv')).sort();
  if (names.length === 0)
    throw new LookbackError('judgments-unreadable', `${named} has no judgments`, { file: named });
  const files: JudgmentFile[] = [];
  for (const name of names) files.push(await readFile(join(path, name), join(named, name)));
  return files;
};
