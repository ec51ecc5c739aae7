/** Spans of a line that a list of attributes behind them hides: `*words*{: hidden="hidden"}`, as kramdown and Python-Markdown read it. */
import { hidesByAttributes } from './attribute-list.js';
import { LinePlaces } from './line-places.js';

const attributeList = /\{:?([^{}\n]{1,500})\}/g;
const listItem = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\{:([^{}\n]{1,500})\}(.*)$/;

/** UTF-16 units of a span with its marks: from each list no more is looked back. */
const longestSpan = 2_000;

/** Offset of the bracket that opens the one before `end`, -1 without. */
function openingOf(text: string, end: number): number {
  const close = text.charAt(end - 1);
  const open = close === ')' ? '(' : '[';
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    if (text.charAt(at) === close) depth += 1;
    else if (text.charAt(at) === open) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Where the span begins that ends at `end`; `end` where none does. */
function startOfSpan(text: string, end: number): number {
  const last = text.charAt(end - 1);
  if (last === ')' || last === ']') {
    const start = openingOf(text, end);
    const label = start > 0 && text.charAt(start - 1) === ']' ? openingOf(text, start) : start;
    if (label < 0) return end;
    return text.charAt(label - 1) === '!' ? label - 1 : label;
  }
  if (!/[*_`~]/.test(last)) return end;
  let mark = end;
  while (mark > 0 && text.charAt(mark - 1) === last) mark -= 1;
  const start = text.lastIndexOf(text.slice(mark, end), mark - 1);
  return start < 0 || mark === 0 ? end : start;
}

function withoutSpans(line: string): string {
  let out = '';
  let at = 0;
  for (const { 0: list, 1: attributes = '', index } of line.matchAll(attributeList)) {
    if (!hidesByAttributes(attributes)) continue;
    const from = Math.max(at, index - longestSpan);
    const before = line.slice(from, index);
    const start = startOfSpan(before, before.length);
    if (start === before.length) continue;
    out += line.slice(at, from + start);
    at = index + list.length;
  }
  return out + line.slice(at);
}

/** Takes such spans out, and puts the words of items of lists that begin so between tags that hide. */
export function withoutHiddenSpans(markdown: string): string {
  if (!/\{[^{}\n]{0,500}(?:hidden|style *=)/i.test(markdown)) return markdown;
  const places = new LinePlaces();
  return markdown
    .split('\n')
    .map((line) => {
      if (places.next(line) === 'code' || !line.includes('{')) return line;
      const [, marks, attributes = '', rest = ''] = listItem.exec(line) ?? [];
      if (marks === undefined || !hidesByAttributes(attributes)) return withoutSpans(line);
      return `${marks}<span hidden>${rest}</span>`;
    })
    .join('\n');
}
