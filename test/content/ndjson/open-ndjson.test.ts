import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNdjson, type PostOutcome } from '../../../src/content/index.js';

const now = new Date('2026-01-01T00:00:00Z');

const open = (input: string | Uint8Array, settings: Partial<Parameters<typeof openNdjson>[0]> = {}) =>
  openNdjson({
    input: (async function* () {
      yield Buffer.from(input);
    })(),
    now,
    ...settings,
  });

const read = async (
  record: object | string,
  settings: Partial<Parameters<typeof openNdjson>[0]> = {},
): Promise<PostOutcome> =>
  (await open(typeof record === 'string' ? record : JSON.stringify(record), settings)).read('1');

const post = { url: '/a/', title: 'A' };

describe('a line becomes a post', () => {
  test('with all that it says', async () => {
    const record = {
      id: 7,
      url: '/grüße/a b/',
      title: ' Two\nlines ',
      date: '2020-01-31 23:30',
      updated: '2020-02-01',
      tags: 'x, y',
      categories: ['c'],
      authors: [{ name: 'Ann' }],
      language: 'pt_br',
      expires: '2999-01-01',
      series: 's',
      image: '/a.png',
      text: 'First  line\r\n\r\n  second \u0007line ',
    };
    expect(await read(record, { timeZone: 'Europe/Prague', baseUrl: '/blog' })).toMatchObject({
      kind: 'post',
      rule: 'url of the line',
      languageRule: 'front matter',
      bytes: Buffer.byteLength(JSON.stringify(record)),
      post: {
        id: '7',
        url: '/blog/gr%C3%BC%C3%9Fe/a%20b/',
        title: 'Two lines',
        date: { day: '2020-01-31', timestamp: Date.UTC(2020, 0, 31, 22, 30) / 1000 },
        updated: { day: '2020-02-01' },
        tags: ['x', 'y'],
        categories: ['c'],
        authors: ['Ann'],
        language: 'pt-BR',
        expires: Date.parse('2998-12-31T23:00:00Z') / 1000,
        series: 's',
        image: '/a.png',
        text: 'First  line\nsecond line',
        headings: [],
        code: [],
      },
    });
  });

  test.each([
    ['markdown', '# Head\n\nSome **bold** `code`.', 'Head\nSome bold code.', 1],
    [
      'html',
      '<h2 id="own">Head</h2><p>Some <b>bold</b> text</p><script>no()</script>',
      'Head\nSome bold text',
      1,
    ],
    ['text', '# No <b>markup</b>', '# No <b>markup</b>', 0],
  ])('with words in %s', async (format, words, text, headings) => {
    const outcome = await read({ ...post, [format]: words });
    expect(outcome).toMatchObject({ kind: 'post', post: { text } });
    expect(outcome.kind === 'post' && outcome.post.headings.length).toBe(headings);
  });

  test('whose id is its url, and whose title is its first heading, where nothing else is said', async () => {
    expect(await read({ url: 'https://example.org/a/', markdown: '## Head\n\ntext' })).toMatchObject({
      post: { id: 'https://example.org/a/', url: 'https://example.org/a/', title: 'Head' },
    });
  });

  test.each([
    ['/a/?p=1&q=ü#top', '/a/?p=1&q=%C3%BC#top'],
    ['https://example.org?p=1', 'https://example.org/?p=1'],
    ['/a%20b/', '/a%20b/'],
  ])('at %s', async (url, expected) => {
    expect(await read({ ...post, url })).toMatchObject({ post: { url: expected } });
  });

  test('in the language of the setting, or of its words', async () => {
    expect(await read(post, { language: 'de' })).toMatchObject({
      languageRule: 'site',
      post: { language: 'de' },
    });
    expect(await read(post, { detectLanguage: async () => 'cs' })).toMatchObject({
      languageRule: 'text',
      post: { language: 'cs' },
    });
  });
});

describe('a line is hidden by every signal', () => {
  test.each([
    [{ draft: 'yes' }, 'draft'],
    [{ draft: 1 }, 'draft'],
    [{ published: false }, 'unpublished'],
    [{ date: '2999-01-01' }, 'future'],
    [{ expires: '2001-01-01' }, 'expired'],
    [{ params: { draft: true } }, 'draft'],
    [{ unlisted: true }, 'unpublished'],
    [{ date: 'someday' }, 'invalid-post'],
    [{ id: '_drafts/a.md' }, 'draft'],
  ])('%j', async (signal, reason) => {
    expect(await read({ ...post, text: 'words', ...signal })).toMatchObject({
      kind: 'skip',
      skip: { file: '<stdin>', line: 1, reason },
    });
  });

  test('and says when it is due', async () => {
    expect(await read({ ...post, date: '2999-01-01' })).toMatchObject({ due: Date.UTC(2999, 0, 1) / 1000 });
  });
});

describe('a bad line is a skip', () => {
  test.each([
    ['no json', 'invalid-post'],
    ['[1]', 'invalid-post'],
    ['null', 'invalid-post'],
    [{ title: 'A' }, 'invalid-post'],
    [{ ...post, url: 'a/b' }, 'invalid-post'],
    [{ ...post, url: '//example.org/' }, 'invalid-post'],
    [{ ...post, url: 'javascript:alert(1)' }, 'invalid-post'],
    [{ ...post, text: 'a', html: 'b' }, 'invalid-post'],
    [{ ...post, text: 5 }, 'invalid-post'],
    [{ ...post, id: {} }, 'invalid-post'],
    [{ url: '/a/', text: 'words' }, 'invalid-post'],
    [{ url: '/a/' }, 'empty'],
  ])('%j', async (record, reason) => {
    expect(await read(record)).toMatchObject({ kind: 'skip', skip: { line: 1, reason } });
  });

  test('also where it is too long, no UTF-8, or has the id of another', async () => {
    const long = JSON.stringify({ ...post, text: 'x'.repeat(3000) });
    const lines = Buffer.concat([
      Buffer.from(`${long}\n{"url":"/b/","title":"`),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"url":"/c/","title":"C"}\n\n{"id":"/c/","url":"/d/","title":"D"}'),
    ]);
    const content = await open(lines, { maxPostBytes: 2000 });
    expect(content.files).toEqual(['1', '2', '3', '5']);
    const outcomes = await Promise.all(content.files.map((file) => content.read(file)));
    expect(outcomes.map((outcome) => (outcome.kind === 'skip' ? outcome.skip.reason : 'post'))).toEqual([
      'too-large',
      'encoding',
      'post',
      'invalid-post',
    ]);
    expect(outcomes[0]?.bytes).toBe(long.length);
  });

  test('however deep it is nested', async () => {
    const deep = `{"url":"/a/","title":"A","tags":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const content = await open(deep);
    expect(await content.read('1')).toMatchObject({ kind: 'skip', skip: { reason: 'unreadable' } });
    expect(await content.source('1')).toContain('/a/');
  });
});

test('what a line says is known whole for the leak check, even of a line that is not JSON', async () => {
  const content = await open('{"title":"caf\\u00e9","more":{"inner":["deep"]}}\nbroken words');
  expect((await content.source('1')).split('\n').sort()).toEqual(['café', 'deep', 'inner', 'more', 'title']);
  expect(await content.source('2')).toBe('broken words');
});

test('lines are the same however the stream is cut', async () => {
  const lines = ['{"url":"/a/","title":"Ä"}', '', '{"url":"/b/","title":"日本"}', 'x'.repeat(50)];
  const bytes = Buffer.from(lines.join('\n'));
  const whole = await open(bytes, { maxPostBytes: 40 });
  const expected = await Promise.all(whole.files.map((file) => whole.read(file)));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const input = (async function* () {
        for (const [index, from] of at.entries()) yield bytes.subarray(from, at[index + 1]);
      })();
      const content = await openNdjson({ input, now, maxPostBytes: 40 });
      expect(content.files).toEqual(['1', '3', '4']);
      expect(await Promise.all(content.files.map((file) => content.read(file)))).toEqual(expected);
    }),
  );
});

describe('what every passage repeats is bounded', () => {
  test('titles and names', async () => {
    const outcome = await read({
      ...post,
      title: 'A'.repeat(9_000),
      tags: ['a', 'b'.repeat(9_000), 'c'],
      categories: Array.from({ length: 600 }, (_, at) => `c${at}`),
    });
    if (outcome.kind === 'skip') throw new Error(outcome.skip.message);
    expect(outcome.post.title).toHaveLength(2_000);
    expect(outcome.post.tags).toEqual(['a', 'c']);
    expect(outcome.post.categories).toHaveLength(500);
    expect(outcome.notices.map(({ message }) => message)).toEqual([
      'has more tags than can be kept: 1 of 3 were left out',
      'has more categories than can be kept: 100 of 600 were left out',
    ]);
  });

  test.each([{ url: `/${'a'.repeat(20_000)}/` }, { id: 'a'.repeat(20_000) }])('addresses', async (long) => {
    expect(await read({ ...post, ...long })).toMatchObject({
      kind: 'skip',
      skip: { reason: 'invalid-post' },
    });
  });
});
