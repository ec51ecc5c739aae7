/**
 * A Docusaurus configuration, which is a program, with the versions that lie beside it -> plain data.
 * @module
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { readForeignText } from '../../../files/read-foreign-file.js';
import { unknownNames, unknownValue } from '../../programs/script-expressions.js';
import { readScriptLiterals } from '../../programs/script-literals.js';
import { readExportedValue } from '../../programs/script-values.js';
import { readParsed } from '../../site/read-config.js';

type Values = Readonly<Record<string, unknown>>;

/** What is written in place of a value that only the program knows; no setting of Docusaurus has such a text. */
export const unknownSetting = '\0only the program knows';

/** A configuration is handed to other threads, which a symbol cannot be. What several names share stays shared. */
const toPlain = (value: unknown, known = new Map<unknown, unknown>()): unknown => {
  if (value === unknownValue) return unknownSetting;
  if (typeof value !== 'object' || value === null) return value;
  if (known.has(value)) return known.get(value);
  const plain = Array.isArray(value)
    ? value.map((item) => toPlain(item, known))
    : Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== unknownNames)
          .map(([name, inner]) => [name, toPlain(inner, known)]),
      );
  known.set(value, plain);
  return plain;
};

const parseConfig = (source: string): unknown => {
  const exported = readExportedValue(source);
  // A program that puts its settings together: what is written out anywhere in it is better than nothing.
  return isObject(exported) ? toPlain(exported) : { ...readScriptLiterals(source), isIncomplete: true };
};

const toNames = (json: string): string[] => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
};

/** `versions.json`, and `community_versions.json` of another instance: the names of versions, the newest first. */
const readVersions = async (root: string): Promise<Values> => {
  const versions: Record<string, readonly string[]> = {};
  for (const name of (await readdir(root).catch((): string[] => [])).sort()) {
    const [whole, instance = 'default'] = /^(?:(.+)_)?versions\.json$/.exec(name) ?? [];
    if (whole === undefined) continue;
    try {
      versions[instance] = toNames(await readForeignText(join(root, name)));
    } catch {
      // What is no list of names stops the build of the site; here it has none.
    }
  }
  return versions;
};

/** @throws LookbackError `config-unreadable`. */
export async function readDocusaurusProgram(root: string, configFile: string): Promise<Values> {
  return {
    ...(await readParsed([join(root, configFile)], parseConfig)),
    versionNames: await readVersions(root),
  };
}
