/**
 * The head of a page, which may be anything that lies in the folder of a site.
 * @module
 */
import { readBeginning } from '../files/read-foreign-file.js';

/** The first bytes of a file as text; empty where it cannot be read. */
export const readStart = async (path: string, maxBytes: number): Promise<string> => {
  try {
    return (await readBeginning(path, maxBytes)).toString('utf8');
  } catch {
    return '';
  }
};
