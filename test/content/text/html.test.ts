import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const html = (source: string) => extractText(source, { format: 'html', ...markups.none });
const markdown = (source: string) => extractText(source, { format: 'markdown', ...markups.none });

describe('HTML', () => {
  it('keeps words, parts blocks, joins inline elements', () => {
    expect(
      html('<p>One <b>tw</b>o&nbsp;three &eacute;</p><ul><li>a<li>b</ul><img src="x" alt="A door">').text,
    ).toBe('One two three é\na\nb\nA door');
  });

  it('drops scripts, styles, templates and comments', () => {
    expect(
      html('a<script>if (1 < 2) "</p>"</script><style>b{}</style><template><p>c</p></template><!-- d --> e')
        .text,
    ).toBe('a e');
  });

  it('parts table cells by tabs and keeps preformatted code', () => {
    const post = html(
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><pre><code>x\n  y</code></pre>',
    );
    expect(post.text).toBe('a\tb\nc\td\nx\n  y');
    expect(post.code).toEqual([{ start: 8, end: 13 }]);
  });

  it('keeps the white space between the pieces of highlighted code', () => {
    expect(html('<pre><code><b>let</b> <i>x</i><br>  y &lt; z</code></pre><p>a <code>b</code>c').text).toBe(
      'let x\n  y < z\na bc',
    );
  });

  it('inside Markdown goes, over many blocks too', () => {
    expect(
      markdown(
        '<div class="x">\n\nWords *here* <span>and</span> there.\n\n</div>\n\n<template>\n\nHidden\n\n</template>\n\nEnd',
      ).text,
    ).toBe('Words here and there.\nEnd');
  });

  it('keeps blocks of raw HTML apart', () => {
    expect(markdown('<span>one</span>\n\n<span>two</span>').text).toBe('one\ntwo');
  });

  it('does not show a comment over blank lines', () => {
    expect(markdown('a\n\n<!-- hidden\n\nhidden too\n\n-->\n\nb').text).toBe('a\nb');
  });
});

describe('excerpt', () => {
  const excerptOf = (source: string, excerptSeparator?: string) =>
    extractText(source, {
      format: 'markdown',
      ...markups.none,
      ...(excerptSeparator === undefined ? {} : { excerptSeparator }),
    }).excerpt;

  it('ends at a marker of any spelling', () => {
    for (const marker of ['<!--more-->', '<!-- more -->', '<!-- truncate -->', '{/* truncate */}'])
      expect(excerptOf(`First *part*.\n\nSecond.\n\n${marker}\n\nRest`)).toBe('First part. Second.');
  });

  it('ends at the separator where there is no marker', () => {
    expect(excerptOf('\n\nFirst.\n\nRest', '\n\n')).toBe('First.');
    expect(excerptOf('First.\n\nRest')).toBeUndefined();
  });

  it('is cut at a word', () => {
    const excerpt = excerptOf(`${'word '.repeat(1_000)}\n\n<!--more-->`) ?? '';
    expect(excerpt.length).toBeLessThanOrEqual(2_000);
    expect(excerpt.endsWith('word')).toBe(true);
  });
});
