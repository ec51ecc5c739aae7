/**
 * Each engine as one bundled file, run by a bare node: compiling TypeScript would be most of its start.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const engineNames = [
  'lookback',
  'lookback-server',
  'minisearch',
  'flexsearch-words',
  'flexsearch-forward',
  'orama',
  'sqlite',
  'nothing',
] as const;
/** Ours as another checkout has it, the commit before say; measured only where one is named. */
const otherNames = ['other', 'other-server'] as const;
export type EngineName = (typeof engineNames)[number] | (typeof otherNames)[number];

/** Engines that answer from what another one has built. */
export const sharedIndex: Partial<Readonly<Record<EngineName, EngineName>>> = {
  'lookback-server': 'lookback',
  'other-server': 'other',
};

const here = fileURLToPath(new URL('.', import.meta.url));
/** Below the packages, so that what is not bundled is found; of this run only. */
const bundleFolder = fileURLToPath(
  new URL(`../../../node_modules/.cache/lookback-bench-${process.pid}`, import.meta.url),
);

/** @param resolveDir where the imports of the program are looked for */
const bundleProgram = async (contents: string, resolveDir: string, outfile: string): Promise<void> => {
  await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'error',
    // It reads a file that lies beside it.
    external: ['node-sqlite3-wasm'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
  });
};

/** The folder of this benchmark in a checkout. */
const benchIn = (checkout: string): string => resolve(checkout, 'test/bench/query');

const bundleEngine = (name: EngineName, outfile: string, other: string | undefined): Promise<void> => {
  const isOther = otherNames.some((otherName) => otherName === name);
  return bundleProgram(
    `import { engine } from './engines/${name.replace('other', 'lookback')}.js';
import { runEngine } from './measure.js';
await runEngine(engine);`,
    isOther && other !== undefined ? benchIn(other) : here,
    outfile,
  );
};

/**
 * What measures whole answers: the engine of a checkout, asked by this one.
 * @param other folder of another checkout of Lookback; default this one
 * @returns a file
 */
export const bundleWholeAnswers = async (other?: string): Promise<string> => {
  const file = join(bundleFolder, `${other === undefined ? 'own' : 'other'}-whole-answers.mjs`);
  await bundleProgram(
    `import { createFileSource } from '../../../src/index-store/file-source.js';
import { openAllParts, openIndex } from '../../../src/reader/open-index.js';
import { runWholeAnswers } from ${JSON.stringify(join(here, 'whole-answer.js'))};
await runWholeAnswers((folder) => openIndex(createFileSource(folder), { openMatcher: openAllParts }));`,
    other === undefined ? here : benchIn(other),
    file,
  );
  return file;
};

/**
 * @param other folder of another checkout of Lookback, with its packages
 * @returns a file an engine
 */
export const bundleEngines = async (other?: string): Promise<ReadonlyMap<EngineName, string>> => {
  const names: readonly EngineName[] = other === undefined ? engineNames : [...engineNames, ...otherNames];
  const files = names.map((name) => [name, join(bundleFolder, `${name}.mjs`)] as const);
  for (const [name, file] of files) await bundleEngine(name, file, other);
  return new Map(files);
};

/** @returns what the task wrote, parsed; `undefined` if it wrote nothing */
export const runTask = async <Result>(bundle: string, ...args: readonly string[]): Promise<Result> => {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=6000', bundle, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${bundle} ${args[0]}: exit ${code}`);
  return output === '' ? (undefined as Result) : JSON.parse(output);
};

export const removeBundles = (): Promise<void> => rm(bundleFolder, { recursive: true, force: true });
