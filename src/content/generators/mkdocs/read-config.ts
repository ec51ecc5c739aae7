/**
 * `mkdocs.yml`: YAML with tags of Python's, beneath it the file that it inherits from.
 * @module
 */

import { dirname, join } from 'node:path';
import { Type } from 'js-yaml';
import { LookbackError } from '../../../domain/errors.js';
import { isObject } from '../../../domain/is-object.js';
import { parseYaml } from '../../front-matter/engines.js';
import { readParsed } from '../../site/read-config.js';

type Values = Readonly<Record<string, unknown>>;

/** Files that inherit from one another; one that inherits from itself ends there. */
const maxParents = 10;

/** A function of Python's, by its name, with what it is called with: `!!python/object/apply:pymdownx.slugs.slugify`. */
interface PythonValue {
  readonly python: string;
  readonly arguments: unknown;
}

/** Of `!ENV [A, B, default]` the default: the variables are those of whoever builds. */
const toEnvironment = (data: unknown): unknown =>
  Array.isArray(data) && data.length > 1 ? data.at(-1) : null;

const construct = (data: unknown, tag = ''): unknown => {
  const python = /^tag:yaml\.org,2002:python\/[^:]*:(.*)$/.exec(tag)?.[1];
  if (python !== undefined) return { python, arguments: data } satisfies PythonValue;
  return tag === '!ENV' ? toEnvironment(data) : null;
};

const tags = (['scalar', 'sequence', 'mapping'] as const).flatMap((kind) =>
  ['!', 'tag:yaml.org,2002:python/'].map((prefix) => new Type(prefix, { kind, multi: true, construct })),
);

/** `over` where both have a value, at any depth that both have mappings. */
const merge = (under: Values, over: Values): Values => {
  const merged: Record<string, unknown> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    merged[name] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return merged;
};

/** @throws LookbackError `config-unreadable`. */
export async function readMkdocsConfig(root: string, configFile: string): Promise<Values> {
  const file = join(root, configFile);
  let config: Values = {};
  let next: string | undefined = file;
  for (let count = 0; next !== undefined; count += 1) {
    const at: string = next;
    if (count > maxParents)
      throw new LookbackError('config-unreadable', `${file} inherits from more than ${maxParents} files`, {
        file,
      });
    const { INHERIT: parent, ...own }: Values = await readParsed([at], (source) => parseYaml(source, tags));
    config = merge(own, config);
    next = typeof parent === 'string' ? join(dirname(at), parent) : undefined;
  }
  return config;
}
