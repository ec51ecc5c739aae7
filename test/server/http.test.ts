import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createSampleEngine } from './sample-engine.js';
import { serve } from './serve.js';

/** A request as it is, which `fetch` would refuse or mend. */
const sendTarget = async (url: string, target: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return text(socket);
};

describe('what HTTP asks of an answer', () => {
  test.each(['', 'api/search?q=spark', 'api/tags', 'assets/search-page.css'])(
    'GET /%s is not sent twice to who has it',
    async (path) => {
      const { url } = await serve();
      const first = await fetch(`${url}${path}`);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      expect(first.headers.get('cache-control')).toBe('no-cache');
      // A browser asks like this; Node's fetch would add `no-cache`.
      const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
      const second = await fetch(`${url}${path}`, { headers });
      expect(second.status).toBe(304);
      expect(await second.text()).toBe('');
    },
  );

  test('another answer has another tag', async () => {
    const { url } = await serve();
    const tags = await Promise.all(
      ['spark', 'rust'].map(async (word) => (await fetch(`${url}api/search?q=${word}`)).headers.get('etag')),
    );
    expect(tags[0]).not.toBe(tags[1]);
  });

  test('the files of the page may be kept for ever under the address that the page gives', async () => {
    const { url } = await serve();
    const page = await (await fetch(url)).text();
    const addresses = [...page.matchAll(/(?:src|href)="(assets\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses).toHaveLength(2);
    for (const address of addresses) {
      const response = await fetch(new URL(address, url));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const outdated = await fetch(`${url}assets/search-page.css?v=other`);
    expect(outdated.headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['', 'api/search?q=spark', 'healthz', 'assets/search-page.css', 'api/posts/none'])(
    'HEAD /%s is GET without the body',
    async (path) => {
      const { url } = await serve();
      const get = await fetch(`${url}${path}`);
      const head = await fetch(`${url}${path}`, { method: 'HEAD' });
      expect(head.status).toBe(get.status);
      expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
      expect(await head.text()).toBe('');
    },
  );

  test.each(['', 'api/search', 'api/posts/x', 'nowhere'])(
    'every answer to /%s carries the security headers',
    async (path) => {
      const { url } = await serve();
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    },
  );

  test('any site may read the API, and only the API', async () => {
    const { url } = await serve();
    const allowed = async (path: string) =>
      (await fetch(`${url}${path}`)).headers.get('access-control-allow-origin');
    expect(await allowed('api/search?q=x')).toBe('*');
    expect(await allowed('api/search?limit=x')).toBe('*');
    expect(await allowed('')).toBeNull();
  });
});

describe('errors', () => {
  test.each([
    'nowhere',
    'api',
    'api/search/x',
    'api/posts/',
    'assets/../package.json',
    'assets/page-assets.js',
  ])('there is nothing at /%s', async (path) => {
    const { url } = await serve();
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'route-unknown', hint: expect.any(String) });
  });

  test.each(['http://[::1', 'http://', 'http://[/api/search?q=x', '//[', 'http://a:b:c/'])(
    'an address that cannot be read, %s, is the mistake of who asks',
    async (target) => {
      const lines: string[] = [];
      const { url } = await serve({ log: (line) => lines.push(line) });
      const answer = await sendTarget(url, target);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).toContain('X-Content-Type-Options: nosniff');
      expect(answer).toMatch(/"code":"(?:parameter-invalid|route-unknown)"/);
      await expect.poll(() => lines.length).toBe(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'request', url: target });
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'PROPFIND'])('%s is not taken', async (method) => {
    const { url } = await serve();
    const response = await fetch(`${url}api/search`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('GET');
    expect(await response.json()).toMatchObject({ code: 'method-unsupported' });
  });

  test('a whole URL without a path is the page', async () => {
    const { url } = await serve();
    expect(await sendTarget(url, new URL(url).origin)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('what nobody foresaw is a bare 500 and a line of the log', async () => {
    const lines: string[] = [];
    const fail = (): never => {
      throw new Error('the secret of the house');
    };
    const { url } = await serve({
      engine: {
        get documentCount() {
          return fail();
        },
        get languages() {
          return fail();
        },
        ask: fail,
        post: fail,
        suggest: fail,
        related: fail,
      },
      log: (line) => lines.push(line),
    });
    for (const path of ['', 'api/search?q=x', 'api/suggest?q=x', 'healthz']) {
      lines.length = 0;
      const response = await fetch(`${url}${path}`);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
      expect(text).not.toMatch(/secret| at /);
      await expect.poll(() => lines.length).toBe(2);
      const [failure, request] = lines.map((line) => JSON.parse(line));
      expect(failure).toMatchObject({ event: 'failure', method: 'GET', url: `/${path}` });
      expect(failure.error).toMatch(/the secret of the house\n +at /);
      expect(request).toMatchObject({ event: 'request', status: 500 });
    }
  });
});

describe('the log', () => {
  test('has one line of JSON per request', async () => {
    const lines: string[] = [];
    const { url } = await serve({ log: (line) => lines.push(line) });
    await (await fetch(`${url}api/search?q=a%0Ab`)).text();
    await expect.poll(() => lines.length).toBe(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      event: 'request',
      method: 'GET',
      url: '/api/search?q=a%0Ab',
      status: 200,
      milliseconds: expect.any(Number),
    });
  });

  test('says 499 for a client that left, and the search is stopped', async () => {
    const lines: string[] = [];
    const events = new EventEmitter();
    const isAsked = once(events, 'asked');
    const isStopped = once(events, 'stopped');
    const engine = await createSampleEngine();
    const { url } = await serve({
      engine: {
        ...engine,
        ask: (_query, { signal } = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              events.emit('stopped');
              reject(signal.reason);
            });
            events.emit('asked');
          }),
      },
      log: (line) => lines.push(line),
    });
    const controller = new AbortController();
    const answer = fetch(`${url}api/search?q=x`, { signal: controller.signal });
    await isAsked;
    controller.abort();
    await expect(answer).rejects.toThrow();
    await isStopped;
    await expect.poll(() => lines.length).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'request', status: 499 });
  });
});

describe('GET /', () => {
  test('is the page with the answer in it', async () => {
    const { url } = await serve({ title: 'Notes & queries' });
    const response = await fetch(`${url}?q=spark&tag=cloud`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toContain('<title>spark – Notes &amp; queries</title>');
    expect(page).toContain('href="/2019/dask or spark/"');
    expect(page).toContain('<mark>Spark</mark>');
  });

  test.each([
    ['de-AT,de;q=0.9,en;q=0.5', 'de', 'ltr'],
    ['fi, ar;q=0.4', 'ar', 'rtl'],
    ['fi', 'en', 'ltr'],
    ['', 'en', 'ltr'],
  ])('to who asks for "%s" speaks %s', async (accepted, language, direction) => {
    const { url } = await serve();
    const response = await fetch(url, { headers: { 'accept-language': accepted } });
    expect(response.headers.get('vary')).toContain('Accept-Language');
    expect(await response.text()).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  test('speaks the language that it is set to, leads home and wears the style of the site', async () => {
    const { url } = await serve({ interfaceLanguage: 'cs', homeUrl: '/blog/', stylesheet: '/theme.css' });
    const response = await fetch(url, { headers: { 'accept-language': 'de' } });
    const page = await response.text();
    expect(page).toContain('<html lang="cs" dir="ltr">');
    expect(page).toContain('<a class="home" href="/blog/">Domů</a>');
    expect(page).toContain('<link rel="stylesheet" href="/theme.css">');
  });

  test('does not mind what others hang on a link to it', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}?q=spark&fbclid=1&utm_source=x`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('2 posts for “spark”');
  });

  test('says what is wrong with its parameters, as a page', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}?q=spark&limit=x`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toMatch(/<div id="problems" role="alert"><ul[^>]*><li>[^<]*limit/);
    expect(page).toContain('value="spark"');
  });
});

describe('a link to a post that is not on this server', () => {
  const follow = async (path: string, accept: string): Promise<Response> => {
    const { url } = await serve({ title: 'A <b>blog</b>' });
    return fetch(`${url}${path}`, { headers: { accept } });
  };
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  test('is a page that says so, names the setting and leads back', async () => {
    const response = await follow('2019/01/a%3Cscript%3E/', browser);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).toContain('<code>baseUrl</code>');
    expect(page).toContain('href="../../../assets/search-page.css"');
    expect(page).not.toMatch(/<script|<b>/);
  });

  test.each([
    ['2019/01/post/', 'application/json'],
    ['2019/01/post/', '*/*'],
    ['api/nothing', browser],
    ['api/posts/none', browser],
  ])('%s for %s is the error of the API', async (path, accept) => {
    const response = await follow(path, accept);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/^(route|post)-unknown$/) });
  });
});
