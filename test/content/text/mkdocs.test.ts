import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const mkdocs: ExtractOptions = { format: 'markdown', ...markups.mkdocs };
const read = (source: string) => extractText(source, mkdocs);
const codeOf = (source: string) => {
  const { text, code } = read(source);
  return code.map(({ start, end }) => text.slice(start, end));
};

// What is expected here is what MkDocs 1.6 with Material 9 renders, without the marks of footnotes and names of kinds.
describe('blocks of MkDocs', () => {
  it.each([
    ['!!! note "Own *title*"\n\n    Some **words**.\n\nafter', 'Own title\nSome words.\nafter'],
    ['!!! note\n    Some words.\nafter', 'Some words.\nafter'],
    ['!!! warning inline end ""\n    Words', 'Words'],
    ['??? tip "Closed"\n    Words', 'Closed\nWords'],
    ['???+ tip\n    Words', 'Words'],
    ['??? "Only a title"\n    Words', 'Only a title\nWords'],
    [
      '!!! a "A"\n    One\n\n    !!! b "B"\n        Two\n\n    Three\n\nafter',
      'A\nOne\nB\nTwo\nThree\nafter',
    ],
    ['- item\n\n    !!! note "T"\n\n        Words\n\n    more\n\n- other', 'item\nT\nWords\nmore\nother'],
    ['\t!!! note\n\t\tWords', 'Words'],
    ['=== "One"\n\n    - a\n    - b\n\n=== "Two"\n\n    c', 'One\na\nb\nTwo\nc'],
    ['===! "One"\n    a', 'One\na'],
    [
      '/// details | A title\n    type: warning\n    open: true\n\nSome *words*\n///\n\nafter',
      'A title\nSome words\nafter',
    ],
    ['/// html | div.secret\nWords\n///', 'Words'],
    ['Term\n:   Meaning\n\n    goes on\n\nafter', 'Term\nMeaning\ngoes on\nafter'],
    ['<div class="grid" markdown>\n-   __Card__ [link](x)\n</div>', 'Card link'],
    [
      '<figure markdown="span">\n  ![A door](x){ width="3" }\n  <figcaption>Caption</figcaption>\n</figure>',
      'A door\nCaption',
    ],
    ['[TOC]\n\nafter', 'after'],
    ['!!! not an admonition: words', '!!! not an admonition: words'],
    ['[text][somewhere.else] after', 'text after'],
  ])('%j', (source, text) => {
    expect(read(source).text).toBe(text);
  });

  it('keep code as code, without its notes', () => {
    const fenced = '``` py title="a.py"\ndef f(): # (1)!\n    return (1)\n```';
    const indented = fenced.replace(/^(?=.)/gm, '    ');
    for (const source of [fenced, `!!! note\n\n${indented}`, `- item\n\n${indented}`])
      expect(codeOf(source).at(-1)).toMatch(/^def f\(\): ?\n {4}return \(1\)$/);
    expect(codeOf('```\n!!! note\n    words\n--8<\n{{ x }}\n```')).toEqual([
      '!!! note\n    words\n--8<\n{{ x }}',
    ]);
    expect(codeOf('``` md\n=== "C"\n\n    ``` c\n    x\n    ```\n```')).toEqual([
      '=== "C"\n\n    ``` c\n    x\n    ```',
    ]);
    expect(codeOf('a `#!py print(1)` b')).toEqual(['print(1)']);
  });

  it('name no file of a snippet, and show the mark that is escaped', () => {
    expect(read('before\n\n--8<-- "secret.md"\n\nafter').text).toBe('before\nafter');
    expect(read("before\n\n    --8<-- 'secret.md:2:3'\n\nafter").text).toBe('before\nafter');
    expect(read('before\n\n--8<--\nsecret.md\n; secret.md\n--8<--\n\nafter').text).toBe('before\nafter');
    expect(read('before\n\n```\n--8<-- "secret.md"\nx\n```').text).toBe('before\nx');
    expect(read('before\n\n<!-- --8<-- [start:secret] -->\n\nafter').text).toBe('before\nafter');
    expect(read(';--8<-- "shown.md"').text).toBe('--8<-- "shown.md"');
  });
});

describe('words of MkDocs', () => {
  it.each([
    [':material-check:{ .lg } done :smile: at 12:30:45, a::b', 'done at 12:30:45, a::b'],
    ['Press ++ctrl+page-up++ in C++ and C++', 'Press ctrl+page up in C++ and C++'],
    ['{++added++}, {--gone--}, {==lit==}, {>>remark<<}', 'added, gone, lit, remark'],
    ['^^in^^ ==mark== ~~out~~ H~2~O x^2^ a == b', 'in mark out H2O x2 a == b'],
    ['[Button](x){ .md-button } and ![Image](y){ align=left width="3" }', 'Button and Image'],
    ['A paragraph\n{ .annotate #id data-x="secret" }', 'A paragraph'],
    ['A paragraph\n{: .annotate }', 'A paragraph'],
    ['{{ secret.name }} {% secret %} {{ secret("x") }} shown', 'shown'],
    ['Write `{{ page.title }}` so', 'Write {{ page.title }} so'],
    ['HTML here\n\n*[HTML]: secret', 'HTML here'],
    ['before <!-- md:version 9.2.0 --> after', 'before after'],
    ['before {% if false %}\n\nsecret\n\n{% endif %} after', 'before after'],
    ['Set {x} and { y } here', 'Set {x} and { y } here'],
  ])('%j', (source, text) => {
    expect(read(source).text).toBe(text);
  });

  it('have the ids of Python-Markdown', () => {
    const source =
      '# The title!\n\n## Own { #own .x }\n\n## Kept { id="9.7" }\n\n## Ünïcode Ⅷ\n\n## Same\n\n## Same\n\n## 中文\n\n## With `code` & more { data-x }';
    expect(read(source).headings.map(({ text, anchor }) => [text, anchor])).toEqual([
      ['The title!', 'the-title'],
      ['Own', 'own'],
      ['Kept', '9.7'],
      ['Ünïcode Ⅷ', 'unicode-viii'],
      ['Same', 'same'],
      ['Same', 'same_1'],
      ['中文', '_1'],
      ['With code & more', 'with-code-more'],
    ]);
  });
});

// Each is left out of the search index of Material 9, or hidden by a browser on the page that MkDocs 1.6 makes.
describe('what MkDocs shows and no search may find', () => {
  it.each([
    '## secret { data-search-exclude }\n\nsecret\n\n## shown',
    '## secret {: .x data-search-exclude="" }\n\nsecret\n- secret\n\n```\nsecret\n```\n### shown',
    'secret { data-search-exclude }\n---\n\nsecret\n\nshown\n===',
    '<h2 data-search-exclude>secret</h2>\n\nsecret\n\n# shown',
    'shown\n\nsecret\n{ data-search-exclude }',
    'shown\n\nsecret\n{: data-search-exclude }',
    '<p data-search-exclude>secret</p>\n<p>shown</p>',
    'shown <span data-search-exclude>secret</span>',
    '<div data-search-exclude markdown>\n\nsecret\n\n</div>\n\nshown',
    '<p data-pagefind-ignore>secret</p>\n<p>shown</p>',
    '/// html | div[hidden]\nsecret\n///\n\nshown',
    '/// html | div.note#x[hidden]\nsecret\n\n//// note | secret\nsecret\n////\n\nsecret\n///\n\nshown',
    '/// html | div[style="display: none"]\nsecret\n///\n\nshown',
    "/// html | div[data-search-exclude='']\nsecret\n///\n\nshown",
    "/// note | secret\n    attrs: {hidden: ''}\n\nsecret\n///\n\nshown",
    "/// note | secret\n    type: x\n    attrs: {class: 'a', style: 'display: none'}\n\nsecret\n///\n\nshown",
    "/// note | secret\n    attrs:\n      hidden: ''\n\nsecret\n///\n\nshown",
  ])('%j', (source) => {
    expect(read(source).text.trim()).toBe('shown');
  });

  it.each([
    ['/// html | div[class="hidden"]\nshown\n///', 'shown'],
    ['/// note | shown\n    attrs: {class: hidden}\n\nshown\n///', 'shown\nshown'],
    [
      '# One\n\n`data-search-exclude` is an attribute.\n\n## Two',
      'One\ndata-search-exclude is an attribute.\nTwo',
    ],
    ['```\n## One { data-search-exclude }\n```\n\nshown', '## One { data-search-exclude }\nshown'],
  ])('but %j', (source, text) => {
    expect(read(source).text).toBe(text);
  });
});
