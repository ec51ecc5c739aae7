import { describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../src/domain/search.js';
import { createSampleEngine } from './sample-engine.js';
import { serve } from './serve.js';

/** Which languages the engine is asked to prefer. */
const askWith = async (path: string, accepted?: string) => {
  const engine = await createSampleEngine();
  const asked: SearchQuery[] = [];
  const { url } = await serve({
    engine: {
      documentCount: engine.documentCount,
      languages: engine.languages,
      ask: (query, options) => {
        asked.push(query);
        return engine.ask(query, options);
      },
      post: engine.post,
      suggest: engine.suggest,
      related: engine.related,
    },
  });
  const response = await fetch(`${url}${path}`, {
    headers: accepted === undefined ? {} : { 'Accept-Language': accepted },
  });
  return { prefer: asked[0]?.prefer, vary: response.headers.get('vary'), status: response.status };
};

describe('the languages that a reader prefers', () => {
  test.each([
    ['de', ['de']],
    ['de-AT, de;q=0.9, en;q=0.7', ['de-AT', 'de', 'en']],
    ['en;q=0.5, cs, *;q=0.1', ['cs', 'en']],
    ['fr;q=0, en', ['en']],
    ['de;q=nonsense, <script>, en', ['en']],
    ['*', []],
    [',,;;', []],
  ])('are those of Accept-Language: %s', async (accepted, expected) => {
    for (const path of ['api/search?q=spark', '?q=spark']) {
      const { prefer, vary, status } = await askWith(path, accepted);
      expect(status).toBe(200);
      expect(prefer).toEqual(expected);
      expect(vary).toBe('Accept-Language');
    }
  });

  test('are those of the address where it says any', async () => {
    for (const path of ['api/search?q=spark&prefer=cs,en', '?q=spark&prefer=cs,en'])
      expect((await askWith(path, 'de')).prefer).toEqual(['cs', 'en']);
  });

  test('are few, however many are sent', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `de-${100 + at}`).join();
    expect((await askWith('api/search?q=spark', many)).prefer).toHaveLength(10);
  });
});
