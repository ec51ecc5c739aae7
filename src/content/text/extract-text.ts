/**
 * The body of a post -> the words its reader sees, in reading order, with headings, anchors and code.
 * @module
 */
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import stripMarkdown from 'strip-markdown';
import type { Heading, PostText, Span } from '../../domain/post.js';

export interface ExtractOptions {
  readonly format: 'markdown' | 'mdx' | 'html';
  readonly templating: 'liquid' | 'nunjucks' | 'hugo' | 'zola' | 'vue' | 'none';
  readonly anchors: 'github' | 'kramdown' | 'hugo' | 'vitepress' | 'markdown-it' | 'none';
  /** Where the generator cuts the excerpt, besides the `<!--more-->` family of markers. */
  readonly excerptSeparator?: string;
}

/** Something the author should know; the post is extracted all the same. */
export interface ExtractionNotice {
  /** 1-based, in the body. */
  readonly line?: number;
  readonly message: string;
  readonly hint: string;
}

export interface ExtractedText extends PostText {
  /** Plain text before the excerpt marker. */
  readonly excerpt?: string;
  readonly notices: readonly ExtractionNotice[];
}

const processor = remark()
  .use(remarkGfm)
  .use(stripMarkdown, {
    keep: ['code', 'inlineCode', 'html', 'heading', 'table', 'tableCell', 'footnoteDefinition'],
  })
  .freeze();

/** Words of a post. Pure, synchronous, never throws. */
export function extractText(source: string, options: ExtractOptions): ExtractedText {
  const tree = processor.runSync(processor.parse(source.replace(/\r\n?/g, '\n'))) as Root;
  let text = '';
  const headings: Heading[] = [];
  const code: Span[] = [];
  const stack: Nodes[] = [...tree.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    const start = text.length;
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
      for (const child of node.children) {
        if (child.type === 'html') continue;
        const at = text.length;
        if ('value' in child) text += child.value;
        if (child.type === 'inlineCode') code.push({ start: at, end: text.length });
      }
      if (node.type === 'heading')
        headings.push({
          start,
          end: text.length,
          level: node.depth,
          text: text.slice(start),
          anchor:
            options.anchors === 'none'
              ? ''
              : text
                  .slice(start)
                  .toLowerCase()
                  .replace(/[^\p{L}\p{N} _-]/gu, '')
                  .replaceAll(' ', '-'),
        });
      text += node.type === 'tableCell' ? '\t' : '\n';
    } else if ('children' in node) stack.push(...[...node.children].reverse());
    else if (node.type === 'code') {
      text += node.value;
      code.push({ start, end: text.length });
      text += '\n';
    }
  }
  return { text: text.trimEnd(), headings, code, notices: [] };
}
