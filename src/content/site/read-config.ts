/**
 * A generator's configuration file -> what it says. Programs are never run: of these, literals are read as text.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { LookbackError } from '../../domain/errors.js';
import { parseJson, parseToml, parseYaml } from '../front-matter/engines.js';
import { isRecord } from '../front-matter/front-matter.js';
import { FrontMatterError } from '../front-matter/front-matter-error.js';

/** Settings of JavaScript configurations that decide URLs, where they are literals. */
const literalNames = [
  'base',
  'baseUrl',
  'pathPrefix',
  'input',
  'srcDir',
  'cleanUrls',
  'trailingSlash',
  'lang',
  'defaultLocale',
];

const literal =
  /^[ \t]*(?:module\.exports[ \t.=]*|export default[ \t]*)?[{( \t]*['"]?(\w+)['"]?[ \t]*:[ \t]*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(true|false))[ \t]*[,})\s]*(?:\/\/.*)?$/gm;

/** `name: 'text'` and `name: true` that stand on lines of their own. A name written twice differently is not known. */
export function readScriptLiterals(source: string): Readonly<Record<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [, name = '', single, double, flag] of source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(literal)) {
    if (!literalNames.includes(name)) continue;
    const value = flag === undefined ? (single ?? double) : flag === 'true';
    found.set(name, found.has(name) && found.get(name) !== value ? undefined : value);
  }
  return Object.fromEntries([...found].filter(([, value]) => value !== undefined));
}

/** `NAME = 'text'`, numbers and booleans of a Python module, at the start of a line. */
export function readPythonLiterals(source: string): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const assignment =
    /^([A-Z][A-Z_]*)[ \t]*=[ \t]*(?:[ru]?'([^'\\\n]*)'|[ru]?"([^"\\\n]*)"|(True|False|\d+))[ \t]*(?:#.*)?$/gm;
  for (const [, name = '', single, double, word] of source.matchAll(assignment))
    values[name] = single ?? double ?? (word === 'True' ? true : word === 'False' ? false : Number(word));
  return values;
}

const parsers: readonly (readonly [RegExp, (source: string) => unknown])[] = [
  [/\.ya?ml$/i, parseYaml],
  [/\.toml$/i, parseToml],
  [/\.json$/i, parseJson],
  [/\.py$/i, readPythonLiterals],
  [/\.[cm]?[jt]s$/i, readScriptLiterals],
];

/**
 * @param file absolute path.
 * @throws LookbackError `config-unreadable`.
 */
export async function readConfig(file: string): Promise<Readonly<Record<string, unknown>>> {
  let source: string;
  try {
    source = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  } catch (cause) {
    throw new LookbackError('config-unreadable', `${file} cannot be read`, { file, cause });
  }
  const parse = parsers.find(([extension]) => extension.test(file))?.[1];
  try {
    const config = parse?.(source);
    return isRecord(config) ? config : {};
  } catch (error) {
    const at = error instanceof FrontMatterError && error.line !== undefined ? { line: error.line } : {};
    const problem = error instanceof FrontMatterError ? error.message : 'cannot be parsed';
    throw new LookbackError('config-unreadable', `${file} ${problem}`, { file, ...at, cause: error });
  }
}
