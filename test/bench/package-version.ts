import { readFile } from 'node:fs/promises';

/** Of a package as it is installed, `name 1.2.3`: what is measured depends on it. */
export const toNameAndVersion = async (name: string): Promise<string> => {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version }: { readonly version: string } = JSON.parse(await readFile(file, 'utf8'));
  return `${name} ${version}`;
};
