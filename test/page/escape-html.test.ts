import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html } from '../../src/page/escape-html.js';

const decodeEntities = (markup: string): string =>
  markup
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('escapeHtml', () => {
  test('no text can end its element or its attribute, and none is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = escapeHtml(text);
        expect(markup).not.toMatch(/[<>"']/);
        expect(decodeEntities(markup)).toBe(text);
      }),
    );
  });
});

describe('html', () => {
  test('escapes what it is given, once, and leaves its own markup alone', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"'}">${inner}${[inner, inner]}</p>`.markup).toBe(
      '<p title="&quot;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><b>&lt;i&gt;</b></p>',
    );
  });

  test('writes nothing for what is absent, and zero for zero', () => {
    expect(html`[${undefined}${false}${0}]`.markup).toBe('[0]');
  });
});
