/**
 * The text of a question -> what it asks, and how it was understood.
 * @module
 */
import type { QueryTree } from '../domain/query-tree.js';
import { parseText } from './parse-text.js';
import { printText } from './print-text.js';

export interface ReadText {
  readonly tree: QueryTree;
  /** The text that means just this tree. */
  readonly understood: string;
}

export const readText = (text: string): ReadText => {
  const tree = parseText(text);
  return { tree, understood: printText(tree) };
};
