/**
 * Lists of attributes in Markdown, `{#id .class}` and `{: hidden=""}`: the ids that authors give their headings, and what hides.
 * @module
 */
import { LinePlaces } from './line-places.js';
import { isHidden, isUnsearched, type ReadAttribute } from './unseen.js';
import { readTagParameters } from './visible-words.js';

/** A longer list of attributes is text. */
const longestList = 500;

/** The explicit id (or attribute list) at the end of a heading: the text without it, and the id if there is one. */
export function splitExplicitId(text: string): { text: string; id?: string } {
  const end = text.trimEnd().length - 1;
  const open = text.lastIndexOf('{', end);
  if (text.charAt(end) !== '}' || open < 0 || text.length - open > longestList) return { text };
  // `{#id}`, `{: #id .class}`, `{#id .class key="value"}`; ids are the author's choice of characters.
  const list = text.slice(open + 1, end);
  if (list.includes('}')) return { text };
  const before = text.slice(0, open).trimEnd();
  const attributes = list.startsWith(':') ? list.slice(1).trimStart() : list;
  const id =
    /(?:^|\s)#([^\s{}]+)/.exec(attributes)?.[1] ?? /(?:^|\s)id=["']?([^\s"'{}]+)/.exec(attributes)?.[1];
  if (id !== undefined) return { text: before, id };
  return /^\s*[.:]|=/.test(attributes) || list.startsWith(':') ? { text: before } : { text };
}

/** kramdown's `{: #id}` may stand on the line below the heading; here it becomes the `{#id}` behind it. */
export function withInlineIds(markdown: string): string {
  if (!markdown.includes('\n{:')) return markdown;
  const lines: string[] = [];
  let heading = false;
  for (const line of markdown.split('\n')) {
    const id: string | undefined = heading ? idOfList(line) : undefined;
    if (id !== undefined) lines.push(`${lines.pop() ?? ''} {#${id}}`);
    else lines.push(line);
    heading = id === undefined && /^#{1,6}[ \t]/.test(line);
  }
  return lines.join('\n');
}

/** The id in a line that is a list of attributes and nothing else. */
function idOfList(line: string): string | undefined {
  const list = line.trimEnd();
  if (!list.startsWith('{:') || !list.endsWith('}')) return undefined;
  const attributes = list.slice(2, -1);
  return /[{}]/.test(attributes) ? undefined : /^[^#]*#(\S+)/.exec(attributes)?.[1];
}

const toReader = (attributes: string): ReadAttribute => {
  const parameters = readTagParameters(attributes);
  return (key) => {
    const found = parameters.find((parameter) => (parameter.name ?? parameter.value).toLowerCase() === key);
    return found !== undefined && found.name === undefined ? '' : found?.value;
  };
};

/** Whether attributes as a tag or a list has them (`hidden style="display:none"`) hide the element that they are of. */
export const hidesByAttributes = (attributes: string, name = ''): boolean =>
  isHidden(name, toReader(attributes));

/** Whether they say that a search must not find it. */
export const excludesFromSearch = (attributes: string): boolean => isUnsearched(toReader(attributes));

/** Items of lists that begin with a list of attributes which hides them: `- {: hidden="hidden"} words`, as kramdown reads it. */

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
