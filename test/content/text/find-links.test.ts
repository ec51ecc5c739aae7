import { describe, expect, test } from 'vitest';
import { extractText } from '../../../src/content/text/extract-text.js';
import { findLinks } from '../../../src/content/text/find-links.js';

describe('the links of a post', () => {
  test.each<[string, string, readonly string[]]>([
    ['inline', 'See [b](/b/) and [c]( <../c.md> "title").', ['/b/', '../c.md']],
    ['a reference', '[b][1]\n\n[1]: /b/ "title"\n', ['/b/']],
    ['HTML', '<p><a class="x" href="/b/">b</a>', ['/b/']],
    ['Hugo', '[b]({{< ref "news/b.md" >}}), [c]({{% relref path="c" %}})', ['news/b.md', 'c']],
    [
      'Jekyll',
      '[b]({% post_url 2020-01-01-b %}) [c]({{ site.url }}{% link _posts/c.md %})',
      ['2020-01-01-b', '_posts/c.md'],
    ],
    ['behind the address of the site', '[b]({{ site.baseurl }}/b/)', ['/b/']],
    ['once each, in the order of the text', '[c](/c) <a href="/b"> [c](/c)', ['/c', '/b']],
    [
      'of pages and posts only',
      '[a](#part) [b](mailto:x@example.org) [c](https://example.org/c)',
      ['https://example.org/c'],
    ],
    ['none in code', '```\n[b](/b/)\n```\n', []],
    ['none in comments', '<!-- [b](/b/) --> [c](/c/) <!-- [d](/d/)', ['/c/']],
  ])('%s', (_, source, expected) => {
    expect(findLinks(source, true)).toEqual(expected);
  });

  test('come with its words, and not at all where there are none', () => {
    expect(extractText('[b](/b/)', { format: 'markdown' }).links).toEqual(['/b/']);
    expect(extractText('b', { format: 'markdown' })).not.toHaveProperty('links');
  });

  test('are bounded', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `[x](/${at}/)`).join(' ');
    expect(findLinks(many, true)).toHaveLength(1_000);
    expect(findLinks(`[x](/${'y'.repeat(5_000)})`, true)).toEqual([]);
  });

  test.each(['](', '[x]: ', ' href="', '{{< ref ', '{%- link ', '}}/', '<!--', '{{<', '[', '](<', 'https:'])(
    'take time in proportion to a source full of %j',
    (piece) => {
      const started = performance.now();
      findLinks(piece.repeat(200_000 / piece.length), true);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
