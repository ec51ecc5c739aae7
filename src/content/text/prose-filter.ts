import type { Dialect } from './dialects.js';
import type { ProseFilter } from './tree-words.js';

/** Removes each `open … close`, one pass; without a close nothing is removed. */
function removeBetween(text: string, open: string, close: string): string {
  let out = '';
  let at = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    out += text.slice(at, start);
    at = end + close.length;
  }
  return at === 0 ? text : out + text.slice(at);
}

/** kramdown: `{: .class #id}`, `{::comment}`, `{:/}`, `{:toc}`. */
const kramdownList = /\{::?[^{}\n]*\}/g;
/** Where markdown-it and python-markdown put the table of contents. */
const tocMark = /^\[\[?_?toc_?\]\]?$/i;
/** markdown-it-attrs and goldmark: after a link, a span or a block. */
const attributeList = /(^|[^\s{])\{(?:[.#][\w-][^{}\n]*|[\w:@-]+=[^{}\n]*)\}/g;

/** Python-Markdown: `{: .class }`, `{ .class }`, `{ width=300 }`, with blanks as one likes. */
const pythonList = /\{:[^{}\n]*\}|\{ *(?:[.#][\w-]|[\w:@-]+ *=)[^{}\n]*\}/g;

/** A list item with `{:toc}` below it is replaced by the table of contents; its own word is not shown. */
function withoutTocItem(text: string): string {
  const lines = text.split('\n');
  return lines.filter((_, i) => !lines[i + 1]?.startsWith('{:toc')).join('\n');
}

/** What running text loses in a dialect besides what the Markdown parser takes. Code is never shown to it. */
export function createProseFilter({
  attributes,
  outputs = [],
  withoutMarks,
}: Pick<Dialect, 'attributes' | 'outputs' | 'withoutMarks'>): ProseFilter {
  return (text, heading) => {
    if (tocMark.test(text)) return '';
    const out = text.includes('{') ? withoutBraces(text, heading !== undefined) : text;
    return withoutMarks?.(out) ?? out;
  };

  function withoutBraces(text: string, heading: boolean): string {
    let out = outputs.reduce((left, [open, close]) => removeBetween(left, open, close), text);
    if (attributes === 'kramdown' && out.includes('{:'))
      out = (out.includes('\n{:toc') ? withoutTocItem(out) : out).replace(kramdownList, '');
    else if (attributes === 'python') {
      // The list at the end of a heading may have its id, which is read there; one word without a sign is an attribute too.
      const last = heading ? out.trimEnd().length : -1;
      out = out.replace(pythonList, (list, at: number) => (at + list.length === last ? list : ''));
      if (heading) out = out.replace(/ \{ ?[\w:-]{1,100} ?\}$/, '');
    } else if (attributes === 'braces') out = out.replace(attributeList, '$1');
    return out;
  }
}
