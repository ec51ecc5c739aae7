/**
 * Files that list what is left out. What matches their lines makes regular expressions of them, and each wildcard multiplies
 * its work by the length of the path: so they are bounded here.
 * @module
 */
import { LookbackError } from '../../domain/errors.js';
import { isMissing, readForeignText } from '../../files/read-foreign-file.js';
import { toSourcePath } from '../generators/source-path.js';

/** Wildcards that may stand in one name, and names that may be `**`. */
const mostWildcards = 3;

/** From the first wildcard to the last, all becomes one. */
const widenName = (name: string): string =>
  name === '**' || name.split('*').length - 1 <= mostWildcards
    ? name
    : `${name.slice(0, name.indexOf('*'))}*${name.slice(name.lastIndexOf('*') + 1)}`;

const widenFolders = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name === '**').length <= mostWildcards
    ? names
    : [...names.slice(0, names.indexOf('**')), ...names.slice(names.lastIndexOf('**'))];

/**
 * A line with more wildcards than that leaves out more than it says, or takes nothing back: what is hidden stays hidden.
 * @returns `undefined` for a line that is to be passed over
 */
export function boundIgnoreLine(line: string): string | undefined {
  const bounded = widenFolders(line.split('/').map(widenName)).join('/');
  return bounded !== line && line.startsWith('!') ? undefined : bounded;
}

/** @throws LookbackError `config-unreadable`: without it, what the author leaves out would show. */
const readLines = async (path: string): Promise<string[]> => {
  try {
    return (await readForeignText(path)).split('\n');
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
