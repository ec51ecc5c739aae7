/**
 * Files that the configuration names, or that lie beside it.
 * @module
 */
import { dirname, join, resolve } from 'node:path';
import { exists } from '../files/exists.js';

/**
 * @param place where the configuration is: what has no name is looked for beside it
 * @param name of the file that is looked for
 * @param named what the configuration says, relative to the folder
 * @returns nothing where it is not named and not there
 */
export const findBeside = async (
  { folder, file }: { readonly folder: string; readonly file?: string | undefined },
  name: string,
  named: string | undefined,
): Promise<string | undefined> => {
  if (named !== undefined) return resolve(folder, named);
  const beside = join(file === undefined ? folder : dirname(resolve(folder, file)), name);
  return (await exists(beside)) ? beside : undefined;
};
