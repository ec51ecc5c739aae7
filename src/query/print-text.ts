/**
 * A query tree -> the text that would be parsed as just this tree.
 * @module
 */
import { valueFacets } from '../domain/facets.js';
import type { DocumentFilter, QueryTree } from '../domain/query-tree.js';
import { toFirstDay, toLastDay } from './calendar-days.js';
import { isOneRun } from './characters.js';
import { operators } from './operators.js';

/** A day as it may be written, shortest first: the year or month that it begins or ends. */
const writingsOf = (day: string): readonly string[] => [day.slice(0, 4), day.slice(0, 7), day];

const printDays = (from = '', to = ''): string => {
  const isFirst = (value: string): boolean => toFirstDay(value) === from;
  const isLast = (value: string): boolean => toLastDay(value) === to;
  const one = writingsOf(from).find((value) => isFirst(value) && isLast(value));
  if (one !== undefined) return one.length === 4 ? `year:${one}` : `date:${one}`;
  return `date:${writingsOf(from).find(isFirst) ?? ''}..${writingsOf(to).find(isLast) ?? ''}`;
};

/**
 * What is asked with a name: `tag:"cloud bills"`.
 * @param value a quote in it cannot be written: it is a blank when it is read back
 */
export const printNamed = (name: string, value: string): string =>
  `${name}:${isOneRun(value) ? value : `"${value}"`}`;

const printFilter = (filter: DocumentFilter): string => {
  switch (filter.by) {
    case 'facet': {
      const { parameter = filter.facet } = valueFacets.find(({ name }) => name === filter.facet) ?? {};
      return printNamed(parameter, filter.value);
    }
    case 'language':
      return `lang:${filter.language}`;
    case 'days':
      return printDays(filter.from, filter.to);
  }
};

const nameOfField = (field: string): string =>
  [...operators].find(([, operator]) => operator.kind === 'field' && operator.field === field)?.[0] ?? field;

/** Parts side by side. The words are the last; they are written first unless one is unfinished, which only the end of a text is. */
const printAll = (of: readonly QueryTree[]): string => {
  const parts = of.map((part) => (part.kind === 'any' ? `(${printText(part)})` : printText(part)));
  const words = of.at(-1);
  const lastWord = words?.kind === 'most' ? words.of.at(-1) : words;
  const inOrder = lastWord?.kind === 'term' ? [...parts.slice(-1), ...parts.slice(0, -1)] : parts;
  return inOrder.join(' ');
};

/** Behind a name or a minus, or beside `OR`: one part, which parentheses keep together unless it is of these kinds. */
const printPart = (tree: QueryTree, bare: readonly QueryTree['kind'][]): string =>
  bare.includes(tree.kind) ? printText(tree) : `(${printText(tree)})`;

const leaves = ['term', 'prefix', 'wildcard', 'phrase'] as const;

/**
 * The least that the tree needs, whatever was typed.
 * @param tree as `parseText` makes one. No text means just another: where a word that is not the last is unfinished, say
 * @returns empty where every post is asked for
 */
export const printText = (tree: QueryTree): string => {
  switch (tree.kind) {
    case 'term':
    case 'prefix':
      return tree.text;
    case 'wildcard':
      return `${tree.text}*`;
    case 'phrase':
      return `"${tree.text}"`;
    case 'most':
      return tree.of.map(printText).join(' ');
    case 'all':
      return printAll(tree.of);
    case 'any':
      return tree.of.length === 0
        ? '""'
        : tree.of.map((branch) => printPart(branch, [...leaves, 'field', 'filter', 'not'])).join(' OR ');
    case 'not':
      return `-${printPart(tree.of, [...leaves, 'field', 'filter'])}`;
    case 'field':
      return `${nameOfField(tree.field)}:${printPart(tree.of, leaves)}`;
    case 'filter':
      return printFilter(tree.filter);
  }
};
