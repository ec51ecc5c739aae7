/** Items of lists that begin with a list of attributes which hides them: `- {: hidden="hidden"} words`, as kramdown reads it. */
import { hidesByAttributes } from './attribute-list.js';
import { LinePlaces } from './line-places.js';

const listItem = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\{:([^{}\n]{1,500})\}(.*)$/;

/** Puts the words of such items between tags that hide. */
export function withHiddenItems(markdown: string): string {
  if (!/\{:[^{}\n]{0,500}(?:hidden|style *=)/i.test(markdown)) return markdown;
  const places = new LinePlaces();
  return markdown
    .split('\n')
    .map((line) => {
      if (places.next(line) === 'code' || !line.includes('{:')) return line;
      const [, marks, attributes = '', rest = ''] = listItem.exec(line) ?? [];
      const isHidden = marks !== undefined && hidesByAttributes(attributes);
      return isHidden ? `${marks}<span hidden>${rest}</span>` : line;
    })
    .join('\n');
}
