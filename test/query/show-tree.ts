import type { DocumentFilter, QueryTree } from '../../src/domain/query-tree.js';

const showFilter = (filter: DocumentFilter): string => {
  switch (filter.by) {
    case 'facet':
      return `${filter.facet}=${filter.value}`;
    case 'language':
      return `language=${filter.language}`;
    case 'days':
      return `days=${filter.from ?? ''}..${filter.to ?? ''}`;
  }
};

/** A tree on one line, for tables of what is expected: `all("open source", not(x), most(a, b…))`. */
export const showTree = (tree: QueryTree): string => {
  switch (tree.kind) {
    case 'term':
      return tree.text;
    case 'prefix':
      return `${tree.text}…`;
    case 'wildcard':
      return `${tree.text}*`;
    case 'phrase':
      return `"${tree.text}"`;
    case 'not':
      return `not(${showTree(tree.of)})`;
    case 'field':
      return `${tree.field}(${showTree(tree.of)})`;
    case 'filter':
      return `[${showFilter(tree.filter)}]`;
    default:
      return `${tree.kind}(${tree.of.map(showTree).join(', ')})`;
  }
};
