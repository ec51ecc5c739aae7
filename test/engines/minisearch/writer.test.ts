/**
 * What is written from postings, against what MiniSearch itself writes of the same posts.
 * @module
 */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../src/analysis/index.js';
import { sortDocuments } from '../../../src/documents/document-order.js';
import { compareText } from '../../../src/domain/compare-text.js';
import { fieldNames } from '../../../src/domain/fields.js';
import type { Heading, Post, Span } from '../../../src/domain/post.js';
import {
  createMiniSearchOptions,
  MiniSearchWriter,
  toDocument,
} from '../../../src/engines/minisearch/index.js';
import { toPostings } from '../../contract/postings-of-posts.js';
import { blog, createPost, toDate } from '../../contract/posts.js';

const toMiniSearch = (posts: readonly Post[], language: string): string => {
  const index = new MiniSearch(createMiniSearchOptions(createAnalyzer(language)));
  index.addAll(sortDocuments(posts).map(toDocument));
  const serialized = index.toJSON();
  serialized.index.sort(([a], [b]) => compareText(a, b));
  return JSON.stringify(serialized);
};

/** What a case was about. */
interface Met {
  terms: number;
  twoFields: boolean;
  repeated: boolean;
  twoRuns: boolean;
  numeric: boolean;
}

const write = (
  posts: readonly Post[],
  language: string,
  postsPerRun?: number,
): { json: string; met: Met } => {
  const postings = toPostings(posts, language, postsPerRun);
  const writer = new MiniSearchWriter(postings.ids, postings.lengths);
  const met: Met = {
    terms: 0,
    twoFields: false,
    repeated: false,
    twoRuns: posts.length > (postsPerRun ?? posts.length),
    numeric: false,
  };
  for (const term of postings.terms()) {
    writer.add(term);
    met.terms += 1;
    met.numeric ||= /^\d+$/.test(term.term);
    for (let document = 0; document < term.count; document += 1) {
      const fields = term.fields.slice(term.starts[document], term.starts[document + 1]);
      met.twoFields ||= new Set(fields).size > 1;
      met.repeated ||= new Set(fields).size < fields.length;
    }
  }
  return { json: new TextDecoder().decode(writer.finish()), met };
};

const words = fc
  .array(
    fc.constantFrom(
      ...['rust', 'Rust', 'node.js', 'c++', 'C#', '.net', 'e-mail', 'snake_case', 'getUserName', "don't"],
      ...['Straße', 'café', 'cafe\u0301', '\u0301', 'ﬁn', '\ud800', '\ud842\udfb7', '"quoted\\"'],
      ...['データベース', '猫', '한국어', '__proto__', 'constructor', 'hasOwnProperty', '7', '10', '1.2.3'],
    ),
    { maxLength: 4 },
  )
  .chain((list) => fc.constantFrom(' ', '\n', '-', '').map((separator) => list.join(separator)));

/** A stretch of a post: words, a heading that may hold code, or code, which may touch the code before it. */
const stretch = fc.record({
  kind: fc.constantFrom('words', 'heading', 'code'),
  before: words,
  code: words,
  after: words,
  glue: fc.constantFrom('', ' ', '\n'),
});

const body = fc.array(stretch, { maxLength: 6 }).map((stretches) => {
  let text = '';
  const headings: Heading[] = [];
  const code: Span[] = [];
  for (const { kind, before, code: inner, after, glue } of stretches) {
    const start = text.length;
    text += before + inner + after;
    const end = text.length;
    const innerStart = start + before.length;
    if (kind === 'heading') {
      headings.push({ level: 2, text: text.slice(start, end), anchor: '', start, end });
      if (inner !== '') code.push({ start: innerStart, end: innerStart + inner.length });
    }
    if (kind === 'code') code.push({ start, end });
    text += glue;
  }
  return { text, headings, code };
});

const post = fc.record({
  title: words,
  body,
  tags: fc.array(words, { maxLength: 2 }),
  categories: fc.array(words, { maxLength: 2 }),
  day: fc.constantFrom(undefined, '2020-01-01', '2021-01-01'),
});

const corpus = fc.array(post, { maxLength: 8 }).map((posts) =>
  posts.map(({ body: text, day, ...rest }, at) =>
    createPost({
      id: ['__proto__', '10', 'a"b', '2', 'ü', 'p.md', 'q.md', 'constructor'][at] ?? '',
      ...(day && { date: toDate(day) }),
      ...rest,
      ...text,
    }),
  ),
);

describe('the MiniSearch index that is written from postings', () => {
  it.each(['en', 'de', 'ja'])('of a small blog in %s has the bytes that MiniSearch writes', (language) => {
    const posts = blog.filter((one) => one.language === language);
    expect(write(posts, language).json).toBe(toMiniSearch(posts, language));
  });

  it('of no post has them too', () => {
    expect(write([], 'en').json).toBe(toMiniSearch([], 'en'));
  });

  it('of many posts with many words has them too', () => {
    const posts = Array.from({ length: 120 }, (_, at) =>
      createPost({ id: `${at}`, title: `post ${at}`, text: 'word '.repeat(at) }),
    );
    expect(write(posts, 'en', 50).json).toBe(toMiniSearch(posts, 'en'));
  });

  it('writes as JSON does what no analyzer gives today', () => {
    const ones = fieldNames.map(() => Uint32Array.of(1));
    const writer = new MiniSearchWriter(['a'], {
      fields: ones,
      differentTerms: ones,
      passages: Uint32Array.of(1),
    });
    const [ordinals, fields, one] = [Uint32Array.of(0), Uint8Array.of(3), Uint32Array.of(0)];
    const term = '"\\\n\ud800';
    writer.add({
      term,
      count: 1,
      ordinals,
      starts: Uint32Array.of(0, 1),
      fields,
      positions: one,
      passages: one,
    });
    expect(new TextDecoder().decode(writer.finish())).toContain(
      `"index":[${JSON.stringify([term, { 3: { 0: 1 } }])}]`,
    );
  });

  it('has them whatever the posts are, in whatever order they come and however many runs they make', () => {
    let cases = 0;
    const count = { twoFields: 0, repeated: 0, twoRuns: 0, numeric: 0, several: 0 };
    fc.assert(
      fc.property(
        corpus,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('en', 'fr'),
        (posts, size, language) => {
          const { json, met } = write(posts, language, size);
          expect(json).toBe(toMiniSearch(posts, language));
          cases += 1;
          count.twoFields += Number(met.twoFields);
          count.repeated += Number(met.repeated);
          count.twoRuns += Number(met.twoRuns);
          count.numeric += Number(met.numeric);
          count.several += Number(met.terms > 10);
        },
      ),
      { numRuns: 150 },
    );
    for (const [what, met] of Object.entries(count)) {
      expect(met, `${what} in ${met} of ${cases} cases`).toBeGreaterThan(cases / 4);
    }
  });
});
