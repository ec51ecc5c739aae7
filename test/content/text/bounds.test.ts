import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText, type Markup } from '../../../src/content/text/extract-text.js';
import { splitStretches } from '../../../src/content/text/stretches.js';
import { markups } from './markups.js';

const markdown: ExtractOptions = { format: 'markdown', ...markups.github };

const options: fc.Arbitrary<ExtractOptions> = fc
  .record({
    markup: fc.constantFrom<Markup>(...Object.values(markups)),
    format: fc.constantFrom('markdown', 'mdx', 'html'),
    excerptSeparator: fc.constantFrom('\n\n', '<!--cut-->'),
  })
  .map(({ markup, ...rest }) => ({ ...rest, ...markup }));

/** Marks of every syntax, in any order, with words between. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'{% raw %}|{% endraw %}|{%|%}|{{|}}|{{<|>}}|{{% a %}}|{% capture x %}|{% endcapture %}|{% include a b="c d" %}'.split(
          '|',
        ),
        ...'```|~~~|`|**|_|~~|[|](x)|][|]: y|[^1]|![|<|>|<b>|</b>|<!--|-->|<pre>|</pre>|<script>|</script>|<template>|&amp;|&#0;'.split(
          '|',
        ),
        ...'# |## |- |1. |> |    |\n|\n\n|\t|:::|{#id}|{: .x}|{/*|*/}|{|}|<A b={|/>|import a from "b"|export const|=|---|\u00ad|\ud800'.split(
          '|',
        ),
        '| a | b |\n|---|---|\n| c | d |\n',
      ),
      fc.constantFrom('word', 'two words', '日本', '\n'),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('any input', () => {
  it('gives a text whose spans lie in it, in order, without overlap', () => {
    fc.assert(
      fc.property(soup, options, (source, chosen) => {
        const post = extractText(source, chosen);
        let end = 0;
        for (const span of post.code) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(post.text.length);
        let start = -1;
        for (const heading of post.headings) {
          expect(heading.start).toBeGreaterThan(start);
          start = heading.start;
          expect(post.text.slice(heading.start, heading.end)).toBe(heading.text);
        }
        expect(post.excerpt?.length ?? 0).toBeLessThanOrEqual(2_000);
      }),
      { numRuns: 500 },
    );
  });

  it('makes no id of half a character', () => {
    const { text } = extractText('# a\ud800b', {
      format: 'markdown',
      ...markups.vitepress,
    });
    expect(text).toBe('a\ufffdb');
  });

  it('reads the same with other line ends and a BOM', () => {
    fc.assert(
      fc.property(soup, options, (source, chosen) => {
        const unix = source.replaceAll('\r', '');
        expect(extractText(`\ufeff${unix.replaceAll('\n', '\r\n')}`, chosen)).toEqual(
          extractText(unix, chosen),
        );
      }),
    );
  });

  it('keeps every word of plain blocks, whatever stands around them', () => {
    const block = fc.constantFrom(
      '# Title @',
      'Plain @ words',
      'Some *rich* @ [link](x)',
      '- item @\n- other',
      '> quote @',
      '| a |\n| - |\n| @ |',
      '```\ncode @\n```',
      '<div>\n@\n</div>',
      '<pre>\n\n@\n</pre>',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 80 }), (blocks) => {
        const source = blocks.map((text, i) => text.replace('@', `marker${i}x`)).join('\n\n');
        const { text } = extractText(source, markdown);
        expect(text.match(/marker\d+x/g) ?? []).toEqual(blocks.map((_, i) => `marker${i}x`));
        expect(text).not.toMatch(/[*#|>`]|<|\]\(/);
      }),
    );
  });
});

describe('hostile input', () => {
  it.each([
    ['quotes', `${'>'.repeat(10_000)} deep words`],
    ['list levels', `${'- '.repeat(10_000)}deep words`],
    [
      'indented list levels',
      Array.from({ length: 600 }, (_, i) => `${' '.repeat(2 * i)}- deep words`).join('\n'),
    ],
    ['brackets', `${'['.repeat(20_000)}deep words`],
    ['emphasis', `${'*a _b '.repeat(20_000)}deep words`],
  ])('with ten thousand %s keeps its words and is reported', (_, source) => {
    const { text, notices } = extractText(`Before\n\n${source}\n\nAfter`, markdown);
    expect(text).toContain('deep words');
    expect(text).toMatch(/^Before\n/);
    expect(text).toMatch(/\nAfter$/);
    expect(notices).toMatchObject([{ line: 3 }]);
  });

  it('never gives the parser more than a bounded number of lines', () => {
    for (const unit of [
      'a\n=\n',
      '# a\n',
      '- a\n',
      '1. a\n',
      'a|b\n-|-\n',
      '[a]: b\n',
      '<div>\n',
      '  ```\n  a\n',
      'a  \n',
    ]) {
      for (const segment of splitStretches(unit.repeat(3_000)).stretches) {
        if (segment.kind !== 'markdown') continue;
        expect(segment.source.split('\n').length, unit).toBeLessThan(200);
      }
    }
  });

  it('in one long line is read whole', () => {
    const json = JSON.stringify(Array.from({ length: 4_000 }, (_, id) => ({ id, name: `name${id}` })));
    const { text } = extractText(`${json}\n\nAfter`, markdown);
    expect(text).toContain('name3999');
    expect(text).toContain('After');
  });
});

describe('text that is no words', () => {
  it('base64 goes, hexadecimal numbers and long words stay', () => {
    const base64 = 'aGVsbG8gV29ybGQhIDEyMzQ1Njc4OTA'.repeat(8);
    const hexadecimal = '0123456789abcdef'.repeat(10);
    const { text } = extractText(`a ${base64} b ${hexadecimal}\n\n\`\`\`\n${base64}\n\`\`\``, markdown);
    expect(text).toBe(`a b ${hexadecimal}`);
  });

  it('signatures and keys go, the message they sign stays', () => {
    const source =
      '```\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSigned words\n-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE\n=abcd\n-----END PGP SIGNATURE-----\n```\n\nAfter';
    const { text } = extractText(source, markdown);
    expect(text).toContain('Signed words');
    expect(text).toContain('After');
    expect(text).not.toMatch(/iQIzBAEB|abcd/);
  });
});
