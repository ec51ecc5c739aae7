import type { Nodes, Parents, Root } from 'mdast';
import { hidesByAttributes } from './attribute-lists.js';

/** Lists of attributes behind a span: `*word*{: .note}{: style="display:none"}`. */
const list = /^\{:?([^{}\n]{1,500})\}/;

const spans = new Set<Nodes['type']>([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'image',
  'imageReference',
]);

const isHiddenBy = (text: string): boolean => {
  for (let rest = text, found = list.exec(rest); found !== null; found = list.exec(rest)) {
    if (hidesByAttributes(found[1] ?? '')) return true;
    rest = rest.slice(found[0].length);
  }
  return false;
};

const withoutHidden = (parent: Parents): Nodes[] =>
  parent.children.filter((child, index) => {
    const next = parent.children[index + 1];
    return !(spans.has(child.type) && next?.type === 'text' && isHiddenBy(next.value));
  });

/** Takes out the spans of a parsed text that the list of attributes behind them hides, in the tree itself. */
export function removeHiddenSpans(root: Root, source: string): void {
  if (!/[{ ](?:hidden|style *=)/i.test(source)) return;
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    Object.assign(node, { children: withoutHidden(node) });
    open.push(...node.children);
  }
}
