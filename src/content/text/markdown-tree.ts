import type { Node, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import stripMarkdown from 'strip-markdown';
import { removeHiddenSpans } from './hidden-spans.js';

/** A raw piece of HTML. No `value`: strip-markdown would join neighbours that have one, and words with them. */
export interface HtmlPiece extends Node {
  type: 'htmlPiece';
  html: string;
}

/** A block of code; no `value` for the same reason. */
export interface CodePiece extends Node {
  type: 'codePiece';
  code: string;
  /** What follows the language after the fence: file names and titles that the page shows. */
  meta: string;
}

/** What stands for an image where it cannot be seen; no `value` for the same reason. */
export interface ImagePiece extends Node {
  type: 'imagePiece';
  words: string;
}

// strip-markdown's table of handlers is typed to return mdast nodes; the three above are ours and only our walk sees them.
type Handler = NonNullable<NonNullable<Parameters<typeof stripMarkdown>[0]>['remove']>[number];

const toImagePiece = (node: { alt?: string | null; title?: string | null }) => ({
  type: 'imagePiece',
  words: node.alt || node.title || '',
});

/**
 * Takes the markup out of the tree and leaves what is read: emphasis, links, quotes and images become their words;
 * what strip-markdown drops by default but a page shows (code, tables, raw HTML, footnotes) stays.
 */
const strip = {
  keep: [
    'heading',
    'inlineCode',
    'list',
    'listItem',
    'blockquote',
    'table',
    'tableCell',
    'footnoteDefinition',
    'break',
  ],
  remove: [
    ['image', toImagePiece],
    ['imageReference', toImagePiece],
    ['html', (node: { value: string }) => ({ type: 'htmlPiece', html: node.value })],
    [
      'code',
      (node: { value: string; meta?: string | null }) => ({
        type: 'codePiece',
        code: node.value,
        meta: node.meta ?? '',
      }),
    ],
  ] as unknown as Handler[],
} as const;

/** MDX has no indented code: text inside a component may be indented as one likes. */
const withoutIndentedCode = { disable: { null: ['codeIndented'] } };

/** An address that stands in the text is words with a link or without; to look for them all is quadratic in long ones. */
const withoutAddressSearch = (processor: ReturnType<typeof remark>): void => {
  const extensions = processor.data('fromMarkdownExtensions')?.flat() ?? [];
  processor.data(
    'fromMarkdownExtensions',
    extensions.map((extension) => ({ ...extension, transforms: [] })),
  );
};

const createProcessor = (gfm: boolean, mdx: boolean) => {
  const processor = remark();
  if (gfm) processor.use(remarkGfm).use(() => withoutAddressSearch(processor));
  if (mdx) processor.data('micromarkExtensions', [withoutIndentedCode]);
  return processor.use(stripMarkdown, { keep: [...strip.keep], remove: [...strip.remove] }).freeze();
};

// Frozen once: attaching plugins for every post costs as much as a short post. Without GFM remark is about twice as
// fast, and most stretches have nothing of it.
const processors = {
  markdown: { common: createProcessor(false, false), gfm: createProcessor(true, false) },
  mdx: { common: createProcessor(false, true), gfm: createProcessor(true, true) },
};

/** Parses and strips; the tree is walked as it is, never printed as Markdown again. */
export function parseMarkdown(source: string, format: 'markdown' | 'mdx', gfm: boolean): Root {
  const processor = processors[format][gfm ? 'gfm' : 'common'];
  const tree = processor.parse(source);
  removeHiddenSpans(tree, source);
  return processor.runSync(tree);
}
