import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryTree } from '../../src/domain/query-tree.js';
import { maxLeaves, parseText } from '../../src/query/parse-text.js';
import { printNamed, printText } from '../../src/query/print-text.js';
import { kindsOf, leafKinds, queryTexts } from './query-texts.js';
import { showTree } from './show-tree.js';

describe('the text of a tree', () => {
  test.each([
    ['  open   source ', 'open source'],
    ['„open source“ db', '"open source" db'],
    ['db "open source"', 'db "open source"'],
    ['"a b" c "d e"', 'c "a b" "d e"'],
    ['a b | c', 'a (b OR c)'],
    ['a | b c', '(a OR b) c'],
    ['a b | c -d', 'a (b OR c) -d'],
    ['(a b) OR c', '(a b) OR c'],
    ['-(a b)', '-(a OR b)'],
    ['- (-x)', '-x'],
    ['-(--x)', '-x'],
    ['TITLE:(a b)', 'title:(a b)'],
    ['heading:"a"', 'heading:"a"'],
    ['tag:"rust"', 'tag:rust'],
    ['tag:(a OR “b c”)', 'tag:a OR tag:"b c"'],
    ['year:2024-01..2024', 'year:2024'],
    ['date:2024-05-01..2024-05', 'date:2024-05'],
    ['date:2024-05-09..2024-05-09', 'date:2024-05-09'],
    ['date:2023-01..2024-06', 'date:2023..2024-06'],
    ['date:2024-01..2024-01', 'date:2024-01'],
    ['before:2024', 'date:..2023'],
    ['after:2024-05-09', 'date:2024-05-10..'],
    ['OR OR', 'or or'],
    ['micro* (', 'micro*'],
    ['?!', '""'],
    ['  ', ''],
  ])('%j is %j', (text, printed) => {
    expect(printText(parseText(text))).toBe(printed);
  });

  test('is parsed as the same tree, whatever was typed', () => {
    const cases = 6000;
    const met = new Map<string, number>();
    const count = (what: string): unknown => met.set(what, (met.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(queryTexts, (text) => {
        const tree = parseText(text);
        const printed = printText(tree);
        expect(showTree(parseText(printed))).toBe(showTree(tree));
        expect(parseText(printed)).toEqual(tree);
        const kinds = kindsOf(tree);
        new Set(kinds).forEach(count);
        if (printed !== text) count('printed otherwise');
        if (kinds.filter((kind) => leafKinds.has(kind)).length === maxLeaves) count('as much as may be');
      }),
      { numRuns: cases },
    );
    const rare = [...met].filter(([, times]) => times < cases / 100);
    expect(rare).toEqual([]);
    // Ten kinds of branches, and the two counted besides.
    expect(met.size).toBe(12);
  });
});

describe('a value behind a name', () => {
  test.each([
    ['rust', 'tag:rust'],
    ['cloud bills', 'tag:"cloud bills"'],
    ['C++', 'tag:C++'],
    ['a(b)', 'tag:"a(b)"'],
    ['-x', 'tag:-x'],
    ['中文', 'tag:中文'],
    ["it's", "tag:it's"],
  ])('%s', (value, printed) => {
    expect(printNamed('tag', value)).toBe(printed);
    expect(parseText(printed)).toEqual({ kind: 'filter', filter: { by: 'facet', facet: 'tags', value } });
  });
});

/** Without what the order of a text decides: how branches are ordered, and which word is the last. */
const withoutOrder = (tree: QueryTree): string => {
  if (tree.kind === 'term' || tree.kind === 'prefix') return tree.text;
  if (!('of' in tree)) return showTree(tree);
  const branches = [tree.of].flat().map(withoutOrder);
  return `${tree.kind}(${'field' in tree ? tree.field : ''} ${branches.sort().join(', ')})`;
};

/** All of the branches of the tree and one more. */
const and = (more: QueryTree, tree: QueryTree): QueryTree =>
  tree.kind === 'all' ? { kind: 'all', of: [more, ...tree.of] } : { kind: 'all', of: [more, tree] };

describe('what is required of posts besides words', () => {
  const conditions: readonly (readonly [string, QueryTree])[] = [
    ['-zebra', { kind: 'not', of: { kind: 'term', text: 'zebra' } }],
    ['"zebra crossing"', { kind: 'phrase', text: 'zebra crossing' }],
    ['tag:zebra', { kind: 'filter', filter: { by: 'facet', facet: 'tags', value: 'zebra' } }],
    ['zeb*', { kind: 'wildcard', text: 'zeb' }],
    [
      '(zebra OR gnu)',
      {
        kind: 'any',
        of: [
          { kind: 'term', text: 'zebra' },
          { kind: 'term', text: 'gnu' },
        ],
      },
    ],
  ];

  test.each(conditions)(
    '%s is one more condition, first or last, and changes no other',
    (condition, branch) => {
      let asked = 0;
      fc.assert(
        fc.property(queryTexts, (typed) => {
          const tree = parseText(typed.slice(0, 80));
          const text = printText(tree);
          fc.pre(text !== '' && text !== '""');
          asked += 1;
          expect(showTree(parseText(`${condition} (${text})`))).toBe(showTree(and(branch, tree)));
          expect(withoutOrder(parseText(`(${text}) ${condition}`))).toBe(withoutOrder(and(branch, tree)));
          expect(withoutOrder(parseText(`${text} ${condition}`))).toBe(withoutOrder(and(branch, tree)));
        }),
        { numRuns: 1000 },
      );
      expect(asked).toBeGreaterThan(600);
    },
  );

  test('may stand in any order', () => {
    const parts = [
      '-zebra',
      '"b c"',
      'tag:x',
      'title:rust',
      'year:2024',
      '(x OR y)',
      'micro*',
      '-tag:"b c"',
      'plain',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts), (some) => {
        const sorted = [...some].sort((one, other) => parts.indexOf(one) - parts.indexOf(other));
        expect(withoutOrder(parseText(some.join(' ')))).toBe(withoutOrder(parseText(sorted.join(' '))));
      }),
    );
  });
});
