import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../src/analysis/index.js';
import type { PostPiece } from '../../src/documents/post-pieces.js';
import { fieldNames } from '../../src/domain/fields.js';
import { mergeRuns, noOrdinal, type TermPostings } from '../../src/postings/merge.js';
import { noPassage } from '../../src/postings/occurrences.js';
import { analyzePost, type PostRecord } from '../../src/postings/record.js';
import { RunBuilder } from '../../src/postings/run.js';

/** Of an occurrence: ordinal, field, position, passage. */
type Place = readonly [ordinal: number, field: number, position: number, passage: number];

const analyzer = createAnalyzer('en');
const fieldIds = fieldNames.map((_, field) => field);
const [title, headings, taxonomy, body, code] = fieldIds;

/** A post as pieces; the pieces with a start are its text. */
interface Written {
  readonly pieces: readonly PostPiece[];
  readonly passages: readonly { readonly text: string }[];
}

const word = fc.oneof(
  fc.constantFrom('a', 'ab', 'abc', 'Café', 'node.js', 'snake_case', '検索エンジン', '😀x'),
  fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 3 }),
);
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));

const written: fc.Arbitrary<Written> = fc
  .record({
    title: words(3),
    text: fc.array(fc.tuple(fc.constantFrom(headings, body, code), words(8)), { maxLength: 4 }),
    tags: fc.array(words(2), { maxLength: 2 }),
    passageSize: fc.integer({ min: 5, max: 60 }),
  })
  .map((post) => {
    const pieces: PostPiece[] = [{ field: title ?? 0, text: post.title }];
    let start = 0;
    for (const [field, text] of post.text) {
      pieces.push({ field: field ?? 0, text, start });
      start += text.length;
    }
    for (const text of post.tags) pieces.push({ field: taxonomy ?? 0, text });
    const text = post.text.map(([, piece]) => piece).join('');
    const count = Math.max(1, Math.ceil(text.length / post.passageSize));
    const passages = Array.from({ length: count }, (_, at) => ({
      text: text.slice(at * post.passageSize, (at + 1) * post.passageSize),
    }));
    return { pieces, passages };
  });

const passageAt = ({ passages }: Written, offset: number): number => {
  let end = 0;
  return passages.findIndex(({ text }) => {
    end += text.length;
    return offset < end;
  });
};

/** Every occurrence of every term of a post, as it is defined. */
const placesOf = (post: Written, ordinal: number): readonly (readonly [term: string, place: Place])[] => {
  const places: [string, Place][] = [];
  let next = 0;
  let before: PostPiece | undefined;
  for (const piece of post.pieces) {
    const { field, text, start } = piece;
    const isNext = start !== undefined && before?.start !== undefined;
    if (!isNext && next > 0) next += 64;
    for (const token of analyzer.tokens(text))
      places.push([
        token.term,
        [
          ordinal,
          field,
          next + token.position,
          start === undefined ? noPassage : passageAt(post, start + token.start),
        ],
      ]);
    next += analyzer.scan(text, () => {});
    before = piece;
  }
  return places;
};

const indexNaively = (
  posts: readonly Written[],
  ordinals: Uint32Array,
): ReadonlyMap<string, readonly Place[]> => {
  const index = new Map<string, Place[]>();
  for (const [number, post] of posts.entries()) {
    const ordinal = ordinals[number] ?? noOrdinal;
    if (ordinal === noOrdinal) continue;
    for (const [term, place] of placesOf(post, ordinal)) index.set(term, [...(index.get(term) ?? []), place]);
  }
  for (const places of index.values()) places.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
  return new Map([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const toPlaces = ({
  count,
  ordinals,
  starts,
  fields,
  positions,
  passages,
}: TermPostings): readonly Place[] => {
  const places: Place[] = [];
  for (let document = 0; document < count; document += 1)
    for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at += 1)
      places.push([ordinals[document] ?? -1, fields[at] ?? -1, positions[at] ?? -1, passages[at] ?? -1]);
  return places;
};

const recordOf = ({ pieces, passages }: Written): PostRecord => analyzePost(pieces, passages, analyzer);

const shuffled = (count: number) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, at) => at),
    { minLength: count, maxLength: count },
  );

/** Posts as they come, their ordinals (some are left out), and after which of them a run ends. */
const builds = fc.array(written, { minLength: 1, maxLength: 12 }).chain((posts) =>
  fc.record({
    posts: fc.constant(posts),
    ordinals: shuffled(posts.length),
    isKept: fc.array(
      fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      {
        minLength: posts.length,
        maxLength: posts.length,
      },
    ),
    ends: fc.array(fc.boolean(), { minLength: posts.length, maxLength: posts.length }),
  }),
);

describe('merged runs', () => {
  test('are one index of all posts, whatever the order and the runs', () => {
    const met = { twoRuns: 0, twoFields: 0, twoPassages: 0, unsorted: 0, leftOut: 0 };
    const runs = 200;
    fc.assert(
      fc.property(builds, ({ posts, ordinals, isKept, ends }) => {
        const kept = Uint32Array.from(ordinals, (ordinal, number) => (isKept[number] ? ordinal : noOrdinal));
        const builder = new RunBuilder();
        const finished: Uint8Array[] = [];
        const runOf = new Map<number, number>();
        for (const [number, post] of posts.entries()) {
          builder.add(number, recordOf(post));
          runOf.set(kept[number] ?? noOrdinal, finished.length);
          if (ends[number]) finished.push(builder.finish());
        }
        finished.push(builder.finish());
        expect(builder.occurrences).toBe(0);
        const merged = new Map(
          Array.from(mergeRuns(finished, kept), (postings) => [postings.term, toPlaces(postings)]),
        );
        const naive = indexNaively(posts, kept);
        expect([...merged]).toEqual([...naive]);

        const lists = [...merged.values()];
        const some = (isMet: (places: readonly Place[]) => boolean): number => (lists.some(isMet) ? 1 : 0);
        const differ = (places: readonly Place[], of: (place: Place) => unknown): boolean =>
          new Set(places.map(of)).size > 1;
        met.twoRuns += some((places) => differ(places, ([ordinal]) => runOf.get(ordinal)));
        met.twoFields += some((places) => differ(places, ([, field]) => field));
        met.twoPassages += some((places) =>
          differ(
            places.filter(([ordinal, , , passage]) => ordinal === places[0]?.[0] && passage !== noPassage),
            ([, , , passage]) => passage,
          ),
        );
        met.unsorted += kept.some((ordinal, number) => ordinal < (kept[number - 1] ?? 0)) ? 1 : 0;
        met.leftOut += kept.includes(noOrdinal) ? 1 : 0;
      }),
      { numRuns: runs },
    );
    for (const [name, count] of Object.entries(met)) expect(count, name).toBeGreaterThan(runs / 4);
  });

  test('a term that only documents have that are left out is not there', () => {
    const builder = new RunBuilder();
    for (const [number, text] of ['common secret', 'common'].entries())
      builder.add(number, recordOf({ pieces: [{ field: 0, text }], passages: [{ text: '' }] }));
    const terms = Array.from(mergeRuns([builder.finish()], Uint32Array.of(noOrdinal, 0)), ({ term }) => term);
    expect(terms).toEqual(['common']);
  });

  test('many documents and occurrences of one term', () => {
    const posts = Array.from({ length: 300 }, (_, number): Written => {
      const text = 'a '.repeat(1 + (number % 5) * 20);
      return { pieces: [{ field: body ?? 0, text, start: 0 }], passages: [{ text }] };
    });
    const ordinals = Uint32Array.from(posts, (_, number) => posts.length - 1 - number);
    const builder = new RunBuilder();
    for (const [number, post] of posts.entries()) builder.add(number, recordOf(post));
    const [merged] = Array.from(mergeRuns([builder.finish()], ordinals), toPlaces);
    const places = posts.flatMap((post, number) =>
      placesOf(post, ordinals[number] ?? 0).map(([, place]) => place),
    );
    places.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
    // What would be printed of so many is of no use.
    expect(isDeepStrictEqual(merged, places)).toBe(true);
  });

  test('no runs, and a run of nothing, have no terms', () => {
    expect([...mergeRuns([], new Uint32Array())]).toEqual([]);
    expect([...mergeRuns([new RunBuilder().finish()], new Uint32Array())]).toEqual([]);
  });
});

describe('a run', () => {
  test('wants its documents in ascending order', () => {
    const builder = new RunBuilder();
    const record = recordOf({
      pieces: [{ field: body ?? 0, text: 'a', start: 0 }],
      passages: [{ text: 'a' }],
    });
    builder.add(1, record);
    builder.add(0, record);
    expect(() => builder.finish()).toThrow(RangeError);
  });
});

describe('a record', () => {
  test('counts words and different terms a field, and keeps the surface that comes first', () => {
    const record = recordOf({
      pieces: [
        { field: title ?? 0, text: 'Running runs' },
        { field: body ?? 0, text: 'RUNS and runs', start: 0 },
      ],
      passages: [{ text: 'RUNS and runs' }],
    });
    expect(record.terms).toEqual(['running', 'runs', 'and']);
    expect(record.surfaces).toEqual(['Running', 'runs', 'and']);
    expect([...record.lengths]).toEqual([2, 0, 0, 3, 0]);
    expect([...record.differentTerms]).toEqual([2, 0, 0, 2, 0]);
    expect(record.passageCount).toBe(1);
  });

  test('words of pieces that do not follow one another are far apart', () => {
    const { occurrences, terms, starts } = recordOf({
      pieces: [
        { field: title ?? 0, text: 'one' },
        { field: body ?? 0, text: 'two', start: 0 },
        { field: code ?? 0, text: 'three', start: 3 },
        { field: taxonomy ?? 0, text: 'four' },
      ],
      passages: [{ text: 'twothree' }],
    });
    const positions = terms.map((_, term) => occurrences.positions[starts[term] ?? 0]);
    expect(positions).toEqual([0, 65, 66, 131]);
  });
});
