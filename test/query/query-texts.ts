import fc from 'fast-check';
import type { QueryTree } from '../../src/domain/query-tree.js';

/** Pieces of the language, whole and broken, and what only looks like it. */
const pieces = [
  ...['a', 'b', 'open', 'Rust', 'c++', '5.0', 'a-b', 'http://x', '中文', 'שלום', "don't", 'or', 'NOT'],
  ...['micro*', '*', 'a*b', '-x', '-5', '--x', '-', '-micro*', 'OR', 'OR', 'OR', 'AND', '|'],
  ...['"b c"', '"', '-"b c"', '“', '”', '«b c»', '«', '」', '「a」', '""', 'a"b'],
  ...['(', '(', ')', ')', '-(', '()', '（', 'f(x)', 'title:(', '-title:(', 'tag:(', 'year:('],
  ...['title:', 'title:a', 'Heading:b', '-code:x', 'title:"b c"', 'title:-x', 'foo:', 'foo:bar', ':', '::'],
  ...['tag:', 'tag:x', '-tag:x', 'tag:"b c"', 'author:🎉', 'series：x', 'lang:de', 'lang:', 'lang:e'],
  ...[
    'year:2024',
    'year:soon',
    'date:2023..',
    'date:2023-01..2024-06',
    'before:2024',
    'after:2024-05',
    'date:..',
  ],
  ...['🎉', '\u200f', '\ud800', '?!', '\\', '\u3000'],
];

const glued = fc.constantFrom(...pieces, '');
const blank = fc.constantFrom(' ', ' ', ' ', '  ', '');

/** Texts of questions, rich in what means something. */
export const queryTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.tuple(glued, blank), { maxLength: 16 }).map((all) => all.flat().join('')),
  },
  // More than may be asked for.
  { weight: 1, arbitrary: fc.array(glued, { minLength: 90, maxLength: 150 }).map((all) => all.join(' ')) },
  // Deeper than may be.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('(', '(a OR ', '-(', 'title:(', '"b c" ', 'x ', ')', 'OR '), { maxLength: 60 })
      .map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

/** What stands at the ends of a tree. */
export const leafKinds: ReadonlySet<QueryTree['kind']> = new Set([
  'term',
  'prefix',
  'wildcard',
  'phrase',
  'filter',
]);

/** @returns the kinds of all branches, the tree's own among them */
export const kindsOf = (tree: QueryTree): readonly QueryTree['kind'][] => [
  tree.kind,
  ...('of' in tree ? [tree.of].flat().flatMap(kindsOf) : []),
];
