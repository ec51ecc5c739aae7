/**
 * A generator's configuration file -> what it says. Programs are never run: of these, what is written out is read.
 * @module
 */

import { LookbackError } from '../../domain/errors.js';
import { isObject } from '../../domain/is-object.js';
import { ForeignFileError, readForeignText } from '../../files/read-foreign-file.js';
import { parseJson, parseToml, parseYaml } from '../front-matter/engines.js';
import { FrontMatterError } from '../front-matter/front-matter.js';
import { readPythonLiterals } from '../programs/python-literals.js';
import { readScriptLiterals } from '../programs/script-literals.js';
import { maxSettingsSeconds, TooSlow, withinTime } from '../within-time.js';

const parsers: readonly (readonly [RegExp, (source: string) => unknown])[] = [
  [/\.ya?ml$/i, (source) => parseYaml(source)],
  [/\.toml$/i, parseToml],
  [/\.json$/i, parseJson],
  [/\.py$/i, readPythonLiterals],
  [/\.[cm]?[jt]s$/i, readScriptLiterals],
];

const parserOf = (file: string): ((source: string) => unknown) =>
  parsers.find(([extension]) => extension.test(file))?.[1] ?? (() => ({}));

/**
 * @param files absolute paths, each of which goes on where the one before ends.
 * @throws LookbackError `config-unreadable`.
 */
export async function readParsed(
  files: readonly [string, ...string[]],
  parse: (source: string) => unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const [file] = files;
  let source: string;
  try {
    source = (await Promise.all(files.map(readForeignText))).join('\n');
  } catch (cause) {
    const why = cause instanceof ForeignFileError ? cause.message : 'cannot be read';
    throw new LookbackError('config-unreadable', `${file} ${why}`, { file, cause });
  }
  try {
    const config = withinTime(maxSettingsSeconds, () => parse(source));
    return isObject(config) ? config : {};
  } catch (error) {
    const at = error instanceof FrontMatterError && error.line !== undefined ? { line: error.line } : {};
    const isKnown = error instanceof FrontMatterError || error instanceof TooSlow;
    const problem = isKnown ? error.message : 'cannot be parsed';
    throw new LookbackError('config-unreadable', `${file} ${problem}`, { file, ...at, cause: error });
  }
}

/**
 * The same, in the format that the extension of the first file says.
 * @throws LookbackError `config-unreadable`.
 */
export const readConfig = (
  files: readonly [string, ...string[]],
): Promise<Readonly<Record<string, unknown>>> => readParsed(files, parserOf(files[0]));
