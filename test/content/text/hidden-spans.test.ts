import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const kramdown: ExtractOptions = { format: 'markdown', ...markups.jekyll };
const python: ExtractOptions = {
  format: 'markdown',
  ...markups.python,
};
const common: ExtractOptions = { format: 'markdown', ...markups.github };
const vue: ExtractOptions = { format: 'markdown', ...markups.vitepress };
const textOf = (source: string, options: ExtractOptions): string => extractText(source, options).text;

describe('spans that a list of attributes hides', () => {
  it.each([
    '*secret*{: hidden="hidden"}',
    '**secret secret**{: style="display:none"}',
    '`secret`{: hidden=""}',
    '[secret](/x){: hidden=""}',
    '[secret (secret)](/x "secret"){: .a hidden="hidden" #b}',
    '[secret][r]{: hidden=""}',
    '![secret](/x){: hidden=""}',
    '*[secret](/x)*{: hidden=""}',
  ])('%s', (source) => {
    for (const options of [kramdown, python])
      expect(textOf(`before ${source} after\n\n[r]: /x`, options)).toBe('before after');
  });

  it('and items of lists that begin with one', () => {
    expect(textOf('- {: hidden=""}secret *secret*\n- shown', kramdown)).toBe('shown');
    expect(textOf('1. {:.a hidden=""} secret\n2. shown', kramdown)).toBe('shown');
  });

  it.each([
    ['a *shown*{: .hidden} b', 'a shown b'],
    ['*shown* and *gone*{: hidden=""} shown', 'shown and shown'],
    ['```\n*shown*{: hidden=""}\n```', '*shown*{: hidden=""}'],
  ])('but not %j', (source, text) => {
    expect(textOf(source, kramdown)).toBe(text);
  });
});

it('are looked for in a time that grows with the text alone', () => {
  const started = performance.now();
  for (const piece of ['){: hidden=""}', '*{: hidden=""}', '[a](/x){: hidden=""}'])
    textOf(`a ${piece.repeat(20_000)}`, kramdown);
  expect(performance.now() - started).toBeLessThan(15_000);
});

describe('footnotes that nothing refers to', () => {
  it.each(['a\n\n[^x]: secret', 'a <!-- [^x] -->\n\n[^x]: secret\n    secret', '[^x]: secret [^y]\n\na'])(
    'are not shown: %j',
    (source) => {
      expect(textOf(source, common)).toBe('a');
      expect(textOf(source, kramdown)).toBe('a');
    },
  );

  it.each([
    'a[^X]\n\n[^x]: shown',
    '[^x]: shown\n\na [^x]: b',
    '> a[^x]\n\n[^x]: shown',
    '| a[^x] |\n|-|\n\n[^x]: shown',
  ])('but others are: %j', (source) => {
    expect(textOf(source, common)).toContain('shown');
  });

  it('and all are where the generator prints them all', () => {
    expect(textOf('a {% include b.md %}\n\n[^x]: shown', kramdown)).toContain('shown');
    expect(textOf('a\n\n[^x]: shown', python)).toContain('shown');
    expect(textOf('a\n\n[^x]: shown', { ...common, ...markups.zola })).toContain('shown');
  });
});

it('what an abbreviation stands for may be in the next line of Python-Markdown', () => {
  expect(textOf('HTML a\n\n*[HTML]:\n    secret\n\nb', python)).toBe('HTML a\nb');
});

describe('attributes that only Vue has', () => {
  it('are not printed', () => {
    expect(textOf('<X :y="\'secret\'" @click="secret">a</X> b', vue)).toBe('a b');
    expect(
      textOf('<X\n  y="secret"\n  @update:open.once="secret"\n  #head="secret">\n\na\n\n</X>', vue),
    ).toBe('a');
  });

  it('but are where they are code, and so is text', () => {
    expect(textOf('```html\n<a @click="shown">\n```\n\n`<a @click="shown">` and me@example="x"', vue)).toBe(
      '<a @click="shown">\n<a @click="shown"> and me@example="x"',
    );
  });
});
