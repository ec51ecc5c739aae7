/**
 * Questions that nobody asks in good faith, of every kind that we could think of, put together at random.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchEngine } from '../../src/domain/search.js';
import { openCompiledMatcher, rootName } from '../../src/engines/compiled/index.js';
import { readRoot } from '../../src/index-store/index-root.js';
import { partPath } from '../../src/index-store/layout.js';
import { createIndex } from '../../src/indexer/create-index.js';
import type { OpenMatcher } from '../../src/reader/open-index.js';
import { createEngineOfPosts as createMiniSearchEngine } from '../contract/engine-of-posts.js';
import { createPost } from '../contract/posts.js';
import { ask } from '../contract/subject.js';
import { createMemorySource, openEngine } from '../engines/compiled/engine-of-posts.js';

/** Words that are all alike, so that each stands for as many as it may. */
const alike = Array.from(
  { length: 4_000 },
  (_, at) => `ab${at.toString(2).replace(/0/g, 'a').replace(/1/g, 'b')}`,
);
const posts = Array.from({ length: 40 }, (_, at) =>
  createPost({
    id: `${at}.md`,
    title: `Post ${at} of PodSecurityPolicy`,
    tags: ['a', 'b"c', ')'],
    text: `${alike.slice(at * 100, at * 100 + 100).join(' ')} node.js CVE-2021-${at} 日本語 แมว 👩‍💻 שלום`,
  }),
);

const word = fc.oneof(
  fc.constantFrom(...alike),
  fc.constantFrom(...alike).map((text) => `${text.slice(0, 3)}x${text.slice(3)}`),
  fc.constantFrom(
    'node.js',
    'PodSecurityPolicy',
    'CVE-2021-1',
    'the',
    '日本',
    'แมว',
    '5.0.0',
    'c#',
    'constructor',
  ),
);
const many = (unit: fc.Arbitrary<string>, count: number, between = ' ') =>
  fc.array(unit, { minLength: 1, maxLength: count, size: 'max' }).map((units) => units.join(between));

const operator = fc.constantFrom(
  ...[
    '"',
    '(',
    ')',
    '-',
    '*',
    ' OR ',
    ' AND ',
    ' NOT ',
    '|',
    ':',
    'title:',
    'tag:',
    'year:',
    'date:..',
    'before:',
  ],
  ...['lang:xx', '-(', '-"', '"-', 'title:title:', 'tag:(', '*:*', '”', '«', '\\', '^2', '~1', '/.*/', '%00'],
);
const unseen = fc.constantFrom(
  ...['\u200e', '\u200f', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u0000', '\u200d', '\u0301'],
);
const half = fc.constantFrom('\ud800', '\udc00', '\ud83d', '\udfff');

/** By name, so that a failure says what it is about. */
const kinds = {
  'one letter': many(fc.constantFrom('a', 'b', 'é', '日', 'ﬃ', 'İ'), 1),
  'one letter, often': many(fc.constantFrom('a', 'b'), 256),
  '500 words': many(word, 500),
  '200 numbers': many(fc.nat().map(String), 200),
  wildcards: many(
    word.map((text) => `${text.slice(0, 2)}*`),
    200,
  ),
  'excluded words': many(
    word.map((text) => `-${text}`),
    200,
  ),
  phrases: many(
    many(word, 6).map((text) => `"${text}"`),
    40,
  ),
  parentheses: fc
    .tuple(fc.nat(5_000), word, fc.nat(5_000))
    .map(([open, text, close]) => '('.repeat(open) + text + ')'.repeat(close)),
  'excluded parentheses': fc.tuple(fc.nat(200), word).map(([depth, text]) => '-('.repeat(depth) + text),
  alternatives: many(word, 200, ' OR '),
  operators: many(fc.oneof(operator, word), 200, ''),
  fields: many(
    fc
      .tuple(fc.constantFrom('title', 'tag', 'code', 'lang', 'year', 'after'), word)
      .map((pair) => pair.join(':')),
    100,
  ),
  emoji: many(fc.constantFrom('👩‍💻', '🙂', '🇦🇹', '🏽', '1️⃣'), 200, ''),
  'marks that nobody sees': many(fc.oneof(unseen, word), 200, ''),
  'halves of characters': many(fc.oneof(half, word), 200, ''),
  'anything at all': fc.string({ unit: 'binary', maxLength: 500, size: 'max' }),
  '10,000 characters': word.map((text) => text.repeat(10_000 / text.length)),
} as const satisfies Readonly<Record<string, fc.Arbitrary<string>>>;

const questions = (count: number): readonly (readonly [kind: string, text: string])[] => {
  const names = Object.entries(kinds);
  return names.flatMap(([kind, texts]) =>
    fc.sample(texts, { numRuns: Math.ceil(count / names.length) }).map((text) => [kind, text] as const),
  );
};

const askAll = async (
  engine: SearchEngine,
  count: number,
  look: (kind: string) => void = () => {},
): Promise<number> => {
  let answered = 0;
  for (const [kind, text] of questions(count)) {
    const { total, hits } = await engine
      .ask(ask(text, { facets: ['tags'], explain: true }))
      .catch((cause) => {
        throw new Error(`${kind}: ${JSON.stringify(text)}`, { cause });
      });
    expect(hits.every(({ score }) => score >= 0 && score < Infinity)).toBe(true);
    answered += Number(total > 0);
    look(kind);
  }
  return answered;
};

/** How often a question may read the index, all of it, when nothing is kept: once for each step in which a word is looked for. */
const mostReadings = 8;

test('2,000 hostile questions are answered, and none reads the index more than a few times', async () => {
  let read = 0;
  const openKeepingNothing: OpenMatcher = (source, { root, language }) =>
    openCompiledMatcher(
      async (name, options) => {
        const part = await (name === rootName
          ? readRoot(source, root, options)
          : source.read(partPath(language, name), options));
        read += part.length;
        return part;
      },
      { maxKeptBytes: 0 },
    );
  const { files } = await createIndex(posts);
  const parts = files.filter(({ path }) => path.endsWith('.txt'));
  const all = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const engine = await openEngine(await createMemorySource(posts), openKeepingNothing);
  const most = new Map<string, number>();
  const answered = await askAll(engine, 2_000, (kind) => {
    most.set(kind, Math.max(most.get(kind) ?? 0, read / all));
    read = 0;
  });
  expect([...most].filter(([, readings]) => readings > mostReadings)).toEqual([]);
  // The least that they must have done, for the test to say anything.
  expect(most.get('500 words')).toBeGreaterThan(0.3);
  expect(answered).toBeGreaterThan(800);
}, 240_000);

test('the MiniSearch engine answers such questions too', async () => {
  expect(await askAll(await createMiniSearchEngine(posts), 200)).toBeGreaterThan(75);
}, 240_000);
