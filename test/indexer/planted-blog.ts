/** Copies of our own sources with bugs planted in them, and builds by these copies. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import type { Config } from '../../src/config/index.js';
import type { BuildOptions, BuildReport } from '../../src/indexer/index.js';

const root = resolve(import.meta.dirname, '../..');

/** In a file of `src`, what is replaced, which must stand there exactly once, and by what. */
export type Edit = readonly [file: string, from: string, to: string];

export type Build = (config: Config, options?: BuildOptions) => Promise<BuildReport>;

const applyEdits = (source: string, edits: readonly Edit[]): string =>
  edits.reduce((text, [file, from, to]) => {
    const count = text.split(from).length - 1;
    if (count !== 1)
      throw new Error(`${JSON.stringify(from)} stands ${count} times in ${file}: plant the bug anew`);
    return text.replace(from, () => to);
  }, source);

/** Below node_modules, so that packages are found from there and nothing else is. */
export const createPlanter = async () => {
  const folder = join(root, 'node_modules/.cache', `lookback-planted-${process.pid}`);
  const sound = join(folder, 'sound');
  await mkdir(sound, { recursive: true });
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) =>
    /(?<!\.d)\.ts$/.test(file),
  );
  await build({
    entryPoints: files.map((file) => join(root, 'src', file)),
    outbase: join(root, 'src'),
    outdir: sound,
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  for (const asset of ['static-page.js', 'search-page.css'])
    await cp(join(root, 'dist/page', asset), join(sound, 'page', asset));
  await writeFile(join(sound, 'package.json'), '{"type": "module"}');
  let count = 0;
  return {
    /** The build of a copy in which the edits are made. */
    plant: async (edits: readonly Edit[]): Promise<Build> => {
      count += 1;
      const copy = join(folder, String(count));
      await cp(sound, copy, { recursive: true });
      for (const file of new Set(edits.map(([name]) => name))) {
        const source = await readFile(join(root, 'src', file), 'utf8');
        const edited = applyEdits(
          source,
          edits.filter(([name]) => name === file),
        );
        const { code } = await transform(edited, { loader: 'ts', format: 'esm', target: 'node20' });
        await writeFile(join(copy, file.replace(/\.ts$/, '.js')), code);
      }
      const module: { readonly buildIndex: Build } = await import(
        pathToFileURL(join(copy, 'indexer/index.js')).href
      );
      return module.buildIndex;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
