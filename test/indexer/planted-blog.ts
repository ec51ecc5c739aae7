/** Copies of our own sources with bugs planted in them, and builds by these copies. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import type { Config } from '../../src/config/index.js';
import type { BuildOptions, BuildReport } from '../../src/indexer/index.js';
import { createBlog, readFiles } from './blog-folder.js';

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
  for (const asset of ['static-page', 'search-page.css'])
    await cp(join(root, 'dist/page', asset), join(sound, 'page', asset), { recursive: true });
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

export interface Bug {
  readonly edits: readonly Edit[];
  readonly hidden: Readonly<Record<string, string>>;
  /** What becomes of the build. */
  readonly caught: 'doubtful' | 'leak-found';
  readonly settings?: Readonly<Record<string, unknown>>;
}

const now = new Date('2026-01-01T00:00:00Z');
/** What the hidden posts of all bugs say. */
const words = /zqx|hunter2|k8s/i;

const shown = {
  '_posts/2020-01-01-a.md': '---\ntitle: Gardens\n---\nWords about [gar](/x)dens in spring.\n',
  '_posts/2020-01-03-c.md': '---\ntitle: Rivers\n---\nWords about rivers.\n',
};

/** What became of the build, and what lies in the index. */
export const tryBuild = async (build: Build, hidden: Bug['hidden'], settings: Bug['settings'] = {}) => {
  const blog = await createBlog({ ...shown, ...hidden });
  try {
    const outcome = await build(await blog.config({ page: true, generator: 'plain', ...settings }), {
      now,
    }).then(
      ({ skips }) => skips.map(({ reason }) => reason),
      (error: { readonly code?: string }) => [error.code ?? String(error)],
    );
    const files = [...(await readFiles(blog.index).catch(() => new Map<string, Buffer>()))];
    return {
      outcome,
      leaking: files.filter(([, bytes]) => words.test(bytes.toString('latin1'))).map(([path]) => path),
    };
  } finally {
    await rm(blog.folder, { recursive: true });
  }
};
