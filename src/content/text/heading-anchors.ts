import { type HeadingSource, headingSlugs } from './heading-slugs.js';
import { createPythonMarkdownAnchors } from './python-markdown-anchors.js';

/** Whose rule makes a heading's id. */
export type AnchorStyle = keyof typeof headingSlugs | 'none';

/** Makes the ids of one post's headings, in order. */
export interface AnchorMaker {
  /** The id made from the words; a repeated one gets the generator's suffix. */
  make(heading: HeadingSource): string;
  /** Notes an id that the author chose. */
  claim(id: string): string;
}

export function createAnchorMaker(style: AnchorStyle): AnchorMaker {
  if (style === 'none') return { make: () => '', claim: (id) => id };
  const slug = headingSlugs[style];
  if (style === 'python-markdown' || style === 'pymdownx') return createPythonMarkdownAnchors(slug);
  /** Id to the last suffix tried for it, so that a thousand equal headings are not tried a thousand times each. */
  const taken = new Map<string, number>();
  // These count how often each slug came up, and look neither at what they have given nor at explicit ids.
  const counts = style === 'kramdown' || style === 'hexo';
  const countsOnlyOwn = counts || style === 'github' || style === 'astro';
  // Astro cuts what it has made unique.
  const finish = (id: string): string => (style === 'astro' ? id.replace(/-$/, '') : id);
  return {
    make(heading) {
      const base = slug(heading);
      const last = taken.get(base);
      if (last === undefined) {
        taken.set(base, 0);
        return finish(base);
      }
      let suffix = last + 1;
      if (!counts) while (taken.has(`${base}-${suffix}`)) suffix += 1;
      taken.set(base, suffix);
      if (!counts) taken.set(`${base}-${suffix}`, 0);
      return `${base}-${suffix}`;
    },
    claim(id) {
      if (!countsOnlyOwn && !taken.has(id)) taken.set(id, 0);
      return id;
    },
  };
}

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
