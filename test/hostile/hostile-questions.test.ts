import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchEngine } from '../../src/domain/search.js';
import { maxTextLength } from '../../src/query/limits.js';
import { parseParameters } from '../../src/query/parse-parameters.js';
import { toSuggestQuery } from '../../src/query/suggest-query.js';
import { createPost } from '../contract/posts.js';
import { createEngineOfPosts } from '../engines/compiled/engine-of-posts.js';

/** A vocabulary in which a question stands for as many terms as it may: alike, and long. */
const words = Array.from(
  { length: 20_000 },
  (_, at) => `aaaa${at.toString(2).replace(/0/g, 'a').replace(/1/g, 'b')}`,
);

let engine: SearchEngine;
beforeAll(async () => {
  engine = await createEngineOfPosts(
    Array.from({ length: 100 }, (_, at) =>
      createPost({
        id: `${at}.md`,
        title: 'a.b_c-d '.repeat(200),
        text: `${words.slice(at * 200, at * 200 + 200).join(' ')} ${'a.b'.repeat(2_000)} ${'日本'.repeat(500)}`,
        headings: [],
      }),
    ),
  );
}, 120_000);

const fill = (unit: string): string => unit.repeat(maxTextLength).slice(0, maxTextLength);

describe('a question of 512 characters is answered in two seconds, whatever it holds', () => {
  test.each([
    ['one letter', fill('a')],
    ['words that are all alike', words.slice(0, 60).join(' ').slice(0, maxTextLength)],
    ['misspelt words', fill('aaaabbab aaaababa ')],
    ['compounds', fill('a.b_c-')],
    ['a compound of marks', `a${fill('.')}`.slice(0, maxTextLength)],
    ['apostrophes', fill("a'")],
    ['blanks', `a${' '.repeat(maxTextLength - 2)}b`],
    ['marks that combine', `a${fill('\u0301')}`.slice(0, maxTextLength)],
    ['letters that fold', fill('ﬃ')],
    ['characters without spaces between', fill('日本')],
    ['quotes and signs', fill('"(-+*:^~')],
    ['soft hyphens', fill('a\u00ad')],
    ['halves of characters', fill('\ud800a')],
    ['identifiers', fill('aB')],
  ])('%s', async (_, text) => {
    const { query } = parseParameters([
      ['q', text],
      ['limit', '100'],
    ]);
    if (query === undefined) return;
    for (const answer of [
      () => engine.ask(query),
      () => engine.suggest(toSuggestQuery(text, { limit: 20 })),
    ]) {
      const before = process.cpuUsage();
      await answer();
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(2);
    }
  });
});
