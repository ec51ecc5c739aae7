/**
 * The repository around the posts, and what makes the site where no generator's configuration says it.
 * @module
 */

import { readdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isObject } from '../../domain/is-object.js';
import { readForeignText } from '../../files/read-foreign-file.js';
import { parseJson } from '../front-matter/engines.js';

export interface Repository {
  /** Absolute path. */
  readonly root: string;
  /** What makes the site, where it is known by its configuration: a program that decides the URLs. */
  readonly framework?: string;
}

const markers = new Set([
  '.git',
  '.hg',
  'package.json',
  'deno.json',
  'deno.jsonc',
  'Cargo.toml',
  'go.mod',
  'Gemfile',
  'pyproject.toml',
  'requirements.txt',
  'composer.json',
  'pom.xml',
  'mix.exs',
]);

/** By what their configuration is named, and the package that they are. */
const frameworks: readonly { readonly name: string; readonly config: RegExp; readonly packages: string[] }[] =
  [
    { name: 'Next.js', config: /^next\.config\./, packages: ['next'] },
    { name: 'Gatsby', config: /^gatsby-config\./, packages: ['gatsby'] },
    { name: 'Nuxt', config: /^nuxt\.config\./, packages: ['nuxt', 'nuxt3'] },
    { name: 'SvelteKit', config: /^svelte\.config\./, packages: ['@sveltejs/kit'] },
    { name: 'Remix', config: /^remix\.config\./, packages: ['@remix-run/react'] },
    { name: 'React Router', config: /^react-router\.config\./, packages: ['@react-router/dev'] },
  ];

const readDependencies = async (root: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    const manifest = parseJson(await readForeignText(join(root, 'package.json')));
    if (!isObject(manifest)) return {};
    const { dependencies, devDependencies } = manifest;
    return { ...(isObject(dependencies) && dependencies), ...(isObject(devDependencies) && devDependencies) };
  } catch {
    // It only names the framework, and nothing depends on it.
    return {};
  }
};

const findFramework = async (root: string, names: readonly string[]): Promise<string | undefined> => {
  const dependencies = names.includes('package.json') ? await readDependencies(root) : {};
  return frameworks.find(
    ({ config, packages }) =>
      names.some((name) => config.test(name)) || packages.some((name) => Object.hasOwn(dependencies, name)),
  )?.name;
};

/** Folders above the posts that are looked at. */
const maxLevels = 5;

/** The repository, or the package in it, that a folder lies in. */
export const findRepository = async (folder: string, levels = maxLevels): Promise<Repository | undefined> => {
  for (let root = folder, level = 0; level <= levels; root = dirname(root), level += 1) {
    if (root === dirname(root) || root === homedir() || root === tmpdir()) return undefined;
    const names = await readdir(root).catch(() => []);
    if (!names.some((name) => markers.has(name))) continue;
    const framework = await findFramework(root, names);
    return { root, ...(framework !== undefined && { framework }) };
  }
  return undefined;
};
