/**
 * Makes the scripts that a page loads, in `dist`: of each entry one file, and beside it what is loaded only when it is needed.
 * @module
 */
import { basename, resolve } from 'node:path';
import { build } from 'rolldown';

/** Beside other files of a site; the hash is that of the content, so that it may be cached for ever. */
const hashed = 'lookback-[name]-[hash].js';

/** All that an entry imports, and what that imports, is in the file of the entry: the first load is one file. */
const firstLoad = (name, input) => {
  const entry = resolve(input);
  const imported = new Set();
  const add = (id, context) => {
    if (imported.has(id)) return;
    imported.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) add(next, context);
  };
  return {
    debugName: name,
    name: (id, context) => {
      add(entry, context);
      return imported.has(id) ? name : null;
    },
  };
};

/** The language of questions is one file, although likelier words and completions need parts of it. */
const language = {
  name: 'query-language',
  test: /\/query\/(?:(?:lex|parse|print|read)-text|operators|characters|calendar-days|language-tag)\./,
};

/** What is loaded later imports what it shares with its entry from that, by its name: nothing is shipped twice. */
const bundle = (
  name,
  input,
  dir,
  { entryFileNames = '[name].js', chunkFileNames = hashed, groups = [language], ...options } = {},
) => ({
  input: { [name]: input },
  preserveEntrySignatures: 'allow-extension',
  transform: { target: 'es2022' },
  output: {
    dir,
    format: 'esm',
    minify: true,
    entryFileNames,
    chunkFileNames,
    hashCharacters: 'base36',
    codeSplitting: { groups: [firstLoad(name, input), ...groups], includeDependenciesRecursively: false },
  },
  ...options,
});

/** What `lookback build --page` writes: a library of a name that stays, and in `assets` what has its hash in its name. */
const deployed = 'dist/page/static-page';
const asset = `assets/${hashed}`;

/** The engine is taken from the library, by the names that `deployed.ts` exports. */
const fromLibrary = {
  name: 'from-library',
  resolveId: (id) =>
    /\/(?:open-here|errors)\.js$/.test(id) ? { id: '../lookback.js', external: true } : null,
};

/** The worker of a deployed library, whose name has its hash, in place of the one that bundlers look for; it is beside what starts it. */
const withWorker = (fileName) => ({
  name: 'with-worker',
  transform: (code) => code.replaceAll("'./worker.js'", `'./${fileName}'`),
});

const besideLibrary = { entryFileNames: asset, chunkFileNames: asset, groups: [], plugins: [fromLibrary] };
const [worker] = await build([
  bundle('worker', 'src/browser/worker.ts', deployed, besideLibrary),
  bundle('static-page', 'src/page/client/static-page.ts', deployed, besideLibrary),
  bundle('lookback', 'src/browser/index.ts', 'dist/browser'),
  bundle('worker', 'src/browser/worker.ts', 'dist/browser'),
  bundle('search-page', 'src/page/client/search-page.ts', 'dist/page/search-page', {
    entryFileNames: hashed,
  }),
]);
await build(
  bundle('lookback', 'src/browser/deployed.ts', deployed, {
    chunkFileNames: asset,
    plugins: [withWorker(basename(worker.output[0].fileName))],
  }),
);
