/**
 * Titles and summaries in front matter -> plain text: they hold a little Markdown and HTML now and then.
 * @module
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { hidesByAttributes } from '../text/attribute-lists.js';

const maxLength = 2000;

/** Elements that mark a phrase. Others are words of the title: `<style>`, `Vec<T>`. */
const phrase =
  'a|abbr|b|bdi|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var';
const pairedTag = new RegExp(String.raw`<(${phrase})(\s[^<>]*)?>([^<>]*)</\1\s*>`, 'gi');

const withoutTags = (_: string, name: string, attributes: string | undefined, words: string): string =>
  attributes !== undefined && hidesByAttributes(attributes, name.toLowerCase()) ? ' ' : words;

/** Comments of HTML and of templates; one that does not end is text. */
function withoutComments(text: string): string {
  let out = text;
  for (const [open, close] of comments) {
    let kept = '';
    let at = 0;
    for (let start = out.indexOf(open); start >= 0; start = out.indexOf(open, at)) {
      const end = out.indexOf(close, start + open.length);
      if (end < 0) break;
      kept += `${out.slice(at, start)} `;
      at = end + close.length;
    }
    out = kept + out.slice(at);
  }
  return out;
}

const comments = [
  ['<!--', '-->'],
  ['{% comment %}', '{% endcomment %}'],
  ['{::comment}', '{:/comment}'],
  ['{/*', '*/}'],
] as const;

const decodeReference = (written: string, name: string): string => {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || written;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter =
    code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code < 0xa0);
  return isCharacter ? String.fromCodePoint(code) : '';
};

/** One line of plain text; empty if nothing is left. Delimiters that do not close are words and stay. */
export function toPlainInline(markup: string): string {
  let text = withoutComments(markup.slice(0, maxLength).replace(/\p{Surrogate}/gu, ''));
  // Phrases may be nested; each turn takes the innermost.
  for (let turn = 0; turn < 5 && text.includes('<'); turn += 1) text = text.replace(pairedTag, withoutTags);
  return text
    .replace(/<(?:br|wbr|img)\b[^<>]*>/gi, ' ')
    .replace(/(?<!`)(`+)([^`]+)\1(?!`)/g, '$2')
    .replace(/!?\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\*\*(?=[^\s*])([^*]*[^\s*])\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]*[^\s_])__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<!\*)\*(?=[^\s*])([^*]*[^\s*])\*(?!\*)/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/&(#?\w{1,32});/g, decodeReference)
    .replace(/[\s\u00a0\p{Cc}]+/gu, ' ')
    .trim();
}
