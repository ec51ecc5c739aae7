import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { createPost, createSampleEngine, samplePosts } from './sample-engine.js';
import { serve } from './serve.js';

/** Names of elements, and the texts of some, as an XML parser reads them. */
const readXml = (
  xml: string,
): { readonly names: readonly string[]; textsOf(name: string): readonly string[] } => {
  const names: string[] = [];
  const texts: { readonly name: string; text: string }[] = [];
  const open: { readonly name: string; text: string }[] = [];
  const parser = new Parser(
    {
      onopentagname(name) {
        names.push(name);
        open.push({ name, text: '' });
      },
      ontext(text) {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      onclosetag(name, isImplied) {
        if (isImplied && name !== 'atom:link') throw new Error(`<${name}> is not closed`);
        const last = open.pop();
        if (last) texts.push(last);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return { names, textsOf: (name) => texts.filter((read) => read.name === name).map(({ text }) => text) };
};

const hostile = createPost({
  id: 'hostile.md',
  title: '</title><script>alert(1)</script> ]]> & \u0000\u000b\ufffe "x" ',
  text: 'A parser of <b>markup</b> & \u0008 more ]]>',
  tags: ['<tag>&'],
  date: { day: '2023-01-02', timestamp: 1_672_660_800 },
});
const script = createPost({
  id: 'script.md',
  url: 'javascript:alert(1)',
  title: 'Parser',
  text: 'A parser.',
});

describe('a search as a feed', () => {
  test('JSON Feed 1.1: the newest first, addresses absolute', async () => {
    const { url } = await serve({ title: 'Notes' });
    const response = await fetch(`${url}api/search?q=cloud&format=feed&limit=2`);
    expect(response.headers.get('content-type')).toMatch(/^application\/feed\+json/);
    expect(await response.json()).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'cloud – Notes',
      home_page_url: `${url}?q=cloud&limit=2`,
      feed_url: `${url}api/search?q=cloud&format=feed&limit=2`,
      next_url: `${url}api/search?q=cloud&format=feed&limit=2&offset=2`,
      items: [
        {
          id: `${url}2022/zeit/`,
          url: `${url}2022/zeit/`,
          title: 'Die Stunde, die es zweimal gab',
          content_text: expect.stringContaining('Cloud'),
          language: 'de',
          date_published: '2022-10-26T00:00:00Z',
          tags: ['cloud'],
        },
        expect.objectContaining({ title: 'The cloud bill in five queries' }),
      ],
    });
  });

  test('addresses are relative to that of the blog where it is known', async () => {
    const { url } = await serve({ siteUrl: 'https://blog.example/' });
    const { items } = (await (await fetch(`${url}api/search?q=rust&format=feed`)).json()) as {
      items: { url: string }[];
    };
    expect(items.map((item) => item.url)).toEqual(['https://blog.example/2021/rust/']);
  });

  test('RSS holds whatever a post says, as text', async () => {
    const engine = await createSampleEngine([...samplePosts, hostile, script]);
    const { url } = await serve({ engine, title: 'A <b> & c' });
    const response = await fetch(`${url}api/search?q=parser&format=rss`);
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const xml = await response.text();
    // Of the characters that XML 1.0 does not have, none.
    expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
    const { names, textsOf } = readXml(xml);
    expect(new Set(names)).toEqual(
      new Set(
        [
          '?xml',
          'rss',
          'channel',
          'title',
          'link',
          'description',
          'atom:link',
          'item',
          'guid',
          'pubDate',
          'category',
        ].slice(1),
      ),
    );
    expect(textsOf('title')).toEqual([
      'parser – A <b> & c',
      '</title><script>alert(1)</script> ]]> & \ufffd\ufffd\ufffd "x" ',
      'One parser in Rust',
    ]);
    expect(textsOf('category')).toEqual(['<tag>&', 'rust']);
    expect(textsOf('pubDate')[0]).toBe('Mon, 02 Jan 2023 00:00:00 GMT');
    expect(textsOf('guid')).not.toContain('javascript:alert(1)');
  });

  test('the same search gives the same feed', async () => {
    const { url } = await serve();
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await fetch(`${url}api/search?q=cloud&format=rss`)).text()),
    );
    expect(first).toBe(second);
  });
});
