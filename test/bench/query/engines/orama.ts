/**
 * Orama. It takes every word as a prefix: its `exact` reads the text of each match again, and letter by letter.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, insert, load, type Orama, save, search } from '@orama/orama';
import { createAnalyzer } from '../../../../src/analysis/index.js';
import { toDocument } from '../../../../src/engines/minisearch/index.js';
import { fieldBoosts } from '../../../../src/engines/minisearch/scoring.js';
import { type Ask, type Engine, language, limit } from './engine.js';

const schema = {
  title: 'string',
  headings: 'string',
  taxonomy: 'string',
  body: 'string',
  code: 'string',
} as const;
type Index = Orama<typeof schema>;

const createIndex = (): Index => {
  const analyzer = createAnalyzer(language);
  return create({
    schema,
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text: string) => [...new Set(analyzer.terms(text))],
      },
    },
  });
};

const fileName = 'orama.json';

export const engine: Engine = {
  async build(posts, folder) {
    const index = createIndex();
    for (const post of posts) await insert(index, toDocument(post));
    await writeFile(join(folder, fileName), JSON.stringify(save(index)));
  },
  async open(folder) {
    const index = createIndex();
    load(index, JSON.parse(await readFile(join(folder, fileName), 'utf8')));
    const ask =
      (tolerance: number): Ask =>
      async (term) => {
        const { hits } = await search(index, { term, limit, tolerance, boost: fieldBoosts });
        return hits.map(({ id }) => id);
      };
    return { words: ask(0), prefix: ask(0), typos: ask(1) };
  },
};
