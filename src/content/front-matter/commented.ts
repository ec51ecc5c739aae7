/**
 * Front matter in a comment, which only Hugo takes.
 * @module
 */
import { type FencedBlock, findFences } from './fences.js';

/**
 * Hugo passes over the line of a comment at the top, so that front matter may stand in it.
 * @throws FrontMatterError
 */
export function findCommented(source: string): FencedBlock | undefined {
  const newline = source.startsWith('<!--') ? source.indexOf('\n') : -1;
  if (newline < 0) return undefined;
  const block = findFences(source.slice(newline + 1));
  if (block === undefined) return undefined;
  const body = block.body.replace(/^-->[ \t]{0,80}(?:\n|$)/, '');
  return {
    ...block,
    body,
    matterLine: block.matterLine + 1,
    bodyLine: block.bodyLine + (body === block.body ? 1 : 2),
  };
}
