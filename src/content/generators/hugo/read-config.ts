/**
 * Hugo's configuration: a file, over it the folder `config/_default/`, over that `config/production/`, a file for each setting.
 * @module
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { readConfig } from '../../site/read-config.js';

type Values = Readonly<Record<string, unknown>>;

const filesIn = async (folder: string): Promise<string[]> => {
  try {
    const names = await readdir(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /\.(?:toml|ya?ml|json)$/.test(name)).sort();
  } catch {
    return [];
  }
};

/** `over` where both have a value, at any depth that both have mappings. */
const merge = (under: Values, over: Values): Values => {
  const merged: Record<string, unknown> = { ...under };
  // Hugo looks names up in any case.
  const written = new Map(Object.keys(under).map((name) => [name.toLowerCase(), name]));
  for (const [name, value] of Object.entries(over)) {
    const known = written.get(name.toLowerCase()) ?? name;
    const below = merged[known];
    merged[known] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return merged;
};

/** `params.toml` holds `params`, `params.de.toml` those of German; `hugo.toml` and `config.toml` hold all. */
const toValues = (file: string, content: Values): Values => {
  const [setting = '', language] = (file.split(/[\\/]/).at(-1) ?? '').split('.').slice(0, -1);
  const values = /^(?:hugo|config)$/i.test(setting) ? content : { [setting]: content };
  return language === undefined ? values : { languages: { [language]: values } };
};

/**
 * @param configFile at the root of the site, beneath the folder; or one of the folder.
 * @throws LookbackError `config-unreadable`.
 */
export async function readHugoConfigFiles(root: string, configFile: string): Promise<Values> {
  let config = configFile.includes('/') ? {} : await readConfig([join(root, configFile)]);
  for (const environment of ['_default', 'production']) {
    const folder = join(root, 'config', environment);
    for (const file of await filesIn(folder))
      config = merge(config, toValues(file, await readConfig([join(folder, file)])));
  }
  return config;
}
