import { describe, expect, test } from 'vitest';
import { toHeadingUrl, toImageUrl, toSafeUrl } from '../../src/page/post-url.js';

describe('toSafeUrl', () => {
  test.each([
    '/2019/01/post/',
    'post.html?a=1#b',
    '../post/',
    'https://example.org/post/',
    'http://example.org/',
    '//example.org/post/',
    '/javascript:alert(1)',
  ])('%s is a link', (url) => {
    expect(toSafeUrl(url)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    '  javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:a@example.org',
    'https://[',
  ])('%j is none', (url) => {
    expect(toSafeUrl(url)).toBeUndefined();
  });
});

describe('toHeadingUrl', () => {
  test('points at the heading, whatever the address pointed at', () => {
    expect(toHeadingUrl('/post/', 'the-end')).toBe('/post/#the-end');
    expect(toHeadingUrl('/post/?a=1#start', 'the-end')).toBe('/post/?a=1#the-end');
  });

  test('encodes the anchor', () => {
    expect(toHeadingUrl('/post/', 'größe "x"')).toBe('/post/#gr%C3%B6%C3%9Fe%20%22x%22');
    expect(toHeadingUrl('/post/', 'cut \ud800off')).toBe('/post/#cut%20off');
  });

  test('is no link without an anchor or a safe address', () => {
    expect(toHeadingUrl('/post/', '')).toBeUndefined();
    expect(toHeadingUrl('javascript:alert(1)//', 'x')).toBeUndefined();
  });
});

describe('toImageUrl', () => {
  test.each([
    ['/img/a.png', '/post/', '/img/a.png'],
    ['cover.png', '/2019/post/', '/2019/post/cover.png'],
    ['../a b.png?x=1', '/2019/post/', '/2019/a%20b.png?x=1'],
    ['cover.png', 'https://blog.example/post/', 'https://blog.example/post/cover.png'],
    ['https://cdn.example/a.png', '/post/', 'https://cdn.example/a.png'],
    ['//cdn.example/a.png', '/post/', 'https://cdn.example/a.png'],
  ])('%s of %s is %s', (image, url, address) => {
    expect(toImageUrl(image, url)).toBe(address);
  });

  test.each([
    ['http://cdn.example/a.png', '/post/'],
    ['cover.png', 'http://blog.example/post/'],
    ['javascript:alert(1)', '/post/'],
    ['data:image/svg+xml,<svg onload=alert(1)>', '/post/'],
    ['cover.png', 'javascript:alert(1)'],
    ['https://[', '/post/'],
  ])('%s of %s is none that the policy lets load', (image, url) => {
    expect(toImageUrl(image, url)).toBeUndefined();
  });
});
