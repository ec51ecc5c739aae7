/**
 * Random posts, and random trees of the words that they are made of.
 * @module
 */
import fc from 'fast-check';
import { maxTermLength } from '../../src/analysis/index.js';
import { passageSize } from '../../src/documents/cut-passages.js';
import { fieldNames } from '../../src/domain/fields.js';
import type { Heading, Post, Span } from '../../src/domain/post.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
import { createPost } from './posts.js';

/** Few, so that posts share them; some begin others or are one edit away. */
const vocabulary = [
  'spark',
  'sparks',
  'spar',
  'sparse',
  'dask',
  'desk',
  'disk',
  'café',
  'node.js',
  'データ',
  'to',
];
const word = fc.constantFrom(...vocabulary);
const words = (maxLength: number, minLength = 0) => fc.array(word, { minLength, maxLength });

const block = fc.record({
  kind: fc.constantFrom('body' as const, 'body' as const, 'heading' as const, 'code' as const),
  words: words(5, 1),
});
const draft = fc.record({
  title: words(3),
  tags: words(2),
  blocks: fc.array(block, { maxLength: 6 }),
  /** Where in its blocks a post has so much filler that what follows is another passage. */
  longAt: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 3 }),
});
type Draft = typeof draft extends fc.Arbitrary<infer Value> ? Value : never;

/** So long that it is no term. */
const filler = `${'z'.repeat(3 * maxTermLength)} `;
const longFiller = `${filler.repeat(Math.ceil(passageSize / filler.length))}\n`;

const writePost = ({ title, tags, blocks, longAt }: Draft, at: number): Post => {
  const headings: Heading[] = [];
  const code: Span[] = [];
  let text = '';
  for (const [number, { kind, words: own }] of blocks.entries()) {
    if (number === longAt) text += longFiller;
    const content = own.join(' ');
    const span = { start: text.length, end: text.length + content.length };
    if (kind === 'heading') headings.push({ ...span, level: 2, text: content, anchor: `h${number}` });
    if (kind === 'code') code.push(span);
    text += `${content}\n`;
  }
  return createPost({
    id: `post-${String(at).padStart(2, '0')}.md`,
    title: title.join(' '),
    tags,
    text,
    headings,
    code,
  });
};

/** What questions are drawn with. */
interface Drawn {
  readonly phrases: boolean;
  readonly misspellings: boolean;
}

/** As an author does who shortens or mistypes a word. */
const mistyped = (text: string, { misspellings }: Drawn): readonly string[] => [
  text,
  text,
  text.slice(0, 2),
  ...(misspellings ? [text.slice(0, -1), `${text.slice(0, 2)}x${text.slice(2)}`] : []),
];

const leaves = (posts: readonly Post[], drawn: Drawn): fc.Arbitrary<QueryTree> => {
  const texts = posts.flatMap(({ title, text, tags }) => [title, text.replaceAll(longFiller, ''), ...tags]);
  const sequences = texts
    .map((text) => text.split(/\s+/).filter((part) => part !== ''))
    .filter((all) => all.length > 0);
  const known = [...new Set(sequences.flat())];
  const typed = fc
    .constantFrom(...(known.length > 0 ? known : ['nothing']))
    .chain((text) => fc.constantFrom(...mistyped(text, drawn)));
  const term = typed.map((text): QueryTree => ({ kind: 'term', text }));
  const prefix = typed.map((text): QueryTree => ({ kind: 'prefix', text }));
  if (!drawn.phrases || sequences.length === 0) return fc.oneof(term, prefix);
  const phrase = fc
    .tuple(fc.constantFrom(...sequences), fc.nat(), fc.integer({ min: 2, max: 3 }), fc.boolean())
    .map(([all, from, count, reversed]): QueryTree => {
      const first = from % all.length;
      const own = all.slice(first, first + count);
      return { kind: 'phrase', text: (reversed ? own.reverse() : own).join(' ') };
    });
  return fc.oneof(
    { weight: 2, arbitrary: term },
    { weight: 1, arbitrary: prefix },
    { weight: 2, arbitrary: phrase },
  );
};

/** Every kind of node, a few levels deep. */
const trees = (posts: readonly Post[], drawn: Drawn): fc.Arbitrary<QueryTree> => {
  const { tree } = fc.letrec<{ tree: QueryTree; leaf: QueryTree; node: QueryTree }>((tie) => {
    const branches = fc.oneof(
      { weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 1 }) },
      { weight: 4, arbitrary: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }) },
    );
    return {
      leaf: leaves(posts, drawn),
      node: fc.oneof(
        { weight: 2, arbitrary: branches.map((of): QueryTree => ({ kind: 'all', of })) },
        { weight: 4, arbitrary: branches.map((of): QueryTree => ({ kind: 'any', of })) },
        { weight: 2, arbitrary: tie('tree').map((of): QueryTree => ({ kind: 'not', of })) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom(...fieldNames), tie('tree'))
            .map(([field, of]): QueryTree => ({ kind: 'field', field, of })),
        },
      ),
      tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('node'), tie('node')),
    };
  });
  return tree;
};

export interface Case {
  readonly posts: readonly Post[];
  readonly questions: readonly QueryTree[];
}

/** A case that fails is printed without its filler. */
const printable = (drawn: Case): Case =>
  Object.assign(drawn, {
    [fc.toStringMethod]: () => JSON.stringify(drawn).replaceAll(longFiller.trim(), '…'),
  });

export const cases = (drawn: Drawn): fc.Arbitrary<Case> =>
  fc
    .array(draft, { minLength: 1, maxLength: 8 })
    .map((drafts) => drafts.map(writePost))
    .chain((posts) =>
      fc.record({
        posts: fc.constant(posts),
        questions: fc.array(trees(posts, drawn), { minLength: 1, maxLength: 6 }),
      }),
    )
    .map(printable);
