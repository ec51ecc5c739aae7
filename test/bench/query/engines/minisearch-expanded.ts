/**
 * MiniSearch's index and scores with the prefixes and misspellings that ours takes (`--engine minisearch`).
 * @module
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer, type QueryWord, queryWords } from '../../../../src/analysis/index.js';
import { openMiniSearchMatcher } from '../../../../src/engines/minisearch/index.js';
import { sortDocuments } from '../../../../src/results/document-order.js';
import { selectTop } from '../../../../src/results/select-top.js';
import { type Ask, type Engine, language, limit } from './engine.js';
import { readMiniSearch, writeMiniSearch } from './minisearch-index.js';

const asWords = (word: QueryWord): QueryWord => ({ ...word, prefix: false, maxEdits: 0 });
const asPrefix = (word: QueryWord): QueryWord => ({ ...word, maxEdits: 0 });

export const engine: Engine = {
  async build(posts, folder) {
    await writeMiniSearch(posts, folder);
    await writeFile(join(folder, 'ids.json'), JSON.stringify(sortDocuments(posts).map(({ id }) => id)));
  },
  async open(folder) {
    const ids: readonly string[] = JSON.parse(await readFile(join(folder, 'ids.json'), 'utf8'));
    const matcher = openMiniSearchMatcher(await readMiniSearch(folder), language);
    const analyzer = createAnalyzer(language);
    const ask =
      (read: (word: QueryWord) => QueryWord): Ask =>
      async (text) => {
        const { ordinals, scores } = await matcher.match(queryWords(text, analyzer).map(read));
        const best = selectTop(
          ordinals.length,
          limit,
          (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a,
        );
        return best.map((at) => ids[ordinals[at] ?? 0] ?? '');
      };
    return { words: ask(asWords), prefix: ask(asPrefix), typos: ask((word) => word) };
  },
};
