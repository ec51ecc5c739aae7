/**
 * Makes the scripts that a page loads, in `dist`: of each entry one file, and beside it what is loaded only when it is needed.
 * @module
 */
import { build } from 'rolldown';

/** Beside other files of a site; the hash is that of the content, so that it may be cached for ever. */
const hashed = 'lookback-[name]-[hash].js';

/** The language of questions is one file, although likelier words and completions need parts of it. */
const language = {
  name: 'query-language',
  test: /\/query\/(?:(?:lex|parse|print|read)-text|operators|characters)\./,
};

/**
 * What is loaded later imports what it shares with its entry from that, by its name: nothing is shipped twice, and the first load
 * is one file.
 */
const bundle = (name, input, dir, entryFileNames = '[name].js') => ({
  input: { [name]: input },
  preserveEntrySignatures: 'allow-extension',
  transform: { target: 'es2022' },
  output: {
    dir,
    format: 'esm',
    minify: true,
    entryFileNames,
    chunkFileNames: hashed,
    hashCharacters: 'base36',
    codeSplitting: { groups: [language], includeDependenciesRecursively: false },
  },
});

await build([
  bundle('lookback', 'src/browser/index.ts', 'dist/browser'),
  bundle('worker', 'src/browser/worker.ts', 'dist/browser'),
  bundle('static-page', 'src/page/client/static-page.ts', 'dist/page/static-page', hashed),
  bundle('search-page', 'src/page/client/search-page.ts', 'dist/page/search-page', hashed),
]);
