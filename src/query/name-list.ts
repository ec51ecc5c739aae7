/**
 * Names in one parameter, with commas between them: `a,b`. A comma of a name itself is written `\,`, and a backslash before
 * either `\\`.
 * @module
 */

/** The inverse of {@link splitNames}. */
export const joinNames = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll('\\', '\\\\').replaceAll(',', '\\,')).join(',');

/** @returns the names without blanks around them, and none that is empty */
export const splitNames = (list: string): readonly string[] => {
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < list.length; at += 1) {
    const character = list.charAt(at);
    const next = list.charAt(at + 1);
    if (character === ',') {
      names.push(name);
      name = '';
    } else if (character === '\\' && (next === ',' || next === '\\')) {
      name += next;
      at += 1;
    } else {
      name += character;
    }
  }
  return [...names, name].flatMap((found) => found.trim() || []);
};
