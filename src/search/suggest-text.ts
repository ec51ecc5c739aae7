/**
 * The text of a question that leads to what is suggested.
 * @module
 */
import { toNameKey } from '../domain/name-key.js';
import type { QueryTree } from '../domain/query-tree.js';
import { betweenWords } from '../query/characters.js';
import { parseText } from '../query/parse-text.js';
import { printText } from '../query/print-text.js';

const isWords = (tree: QueryTree): boolean =>
  tree.kind === 'term' || tree.kind === 'prefix' || (tree.kind === 'most' && tree.of.every(isWords));

/** A title or a heading on one line, in quotes where signs in it would be operators. */
export const wordsToText = (written: string): string => {
  const text = written.trim().replace(/\s+/g, ' ');
  return isWords(parseText(text))
    ? text
    : printText({ kind: 'phrase', text: text.replace(betweenWords, ' ').trim() });
};

/** @returns nothing for a tag that no question can name, such as one with a quote in it */
export const tagToText = (value: string): string | undefined => {
  const text = printText({ kind: 'filter', filter: { by: 'facet', facet: 'tags', value } });
  const read = parseText(text);
  const isNamed =
    read.kind === 'filter' && read.filter.by === 'facet' && toNameKey(read.filter.value) === toNameKey(value);
  return isNamed ? text : undefined;
};
