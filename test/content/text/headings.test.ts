import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/content/text/extract-text.js';
import * as rules from '../../../src/content/text/heading-anchors.js';
import { markups } from './markups.js';

const anchorsOf = (source: string, anchors: rules.AnchorRule) =>
  extractText(source, { format: 'markdown', anchors }).headings.map(({ anchor }) => anchor);

const source = [
  '# C++ & `code()` -- What?',
  '## [Linked](https://example.org/x) *title*',
  '## Äpfel, Überraschung 日本語',
  '## 2. Step',
  '## Same',
  '## Same',
  '## Same 1',
].join('\n\n');

describe('anchors of Python-Markdown', () => {
  // Printed by Python-Markdown 3.11 with its extension toc, and with `slugify` of pymdownx.slugs, case lower.
  const headings = [
    '# Same',
    '# Same',
    '# Same_1',
    '# Ünï & Straße',
    '# 日本語',
    '# 中文',
    '# a -- b',
    '# :smile: Hi',
  ];
  it('count on with _, also where no letter is left', () => {
    expect(anchorsOf(headings.join('\n\n'), rules.pythonMarkdownAnchors)).toEqual([
      'same',
      'same_1',
      'same_2',
      'uni-strae',
      '_1',
      '_2',
      'a-b',
      'hi',
    ]);
  });
  it('keep letters of all scripts with PyMdown Extensions', () => {
    expect(anchorsOf(headings.slice(3).join('\n\n'), rules.pymdownxAnchors)).toEqual([
      'ünï--straße',
      '日本語',
      '中文',
      'a----b',
      'hi',
    ]);
  });
});

describe('anchors', () => {
  // Expected values worked from each generator's source, which heading-slugs.ts names.
  it('of GitHub', () => {
    expect(anchorsOf(source, rules.githubAnchors)).toEqual([
      'c--code----what',
      'linked-title',
      'äpfel-überraschung-日本語',
      '2-step',
      'same',
      'same-1',
      'same-1-1',
    ]);
  });

  it('of kramdown, where a dash pair is a typographic sign', () => {
    expect(anchorsOf(source, rules.kramdownAnchors)).toEqual([
      'c--code--what',
      'linked-title',
      'äpfel-überraschung-日本語',
      '2-step',
      'same',
      'same-1',
      'same-1',
    ]);
  });

  it('of Hugo, from the source line', () => {
    expect(anchorsOf(source, rules.hugoAnchors)).toEqual([
      'c--code----what',
      'linkedhttpsexampleorgx-title',
      'äpfel-überraschung-日本語',
      '2-step',
      'same',
      'same-1',
      'same-1-1',
    ]);
    expect(anchorsOf('## ???', rules.hugoAnchors)).toEqual(['heading']);
  });

  it('of VitePress, without accents', () => {
    expect(anchorsOf(source, rules.vitepressAnchors)).toEqual([
      'c-code-what',
      'linked-title',
      'apfel-uberraschung-日本語',
      '_2-step',
      'same',
      'same-1',
      'same-1-1',
    ]);
  });

  it('of Astro, where two dashes are one sign and none ends an id', () => {
    expect(anchorsOf(source, rules.astroAnchors)).toEqual([
      'c--code--what',
      'linked-title',
      'äpfel-überraschung-日本語',
      '2-step',
      'same',
      'same-1',
      'same-1-1',
    ]);
    expect(anchorsOf('## 100 %\n\n## 100 %', rules.astroAnchors)).toEqual(['100', '100--1']);
  });

  it('of Hexo, with typographic signs and without accents', () => {
    expect(anchorsOf(source, rules.hexoAnchors)).toEqual([
      'C-code-–-What',
      'Linked-title',
      'Apfel-Uberraschung-日本語',
      '2-Step',
      'Same',
      'Same-1',
      'Same-1',
    ]);
    expect(anchorsOf(`## What's "new"...`, rules.hexoAnchors)).toEqual(['What’s-“new”…']);
  });

  it('leave out what is said for an image, except GitHub’s and Zola’s', () => {
    const heading = '## A ![cat](cat.png) and `code`';
    expect(
      [
        rules.githubAnchors,
        rules.zolaAnchors,
        rules.kramdownAnchors,
        rules.astroAnchors,
        rules.hexoAnchors,
        rules.vitepressAnchors,
      ].flatMap((rule) => anchorsOf(heading, rule)),
    ).toEqual(['a-cat-and-code', 'a-cat-and-code', 'a--and-code', 'a--and-code', 'A-and-code', 'a-and-code']);
  });

  it('keep the dashes of code', () => {
    expect(anchorsOf('## Run `git commit --amend` -- now', rules.kramdownAnchors)).toEqual([
      'run-git-commit---amend--now',
    ]);
    expect(anchorsOf('## Run `git commit --amend` -- now', rules.astroAnchors)).toEqual([
      'run-git-commit---amend--now',
    ]);
  });

  it('are empty where the generator gives none, unless the author does', () => {
    expect(anchorsOf('## A\n\n## B {#own}', rules.noAnchors)).toEqual(['', 'own']);
  });

  it('are kept apart from those of authors by some generators, and not by others', () => {
    const own = '## A {#same}\n\n## Same';
    for (const rule of [rules.githubAnchors, rules.kramdownAnchors, rules.astroAnchors])
      expect(anchorsOf(own, rule)).toEqual(['same', 'same']);
    for (const rule of [rules.hugoAnchors, rules.vitepressAnchors, rules.zolaAnchors])
      expect(anchorsOf(own, rule)).toEqual(['same', 'same-1']);
  });

  it('are the author’s where there are any, in every spelling', () => {
    for (const id of [
      '{#own}',
      '{: #own}',
      '{:#own .x}',
      '{#own .x key="v"}',
      '{.x #own}',
      '{/*own*/}',
      '{/* #own */}',
    ]) {
      const { headings, text } = extractText(`## A title ${id}\n\nText`, {
        format: 'markdown',
        ...markups.hugo,
      });
      expect(headings, id).toMatchObject([{ text: 'A title', anchor: 'own', start: 0, end: 7 }]);
      expect(text, id).toBe('A title\nText');
    }
  });

  it('are kramdown’s on the line below', () => {
    const { headings, text } = extractText('## A title\n{: .x #own}\n\nText', {
      format: 'markdown',
      ...markups.kramdown,
    });
    expect(headings).toMatchObject([{ text: 'A title', anchor: 'own' }]);
    expect(text).toBe('A title\nText');
  });

  it('survive template output in braces', () => {
    expect(anchorsOf('## Use {x}', rules.githubAnchors)).toEqual(['use-x']);
  });
});

describe('headings', () => {
  it('are found in HTML, with their ids', () => {
    const { headings, text } = extractText('<h2 id="x">One <b>two</b></h2><p>Text</p>', {
      format: 'html',
      ...markups.github,
    });
    expect(text).toBe('One two\nText');
    expect(headings).toEqual([{ start: 0, end: 7, level: 2, text: 'One two', anchor: 'x' }]);
  });

  it('may be underlined, quoted or listed', () => {
    const { headings } = extractText('One\n===\n\n> ## Two\n\n- ### Three', {
      format: 'markdown',
      ...markups.hugo,
    });
    expect(headings.map(({ level, anchor }) => `${level} ${anchor}`)).toEqual(['1 one', '2 two', '3 three']);
  });

  it('without words are none', () => {
    expect(extractText('#\n\n## ![](x.png)', { format: 'markdown', ...markups.github }).headings).toEqual([]);
  });
});
