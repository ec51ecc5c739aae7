/**
 * Our matcher and selection with all parts in memory: ids of the best, as the other engines give them.
 * @module
 */
import { createAnalyzer, type QueryWord, queryWords } from '../../../../src/analysis/index.js';
import { parseIds } from '../../../../src/index-store/columns.js';
import { createFileSource } from '../../../../src/index-store/file-source.js';
import { openAllParts } from '../../../../src/reader/open-index.js';
import { selectTop } from '../../../../src/results/select-top.js';
import { type Ask, type Engine, language, limit } from './engine.js';
import { readManifest, writePosts } from './lookback-index.js';

const asWords = (word: QueryWord): QueryWord => ({ ...word, prefix: false, maxEdits: 0 });
const asPrefix = (word: QueryWord): QueryWord => ({ ...word, maxEdits: 0 });

export const engine: Engine = {
  build: (posts, folder) => writePosts(new Map([[language, posts]]), folder),
  async open(folder) {
    const source = createFileSource(folder);
    const [shard] = (await readManifest(folder)).shards;
    if (shard === undefined) throw new Error('The index has no posts.');
    const [matcher, idBytes] = await Promise.all([openAllParts(source, shard), source.read(shard.ids)]);
    const ids = parseIds(idBytes, shard.ids, shard.documents);
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
