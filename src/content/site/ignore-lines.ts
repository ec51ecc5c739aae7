/**
 * Lines of ignore files, so that matching a path against them takes bounded time: what matches them makes regular
 * expressions of them, and each wildcard multiplies its work by the length of the path.
 * @module
 */

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
