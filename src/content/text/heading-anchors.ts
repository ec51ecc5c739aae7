import { type HeadingSource, headingSlugs } from './heading-slugs.js';

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
  /** Id to the last suffix tried for it, so that a thousand equal headings are not tried a thousand times each. */
  const taken = new Map<string, number>();
  // These count how often each slug came up, and look neither at what they have given nor at explicit ids.
  const counts = style === 'kramdown' || style === 'hexo';
  const countsOnlyOwn = counts || style === 'github' || style === 'astro';
  // Python-Markdown counts with another sign, and gives a number to a heading without any ASCII word.
  const sign = style === 'python-markdown' ? '_' : '-';
  // Astro cuts what it has made unique.
  const finish = (id: string): string => (style === 'astro' ? id.replace(/-$/, '') : id);
  return {
    make(heading) {
      const base = slug(heading);
      const last = taken.get(base);
      if (last === undefined && !(style === 'python-markdown' && base === '')) {
        taken.set(base, 0);
        return finish(base);
      }
      let suffix = (last ?? 0) + 1;
      if (!counts) while (taken.has(`${base}${sign}${suffix}`)) suffix += 1;
      taken.set(base, suffix);
      if (!counts) taken.set(`${base}${sign}${suffix}`, 0);
      return `${base}${sign}${suffix}`;
    },
    claim(id) {
      if (!countsOnlyOwn && !taken.has(id)) taken.set(id, 0);
      return id;
    },
  };
}

// `{#id}`, `{: #id .class}`, `{#id .class key="value"}`; ids are the author's choice of characters.
const braces = /\s*\{(?::\s*)?([^{}]*)\}\s*$/;

/** The explicit id (or attribute list) at the end of a heading: the text without it, and the id if there is one. */
export function splitExplicitId(text: string): { text: string; id?: string } {
  if (!text.trimEnd().endsWith('}')) return { text };
  const tail = text.slice(-500);
  const head = text.slice(0, -500);
  const list = braces.exec(tail);
  const attributes = list?.[1];
  if (list === null || attributes === undefined) return { text };
  const id =
    /(?:^|\s)#([^\s{}]+)/.exec(attributes)?.[1] ?? /(?:^|\s)id=["']?([^\s"'{}]+)/.exec(attributes)?.[1];
  if (id !== undefined) return { text: head + tail.slice(0, list.index), id };
  return /^\s*[.:]|=/.test(attributes) || list[0].trimStart().startsWith('{:')
    ? { text: head + tail.slice(0, list.index) }
    : { text };
}

/** kramdown's `{: #id}` may stand on the line below the heading; here it becomes the `{#id}` behind it. */
export const withInlineIds = (markdown: string): string =>
  markdown.replace(/^(#{1,6}[ \t].*)\n\{:[^{}\n#]*#([^\s{}]+)[^{}\n]*\}[ \t]*$/gm, '$1 {#$2}');
