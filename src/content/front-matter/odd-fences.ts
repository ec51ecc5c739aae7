/**
 * Front matter between fences that only one generator takes: in a comment, or of more signs than three.
 * @module
 */
import { countLines, type FencedBlock, findFences, maxFrontMatterLength } from './fences.js';

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

/** Hexo takes any number of signs, as long as the second fence begins with as many. */
export function findLongFences(source: string): FencedBlock | undefined {
  const fence = /^(?:-{4,80}|;{4,80})(?=\n)/.exec(source)?.[0];
  if (fence === undefined) return undefined;
  const start = fence.length + 1;
  const end = source.slice(0, maxFrontMatterLength).indexOf(`\n${fence}`, fence.length);
  if (end < start) return undefined;
  const body = source.slice(end + 1 + fence.length).replace(/^\n/, '');
  return {
    language: fence.startsWith(';') ? 'json' : 'yaml',
    open: '---',
    close: '---',
    matter: source.slice(start, end + 1),
    body,
    matterLine: 2,
    bodyLine: 1 + countLines(source.slice(0, source.length - body.length)),
  };
}
