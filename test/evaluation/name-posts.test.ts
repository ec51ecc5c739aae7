import { describe, expect, test } from 'vitest';
import { namePosts, PostUrls } from '../../src/evaluation/name-posts.js';

describe('a URL that somebody wrote', () => {
  const urls = new PostUrls([
    '/blog/2020/one/',
    '/blog/2021/one/',
    '/blog/2021/zwei%20drei/',
    'https://example.org/blog/four',
    '/blog/',
  ]);

  test.each([
    ['/blog/2020/one/', '/blog/2020/one/'],
    ['/blog/2020/one', '/blog/2020/one/'],
    ['/blog/2020/one/index.html', '/blog/2020/one/'],
    ['https://blog.example/blog/2020/one/?a=b#c', '/blog/2020/one/'],
    ['//blog.example/blog/2020/one/', '/blog/2020/one/'],
    ['2020/one', '/blog/2020/one/'],
    ['/2020/one/', '/blog/2020/one/'],
    ['/site/blog/2020/one/', '/blog/2020/one/'],
    ['/blog/2021/zwei drei/', '/blog/2021/zwei%20drei/'],
    ['/blog/four/', 'https://example.org/blog/four'],
    ['https://example.org/blog', '/blog/'],
  ])('%s is %s', (written, url) => {
    expect(urls.find(written)).toBe(url);
  });

  test.each(['/one/', '/blog/2022/one/', '/ne/', '/blog/2020/on', '/%', '', '/'])(
    '%j is none, or may be several',
    (written) => {
      expect(urls.find(written)).toBeUndefined();
    },
  );

  test('stands in judgments as the index has it; what it has not stays', () => {
    const judgments = new Map([
      ['/2020/one', 1],
      ['/blog/2020/one/', 2],
      ['/gone/', 1],
    ]);
    expect(namePosts([{ text: 'a', judgments }], urls)).toEqual([
      {
        text: 'a',
        judgments: new Map([
          ['/blog/2020/one/', 2],
          ['/gone/', 1],
        ]),
      },
    ]);
  });
});
