/**
 * A generator's configuration file -> what it says. Programs are never run: of these, literals are read as text.
 * @module
 */
import { LookbackError } from '../../domain/errors.js';
import { ForeignFileError, readForeignFile } from '../../files/read-foreign-file.js';
import { parseJson, parseToml, parseYaml } from '../front-matter/engines.js';
import { isRecord } from '../front-matter/front-matter.js';
import { FrontMatterError } from '../front-matter/front-matter-error.js';
import { maxSettingsSeconds, TooSlow, withinTime } from '../within-time.js';
import { readPythonLiterals } from './python-literals.js';
import { readScriptLiterals } from './script-literals.js';

const parsers: readonly (readonly [RegExp, (source: string) => unknown])[] = [
  [/\.ya?ml$/i, (source) => parseYaml(source)],
  [/\.toml$/i, parseToml],
  [/\.json$/i, parseJson],
  [/\.py$/i, readPythonLiterals],
  [/\.[cm]?[jt]s$/i, readScriptLiterals],
];

/**
 * @param file absolute path.
 * @param own the generator's way to read it, where it has one.
 * @param further files that go on where it ends.
 * @throws LookbackError `config-unreadable`.
 */
export const readConfig = (
  file: string,
  own?: (source: string) => unknown,
  further: readonly string[] = [],
): Promise<Readonly<Record<string, unknown>>> =>
  readParsed(file, own ?? parsers.find(([extension]) => extension.test(file))?.[1] ?? (() => ({})), further);

const readSource = async (file: string): Promise<string> =>
  (await readForeignFile(file))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');

/** The same, with a parser of its own. */
export async function readParsed(
  file: string,
  parse: (source: string) => unknown,
  further: readonly string[] = [],
): Promise<Readonly<Record<string, unknown>>> {
  let source: string;
  try {
    source = (await Promise.all([file, ...further].map(readSource))).join('\n');
  } catch (cause) {
    const why = cause instanceof ForeignFileError ? cause.message : 'cannot be read';
    throw new LookbackError('config-unreadable', `${file} ${why}`, { file, cause });
  }
  try {
    const config = withinTime(maxSettingsSeconds, () => parse(source));
    return isRecord(config) ? config : {};
  } catch (error) {
    const at = error instanceof FrontMatterError && error.line !== undefined ? { line: error.line } : {};
    const isKnown = error instanceof FrontMatterError || error instanceof TooSlow;
    const problem = isKnown ? error.message : 'cannot be parsed';
    throw new LookbackError('config-unreadable', `${file} ${problem}`, { file, ...at, cause: error });
  }
}
