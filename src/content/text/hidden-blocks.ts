import { hidesByAttributes } from './attribute-lists.js';
import { LinePlaces } from './line-places.js';

/** `{: hidden="hidden"}`, `{style="display:none"}`: alone on a line, or behind a heading. */
const listLine = /^([ \t>]*)\{:?([^{}]{1,500})\}[ \t]*$/;
const headingList = /^([ \t>]*)#{1,6}[ \t][^{]*\{:?([^{}]{1,500})\}[ \t]*$/;
const itemOrIndented = /^(?:[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])/;

/**
 * Puts blocks that a list of attributes hides between tags that hide. The list stands below its block, for kramdown above
 * it too; one at the margin below a list is of the whole list.
 */
export function withHiddenBlocks(markdown: string): string {
  if (!/[{ ](?:hidden|style *=|popover|data-)/i.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  const places = new LinePlaces();
  const out: string[] = [];
  /** Where in `out` the block began, and what the tags around it are indented by. */
  let start = 0;
  let inBlock = false;
  let inList = false;
  let pending: string | undefined;
  const hide = (from: number, indent: string): void => {
    out[from] = `${indent}<div hidden>\n${indent}\n${out[from] ?? ''}`;
    out.push(indent, `${indent}</div>`, indent);
  };
  for (const line of lines) {
    const place = places.next(line);
    if (place === 'blank') {
      if (inBlock && pending !== undefined) {
        hide(start, pending);
        pending = undefined;
      }
      inBlock = false;
    } else if (!inBlock) {
      inBlock = true;
      const goesOn = inList && itemOrIndented.test(line);
      inList = itemOrIndented.test(line);
      if (!goesOn) start = out.length;
    }
    const list = place === 'code' || place === 'blank' ? null : listLine.exec(line);
    const heading = place === 'start' ? headingList.exec(line) : null;
    if (list !== null && hidesByAttributes(list[2] ?? '')) {
      const indent = list[1] ?? '';
      if (out.length > start) {
        hide(start, indent);
        inBlock = false;
      } else {
        pending = indent;
        inBlock = false;
      }
    } else {
      out.push(line);
      if (heading !== null && hidesByAttributes(heading[2] ?? '')) hide(out.length - 1, heading[1] ?? '');
    }
  }
  if (pending !== undefined && inBlock) hide(start, pending);
  return out.join('\n');
}
