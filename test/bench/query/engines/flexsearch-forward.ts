/**
 * FlexSearch with prefixes of every word; its answer to misspellings is an encoder by sound, so it analyzes by itself.
 * @module
 */
import { Charset } from 'flexsearch';
import { createFlexSearch } from './flexsearch-index.js';

export const engine = createFlexSearch({ tokenize: 'forward', encoder: Charset.LatinAdvanced }, (ask) => ({
  words: ask(false),
  prefix: ask(false),
  // Posts that have not all of the words are taken too: the misspelt one is often none.
  typos: ask(true),
}));
