/**
 * All that a generator's configuration says: some spread it over several files, some write it as a program.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneratorName } from '../../domain/generator-names.js';
import { generators } from '../generators/index.js';
import { readDocusaurusConfig } from './docusaurus-config.js';
import { readHugoConfigFolder } from './hugo-config-folder.js';
import { readMkdocsConfig } from './mkdocs-config.js';
import { readConfig } from './read-config.js';

/**
 * @param root absolute path of the site.
 * @param configFile below it.
 * @throws LookbackError `config-unreadable`.
 */
export async function readSiteConfig(
  generator: GeneratorName,
  root: string,
  configFile: string,
): Promise<Readonly<Record<string, unknown>>> {
  const file = join(root, configFile);
  switch (generator) {
    case 'hugo':
      return readHugoConfigFolder(root, configFile.includes('/') ? {} : await readConfig(file));
    case 'docusaurus':
      return readDocusaurusConfig(root, file);
    case 'mkdocs':
      return readMkdocsConfig(file);
    default: {
      const { parseConfig, furtherConfigFiles = [] } = generators[generator];
      const there = new Set(await readdir(root).catch((): string[] => []));
      const further = furtherConfigFiles.filter((name) => there.has(name)).map((name) => join(root, name));
      return readConfig(file, parseConfig, further);
    }
  }
}
