/**
 * Random posts, and random trees of the words that they are made of.
 * @module
 */
import fc from 'fast-check';
import { type Form, maxTermLength } from '../../src/analysis/index.js';
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

/** As an author does who shortens or mistypes a word. */
const mistyped = (text: string): readonly string[] => [
  text,
  text,
  text.slice(0, 2),
  text.slice(0, -1),
  `${text.slice(0, 2)}x${text.slice(2)}`,
];

/** What the posts say, and what is typed to find it. */
const leaves = (posts: readonly Post[]) => {
  const texts = posts.flatMap(({ title, text, tags }) => [title, text.replaceAll(longFiller, ''), ...tags]);
  const sequences = texts
    .map((text) => text.split(/\s+/).filter((part) => part !== ''))
    .filter((all) => all.length > 0);
  const known = fc.constantFrom(...(sequences.length > 0 ? new Set(sequences.flat()) : ['nothing']));
  const typed = known.chain((text) => fc.constantFrom(...mistyped(text)));
  const phrase = fc
    .tuple(
      fc.constantFrom(...(sequences.length > 0 ? sequences : [['nothing']])),
      fc.nat(),
      fc.integer({ min: 2, max: 3 }),
      fc.boolean(),
    )
    .map(([all, from, count, reversed]) => {
      const first = from % all.length;
      const own = all.slice(first, first + count);
      return { kind: 'phrase' as const, text: (reversed ? own.reverse() : own).join(' ') };
    });
  const wildcard = known.map((text): QueryTree => ({ kind: 'wildcard', text: text.slice(0, 3) }));
  const word = fc.oneof(
    { weight: 2, arbitrary: typed.map((text): QueryTree => ({ kind: 'term', text })) },
    { weight: 1, arbitrary: typed.map((text): QueryTree => ({ kind: 'prefix', text })) },
  );
  return { word, phrase, leaf: fc.oneof(word, word, phrase, wildcard) };
};

const tagFilter = (posts: readonly Post[]): fc.Arbitrary<QueryTree> =>
  fc
    .constantFrom('nowhere', ...posts.flatMap(({ tags }) => tags))
    .map((value) => ({ kind: 'filter', filter: { by: 'facet', facet: 'tags', value } }));

/** Every kind of node, a few levels deep. */
const trees = (posts: readonly Post[]): fc.Arbitrary<QueryTree> => {
  const { word, leaf } = leaves(posts);
  const { tree } = fc.letrec<{ tree: QueryTree; node: QueryTree }>((tie) => {
    const branches = fc.oneof(
      { weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 1 }) },
      { weight: 4, arbitrary: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }) },
    );
    const most = fc
      .array(word, { minLength: 2, maxLength: 4 })
      .map((of): QueryTree => ({ kind: 'most', of }));
    return {
      node: fc.oneof(
        { weight: 4, arbitrary: most },
        { weight: 2, arbitrary: branches.map((of): QueryTree => ({ kind: 'all', of })) },
        { weight: 3, arbitrary: branches.map((of): QueryTree => ({ kind: 'any', of })) },
        { weight: 2, arbitrary: tie('tree').map((of): QueryTree => ({ kind: 'not', of })) },
        { weight: 1, arbitrary: tagFilter(posts) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom(...fieldNames), tie('tree'))
            .map(([field, of]): QueryTree => ({ kind: 'field', field, of })),
        },
      ),
      tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('node'), tie('node')),
    };
  });
  return tree;
};

/** What somebody asks of some posts. */
export interface Asked {
  readonly tree: QueryTree;
  /** A word or a phrase. */
  readonly leaf: QueryTree;
  readonly word: QueryTree;
  readonly phrase: Extract<QueryTree, { readonly kind: 'phrase' }>;
  readonly filter: QueryTree;
  /** Another way to say the first word of the tree. */
  readonly otherForm: Form;
}

export interface Case {
  readonly posts: readonly Post[];
  readonly questions: readonly Asked[];
}

/** A case that fails is printed without its filler. */
const printable = (drawn: Case): Case =>
  Object.assign(drawn, {
    [fc.toStringMethod]: () => JSON.stringify(drawn).replaceAll(longFiller.trim(), '…'),
  });

const questionOf = (posts: readonly Post[]): fc.Arbitrary<Asked> => {
  const { word, phrase, leaf } = leaves(posts);
  const otherForm = fc.oneof(
    fc
      .constantFrom('spark', 'disk', 'to')
      .map(
        (term): Form => ({ kind: 'term', term, weight: 0.8, prefix: 'never', maxEdits: 0, relatives: false }),
      ),
    fc
      .tuple(fc.constantFrom('spark', 'dask', 'to'), fc.constantFrom('spark', 'desk', 'to'))
      .map((terms): Form => ({ kind: 'sequence', terms, offsets: [0, 1], weight: 0.8 })),
  );
  return fc.record({ tree: trees(posts), leaf, word, phrase, filter: tagFilter(posts), otherForm });
};

export const cases: fc.Arbitrary<Case> = fc
  .array(draft, { minLength: 1, maxLength: 8 })
  .map((drafts) => drafts.map(writePost))
  .chain((posts) =>
    fc.record({
      posts: fc.constant(posts),
      questions: fc.array(questionOf(posts), { minLength: 1, maxLength: 6 }),
    }),
  )
  .map(printable);
