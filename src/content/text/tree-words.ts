import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { splitExplicitId } from './attribute-lists.js';
import type { AnchorMaker } from './heading-anchors.js';
import type { HtmlWords } from './html-words.js';
import type { CodePiece, HtmlPiece, ImagePiece } from './markdown-tree.js';
import type { TextWriter } from './text-writer.js';

/** What a block of Markdown is on the page. */
const elements: Readonly<Partial<Record<StrippedNode['type'], string>>> = {
  paragraph: 'p',
  heading: 'h1',
  blockquote: 'blockquote',
  list: 'ul',
  listItem: 'li',
  codePiece: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  footnoteDefinition: 'li',
};

type StrippedNode = Nodes | HtmlPiece | CodePiece | ImagePiece;

/** Takes template output and attribute lists out of running text, where no code is. */
export type ProseFilter = (text: string, heading?: 'heading') => string;

export interface TreeWalk {
  readonly writer: TextWriter;
  readonly html: HtmlWords;
  readonly anchors: AnchorMaker;
  readonly prose: ProseFilter;
  /** What was parsed, for the ids that are made from source. */
  readonly source: string;
  /** Nodes that start at or after this offset only helped to parse. */
  readonly end: number;
  /** Labels of the footnotes that are shown; absent where all are. */
  readonly footnotes: ReadonlySet<string> | undefined;
}

/** Of a longer heading only this much makes the id. */
const longestHeading = 1_000;

/** `title="…"` or `[…]`, whichever is first. */
function shownTitle(meta: string): string {
  const missing = new Set<string>();
  for (const { 0: opener, index } of meta.matchAll(/\btitle=["']|\[/g)) {
    const closer = opener === '[' ? ']' : opener.slice(-1);
    if (missing.has(closer)) continue;
    const start = index + opener.length;
    const end = meta.indexOf(closer, start);
    if (end < 0) missing.add(closer);
    else if (end > start || closer !== ']') return meta.slice(start, end);
  }
  return '';
}

/**
 * Writes a block of code.
 * @param info what follows the opening fence: titles and file names in it are shown above the code
 */
export function writeCode(writer: TextWriter, code: string, info: string): void {
  writer.block();
  const title = info === '' ? '' : shownTitle(info);
  if (title !== '') {
    writer.words(title);
    writer.block();
  }
  writer.codeWords(code, true);
  writer.block();
}

const footnoteLabel = ({ label, identifier }: FootnoteDefinition): string =>
  (label ?? identifier).toLowerCase();

/** Writes a stripped tree in reading order, with a stack of its own instead of recursion. */
export function writeTree(root: Root, walk: TreeWalk): void {
  const { writer, html } = walk;
  const stack: (StrippedNode | (() => void))[] = [root];
  const pushChildren = (children: readonly Nodes[]): void => {
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child !== undefined) stack.push(child);
    }
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'function') {
      node();
      continue;
    }
    if (node.type === 'htmlPiece') {
      html.read(node.html);
      continue;
    }
    if (node.type === 'footnoteDefinition' && walk.footnotes?.has(footnoteLabel(node)) === false) continue;
    const element = elements[node.type];
    if (element !== undefined) {
      html.enter(element);
      stack.push(() => html.leave(element));
    }
    if (!html.shown) {
      if ('children' in node) pushChildren(node.children);
      continue;
    }
    switch (node.type) {
      case 'text': {
        if (html.insideCode) writer.codeWords(node.value, false);
        else writer.words(walk.prose(node.value, writer.isInHeading ? 'heading' : undefined));
        break;
      }
      case 'inlineCode':
        writer.codeWords(node.value, false);
        break;
      case 'imagePiece':
        writer.imageWords(walk.prose(node.words));
        break;
      case 'break':
        if (writer.isInHeading) writer.space();
        else writer.block();
        break;
      case 'codePiece':
        writeCode(writer, node.code, node.meta);
        break;
      case 'heading': {
        writer.openHeading();
        const { depth, position } = node;
        const source =
          position?.start.offset === undefined
            ? ''
            : walk.source.slice(
                position.start.offset,
                Math.min(position.end.offset ?? 0, position.start.offset + longestHeading),
              );
        const { omissions } = html;
        stack.push(() => closeHeading(walk, depth, html.omissions === omissions ? source : undefined));
        pushChildren(node.children);
        break;
      }
      case 'tableCell':
        writer.cell();
        stack.push(() => writer.cell());
        pushChildren(node.children);
        break;
      default:
        if (!('children' in node)) break;
        if (node.type === 'footnoteDefinition' && (node.position?.start.offset ?? 0) >= walk.end) break;
        writer.block();
        stack.push(() => writer.block());
        pushChildren(node.children);
    }
  }
}

/** @param source absent where words of it are not shown, which must not come back in the id */
function closeHeading(walk: TreeWalk, level: number, source: string | undefined): void {
  const { writer, anchors } = walk;
  const { text, id } = splitExplicitId(writer.openHeadingText ?? '');
  writer.truncateHeading(text.length);
  const line = (source ?? text).replace(/^ {0,3}#{1,6}[ \t]+/, '').replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '');
  const anchor =
    id === undefined
      ? anchors.make({
          pieces: writer.openHeadingPieces,
          source: splitExplicitId(headingLine(line)).text,
        })
      : anchors.claim(id);
  writer.closeHeading(level, anchor);
}

/** Of a heading that is underlined, the last line of words: that is what goldmark takes. */
function headingLine(source: string): string {
  const lines = source.split('\n');
  return (lines.length > 1 ? lines.at(-2) : lines[0]) ?? '';
}
