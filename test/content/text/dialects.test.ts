import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const kramdown: ExtractOptions = { format: 'markdown', ...markups.kramdown };
const python: ExtractOptions = {
  format: 'markdown',
  ...markups.python,
};
const common: ExtractOptions = { format: 'markdown', ...markups.github };
const textOf = (source: string, options: ExtractOptions) => extractText(source, options).text;

// What is expected here is what kramdown 2.4 (with its GFM parser), Python-Markdown 3 with `extra`, and goldmark print.
describe('comments of kramdown', () => {
  it.each([
    'before {::comment}secret{:/comment} after',
    'before {::comment}secret{:/} after',
    'before {::comment}secret{:/other} secret{:/comment} after',
    'before {::comment title="x"}secret `{:/comment}after',
    'before\n\n{::comment}\nsecret\n\nsecret\n{:/comment}\n\nafter',
    'before\n\n   {::comment}  \nsecret\n\n# secret\n  {:/}\nafter',
    'before\n\n{::comment}\n```\nsecret\n{:/comment}\n\nafter',
    'before\n{::comment}\nsecret\n{:/comment}\nafter',
    'before\n\n{::comment}secret{:/comment}\nafter',
    'before\n\n{::comment}\nsecret\n{:/comment}\n{::comment}\nsecret\n{:/comment}\nafter',
    'before\n\n- {::comment}\n  secret\n\n  secret\n  {:/comment}\n\nafter',
    'before\n\n1. item\n\n    {::comment}\n    secret\n    {:/comment}\n\nafter',
    'before\n\n> {::comment}\n> secret\n> {:/comment}\n\nafter',
    'before\n\n# {::comment}secret{:/}\n\nafter',
    'before {::nomarkdown type="latex"}secret{:/} after',
    'before {::options x="secret" /} after',
    'before {::comment /} after',
  ])('%j', (source) => {
    const { text, headings } = extractText(source, kramdown);
    expect(text).toMatch(/^before\b[\s\S]*\bafter$/);
    expect(JSON.stringify([text, headings])).not.toContain('secret');
  });

  it.each([
    ['Write `{::comment}shown{:/comment}` so.', 'Write {::comment}shown{:/comment} so.'],
    ['```\n{::comment}\nshown\n{:/comment}\n```', '{::comment}\nshown\n{:/comment}'],
    ['a\n\n    {::comment}\n    shown\n    {:/comment}', 'a\n{::comment}\nshown\n{:/comment}'],
    ['a {::comment}shown\n\nshown{:/comment} b', 'a shown\nshown b'],
    ['a\n\n{::comment}\nshown\n\nshown', 'a\nshown\nshown'],
    ['{::nomarkdown}\n<b>shown</b>\n{:/nomarkdown}\n\na', 'shown\na'],
    ['{::other}shown{:/other}', 'shown'],
  ])('shows %j', (source, text) => {
    expect(textOf(source, kramdown)).toBe(text);
  });

  it('are none elsewhere', () => {
    expect(textOf('a {::comment}shown{:/comment}', common)).toContain('shown');
  });
});

describe('a comment that does not end', () => {
  const source = 'before\n\n<!-- open\n\nafter';

  it('is text where the generator prints it, and hides the rest where a browser gets it', () => {
    expect(textOf(source, kramdown)).toMatch(/open\nafter$/);
    expect(textOf(source, python)).toMatch(/open\nafter$/);
    expect(textOf(source, common)).toBe('before');
    expect(textOf('a <!-- b --> c\n\n<!-- open', kramdown)).toMatch(/^a c\n.*open$/);
  });
});

describe('definitions', () => {
  it.each([
    '[1]: http://x "A "quoted" title"',
    "[1]: http://x 'A 'quoted' title'  ",
    '   [1]: http://x "title"',
    '[1]: http://x\n  "title"',
    '[1]: <http://x> "A "quoted" title"',
    '[2]: y\n[1]: http://x "A "quoted" title"',
    '[//]: # (note)',
    '[//]: # "A "quoted" note"',
    '*[HTML]: Hyper Text\n*[CSS]: Cascading\n\n[1]: x',
  ])('%j is no text to kramdown and Python-Markdown', (definition) => {
    for (const options of [kramdown, python]) {
      expect(textOf(`See [one][1].\n\n${definition}\n\nafter`, options)).toMatch(
        /^See (?:one|\[one\]\[1\])\.\nafter$/,
      );
      expect(textOf(`- item\n\n- ${definition.split('\n')[0]}\n\nafter`, options)).toBe('item\nafter');
    }
  });

  it.each([
    ['[1]: http://x "title" more', /"title" more/],
    ['[1]: http://x "open', /"open/],
    ['    [1]: http://x "A "q" t"', /"A "q" t"/],
    ['```\n[1]: http://x "A "q" t"\n*[HTML]: Hyper\n```', /"A "q" t"\n\*\[HTML\]: Hyper/],
    ['\\*[HTML]: Hyper', /Hyper/],
    ['A *[HTML]: Hyper', /Hyper/],
  ])('%j is text', (source, expected) => {
    for (const options of [kramdown, python]) expect(textOf(source, options)).toMatch(expected);
  });

  it('are of other extent in each dialect', () => {
    const withWords = '[note]: words of a note';
    expect(textOf(withWords, kramdown)).toBe('');
    expect(textOf(withWords, python)).toBe(withWords);
    expect(textOf(withWords, common)).toBe(withWords);
    const inside = 'text\n*[HTML]: Hyper\nmore';
    expect(textOf(inside, kramdown)).toContain('Hyper');
    expect(textOf(inside, python)).toBe('text\nmore');
    expect(textOf(inside, common)).toContain('Hyper');
    expect(textOf('[1]: http://x "A "quoted" title"', common)).toContain('quoted');
  });
});

describe('a list of attributes that hides', () => {
  it.each([
    'secret words\n{: hidden="hidden"}',
    '{: style="display:none"}\nsecret words',
    'secret words\nsecret\n{: .x style="visibility: hidden" }',
    '- secret\n\n- secret\n{: hidden=""}',
    '> secret\n{: hidden=""}',
    '```\nsecret\n\nsecret\n```\n{: hidden=""}',
    '## secret\n{: hidden="hidden"}',
    '## secret {: hidden="hidden"}',
  ])('takes its block away: %j', (source) => {
    for (const options of [kramdown, python, common]) {
      const { text, headings } = extractText(`before\n\n${source}\n\nafter`, options);
      expect(text).toBe('before\nafter');
      expect(headings).toEqual([]);
    }
  });

  it('is no other list, and nothing in code', () => {
    expect(textOf('shown\n{: .hidden}\n\nafter', kramdown)).toBe('shown\nafter');
    expect(textOf('```\nshown\n{: hidden=""}\n```', kramdown)).toBe('shown\n{: hidden=""}');
    expect(textOf('The `hidden` word {x} shown', kramdown)).toBe('The hidden word {x} shown');
  });
});

describe('the excerpt', () => {
  it.each([
    [kramdown, 'shown\n\n{::comment}\nsecret\n<!--more-->\nsecret\n{:/comment}\n\nafter'],
    [kramdown, 'shown {::comment}secret <!--more--> secret{:/comment}\n\nafter'],
    [common, 'shown\n\n<!-- secret\n\n<!--more-->\n\nafter'],
    [common, 'shown\n\n<template>\n\nsecret\n\n<!--more-->\n\n</template>'],
    [common, 'shown [link][1] text\n\n<!--more-->\n\n[1]: x'],
  ])('says nothing that the post does not (%#)', (options, source) => {
    const { excerpt } = extractText(source, options);
    expect(excerpt).toMatch(/^shown(?: link text)?$/);
  });
});
