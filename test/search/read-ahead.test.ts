import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../src/analysis/index.js';
import { loadLanguage } from '../../src/analysis/languages/load-language.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import { openCompiledMatcher } from '../../src/engines/compiled/index.js';
import { analyzePost } from '../../src/postings/record.js';
import { toQuery } from '../../src/query/search-request.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import type { Shard } from '../../src/search/shard.js';
import { contractNow } from '../contract/contract-now.js';
import { blog } from '../contract/posts.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { createSource, smallParts, writeRecords } from '../engines/compiled/corpus.js';

const english = sortDocuments(blog.filter(({ language }) => language === 'en'));

const openWith = async (words: Shard['words']) => {
  const records = english.map((post) =>
    analyzePost(toPostPieces(post), cutPassages(post), createAnalyzer('en')),
  );
  const { source, asked } = createSource(writeRecords(records, smallParts));
  const matcher = await openCompiledMatcher(source);
  const engine = createSearchEngine([{ language: 'en', matcher, store: createMemoryStore(english), words }], {
    now: () => contractNow,
  });
  asked.length = 0;
  return { asked, ask: (text: string) => engine.ask(toQuery(text)) };
};

const quiet = () => new Promise(setImmediate);

describe('while the words of the language are on their way', () => {
  test('those of the question are read, and not again', async () => {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { asked, ask } = await openWith(() => arrived.then(() => loadLanguage('en')));
    const answer = ask('spark dask');
    await quiet();
    const ahead = [...asked];
    expect(ahead.length).toBeGreaterThan(1);
    expect(ahead.every((name) => name.startsWith('words-'))).toBe(true);
    arrive();
    expect((await answer).hits.length).toBeGreaterThan(0);
    // Relatives may stand in other parts.
    expect(asked.slice(0, ahead.length)).toEqual(ahead);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('nothing is read twice over once they are there', async () => {
    const words = await loadLanguage('en');
    const { asked, ask } = await openWith(() => words);
    await ask('spark');
    const read = asked.length;
    await ask('spark');
    expect(asked).toHaveLength(read);
  });
});
