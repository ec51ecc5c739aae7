import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

/** Numbered words between tags that open, close and nest as they like. */
const names = fc.constantFrom(
  ...'div p span b a section ul li dl dt dd h2 h3 details code em button'.split(' '),
);
const tag = fc.oneof(
  { weight: 3, arbitrary: names.map((name) => `<${name}>`) },
  { weight: 4, arbitrary: names.map((name) => `</${name}>`) },
  { weight: 2, arbitrary: names.map((name) => `<${name} hidden>`) },
  fc.constantFrom(
    '<table><tr><td>',
    '<td>',
    '<td hidden>',
    '<tr><td>',
    '<tr hidden><td>',
    '</td></tr></table>',
    '</table>',
  ),
  fc.constantFrom(
    '<template>',
    '</template>',
    '<video>',
    '</video>',
    '<br hidden>',
    '<img hidden alt="seen">',
  ),
);
const soup = fc
  .array(tag, { maxLength: 14 })
  .map((tags) => `w0 ${tags.map((text, i) => `${text} w${i + 1} `).join('')}`);

/** The words that a browser's tree has outside of what is hidden. */
function shownByTree(html: string): string[] {
  const words: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) words.push(...(node.value.match(/w\d+/g) ?? []));
    else if ('attrs' in node && node.attrs.some(({ name }) => name === 'hidden')) return;
    else if (/^(?:template|video)$/.test(node.nodeName)) return;
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(`<!doctype html><body>${html}`));
  return words.sort();
}

describe('tags in any order', () => {
  it('hide the words that a browser hides, and no others', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const { text } = extractText(html, { format: 'html', ...markups.none });
        expect((text.match(/w\d+/g) ?? []).sort(), html).toEqual(shownByTree(html));
      }),
      { numRuns: 3_000 },
    );
  });
});
