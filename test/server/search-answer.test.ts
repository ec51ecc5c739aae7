import { describe, expect, test } from 'vitest';
import { serve } from './serve.js';

const get = async (
  url: string,
): Promise<{ readonly body: Record<string, unknown>; readonly link: string | null }> => {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { body: (await response.json()) as Record<string, unknown>, link: response.headers.get('link') };
};

describe('pages of an answer', () => {
  test('links lead over all posts, each once, forth and back', async () => {
    const { url } = await serve();
    const ids: string[] = [];
    let address = `${url}api/search?limit=2&sort=date`;
    const seen = [address];
    for (;;) {
      const { body, link } = await get(address);
      const { hits, links } = body as { hits: { id: string }[]; links: { next?: string; previous?: string } };
      ids.push(...hits.map(({ id }) => id));
      if (links.previous !== undefined) expect(new URL(links.previous, address).href).toBe(seen.at(-2));
      expect(link).toContain('rel="self"');
      expect(link?.includes('rel="next"')).toBe(links.next !== undefined);
      if (links.next === undefined) break;
      address = new URL(links.next, address).href;
      seen.push(address);
    }
    expect(seen).toHaveLength(3);
    expect(new Set(ids).size).toBe(6);
    expect(ids).toHaveLength(6);
  });

  test('keep what else was asked, and are not there where there is no such page', async () => {
    const { url } = await serve();
    const { body } = await get(`${url}api/search?q=cloud&fields=id&limit=1&facets=none`);
    expect(body.links).toEqual({
      self: '?q=cloud&fields=id&limit=1&facets=none',
      next: '?q=cloud&fields=id&limit=1&facets=none&offset=1',
    });
    const counted = await get(`${url}api/search?q=cloud&limit=0`);
    expect(counted.body).toMatchObject({ limit: 0, offset: 0, links: { self: '?q=cloud&limit=0' } });
  });
});

describe('fields of hits', () => {
  test('only those asked for are given', async () => {
    const { url } = await serve();
    const { body } = await get(`${url}api/search?q=rust&fields=url,title&fields=date`);
    const [hit] = body.hits as object[];
    expect(Object.keys(hit ?? {}).sort()).toEqual(['date', 'title', 'url']);
    expect(body).toMatchObject({ total: 1, understood: { dropped: [] } });
  });

  test.each([
    ['fields=id,__proto__', 'fields'],
    ['format=csv', 'format'],
    ['format=feed,rss', 'format'],
  ])('%s is refused', async (parameters, parameter) => {
    const { url } = await serve();
    const response = await fetch(`${url}api/search?${parameters}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'parameter-invalid',
      parameter,
      hint: expect.any(String),
    });
  });

  test('what else is wrong is told together', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}api/search?fields=none&limit=x`);
    const { problems } = (await response.json()) as { problems: { parameter: string }[] };
    expect(problems.map(({ parameter }) => parameter)).toEqual(['limit', 'fields']);
  });
});
