import { slug as githubSlug } from 'github-slugger';

/** Whose rule makes a heading's id. */
export type AnchorStyle = 'github' | 'kramdown' | 'hugo' | 'vitepress' | 'markdown-it' | 'none';

/** A heading as its generator sees it when it makes an id. */
export interface HeadingSource {
  /** What the reader sees. */
  readonly text: string;
  /** The line of Markdown without the `#`; Hugo makes the id from it. */
  readonly source: string;
}

type Slug = (heading: HeadingSource) => string;

/** kramdown-parser-gfm, `generate_gfm_header_id`; dashes and dots have become typographic signs before. */
const kramdownSlug: Slug = ({ text }) =>
  text
    .replace(/-{2,3}/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');

/** Hugo, markup/goldmark/autoid.go, `autoHeadingIDType: github`. */
const hugoSlug: Slug = ({ source }) =>
  source
    .trim()
    .replace(/[^\p{L}\p{Nd}_\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
    .toLowerCase() || 'heading';

/** VitePress: `slugify` of @mdit-vue/shared; emoji such as `:tada:` are not part of the text it is given. */
const vitepressSlug: Slug = ({ text }) =>
  text
    .replace(/:[a-z0-9_+-]+:/g, '')
    .trim()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^\d/, '_$&')
    .toLowerCase();

/** markdown-it-anchor's default. */
const markdownItSlug: Slug = ({ text }) => encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, '-'));

const slugs: Record<Exclude<AnchorStyle, 'none'>, Slug> = {
  github: ({ text }) => githubSlug(text),
  kramdown: kramdownSlug,
  hugo: hugoSlug,
  vitepress: vitepressSlug,
  'markdown-it': markdownItSlug,
};

/** Makes the ids of one post's headings, in order. */
export interface AnchorMaker {
  /** The id made from the words; a repeated one gets the generator's suffix. */
  make(heading: HeadingSource): string;
  /** Notes an id that the author chose. */
  claim(id: string): string;
}

export function createAnchorMaker(style: AnchorStyle): AnchorMaker {
  if (style === 'none') return { make: () => '', claim: (id) => id };
  const slug = slugs[style];
  /** Id to the last suffix tried for it, so that a thousand equal headings are not tried a thousand times each. */
  const taken = new Map<string, number>();
  // kramdown counts how often each word slug came up, and neither looks at what it has given nor at explicit ids.
  const counts = style === 'kramdown';
  return {
    make(heading) {
      const base = slug(heading);
      const last = taken.get(base);
      if (last === undefined) {
        taken.set(base, 0);
        return base;
      }
      let suffix = last + 1;
      if (!counts) while (taken.has(`${base}-${suffix}`)) suffix += 1;
      taken.set(base, suffix);
      if (!counts) taken.set(`${base}-${suffix}`, 0);
      return `${base}-${suffix}`;
    },
    claim(id) {
      if (!counts && style !== 'github' && !taken.has(id)) taken.set(id, 0);
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
