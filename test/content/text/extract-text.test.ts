import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const markdown: ExtractOptions = { format: 'markdown', ...markups.github };
const words = (source: string, options: Partial<ExtractOptions> = {}) =>
  extractText(source, { ...markdown, ...options });

describe('extractText', () => {
  it('keeps what a reader sees and drops the markup', () => {
    const post = words(
      [
        '# Title',
        '',
        'Some *emphasis*, **strong**, ~~gone~~ and a [link](https://example.org/hidden "tip").',
        'Second line with `inline code` &amp; an ![alt text](x.png).',
        '',
        '> quoted',
        '',
        '- one',
        '- two',
        '',
        '| a | b |',
        '| - | - |',
        '| c | d |',
        '',
        '```js',
        'let x = 1;',
        '```',
        '',
        'See[^1].',
        '',
        '[^1]: The footnote.',
      ].join('\n'),
    );
    expect(post.text).toBe(
      [
        'Title',
        'Some emphasis, strong, gone and a link. Second line with inline code & an alt text .',
        'quoted',
        'one',
        'two',
        'a\tb',
        'c\td',
        'let x = 1;',
        'See.',
        'The footnote.',
      ].join('\n'),
    );
    expect(post.code.map(({ start, end }) => post.text.slice(start, end))).toEqual([
      'inline code',
      'let x = 1;',
    ]);
    expect(post.headings).toEqual([{ start: 0, end: 5, level: 1, text: 'Title', anchor: 'title' }]);
  });
});
