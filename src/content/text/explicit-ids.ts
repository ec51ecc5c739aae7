/**
 * The ids that authors give their headings, in lists of attributes.
 * @module
 */

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
