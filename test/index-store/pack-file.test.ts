import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStoredPassages } from '../../src/documents/stored-document.js';
import type { Post } from '../../src/domain/post.js';
import { parsePack, type Stretch, toPackBody, toPackedPassage } from '../../src/index-store/pack-file.js';
import { bodyOf, seal, toBody } from '../../src/index-store/seal.js';
import { createPost, toDate } from '../contract/posts.js';

const file = 'en/posts/0123456789abcdef/0.json';
const text = `First\n${'a '.repeat(4_000)}\nSecond`;
const rich = createPost({
  id: 'a',
  title: 'Ä',
  date: toDate('2020-01-02'),
  tags: ['t', 'u'],
  categories: ['c'],
  authors: ['d'],
  series: 's',
  image: '/i.png',
  text,
  headings: [
    { level: 1, text: 'First', anchor: 'first', start: 0, end: 5 },
    { level: 2, text: 'Second', anchor: '', start: text.length - 6, end: text.length },
  ],
});
const plain = createPost({ id: 'b', text: 'x' });

/** All passages of a post from one on, as they stand in a pack. */
const toStretches = (post: Post, from = 0): readonly Stretch[] => {
  const passages = toStoredPassages(post).slice(from);
  const [first] = passages;
  return first ? [{ document: first.document, passages: passages.map(toPackedPassage) }] : [];
};
const write = (...stretches: readonly Stretch[]): Uint8Array => seal(file, toPackBody(stretches));
const parse = (value: unknown) => parsePack(seal(file, toBody(value)), file);

describe('a pack', () => {
  test('of several posts is read as it was written', () => {
    const posts = [rich, plain, rich];
    expect(toStoredPassages(rich)).toHaveLength(2);
    expect(parsePack(write(...posts.flatMap((post) => toStretches(post))), file)).toEqual(
      posts.flatMap(toStoredPassages),
    );
  });

  test('says which languages a post is there in, and when each expires', () => {
    const translations = [
      { language: 'cs', url: '/cs/a/', title: 'Á', expires: 5 },
      { language: 'de', url: '/de/a/', title: 'Ä' },
    ];
    const [stretch] = toStretches(plain);
    const packed = stretch ? write({ ...stretch, translations }) : new Uint8Array();
    expect(parsePack(packed, file)).toEqual(
      toStoredPassages(plain).map((passage) => ({ ...passage, translations })),
    );
  });

  test('may begin in the middle of a post', () => {
    const [, second] = toStoredPassages(rich);
    expect(second?.above).toEqual({ text: 'First', anchor: 'first' });
    expect(parsePack(write(...toStretches(rich, 1)), file)).toEqual([second]);
  });

  test('says of a post what it has, once', () => {
    const value: unknown = JSON.parse(new TextDecoder().decode(bodyOf(write(...toStretches(rich)))));
    expect(value).toEqual([
      [
        'a',
        '/a/',
        'Ä',
        '2020-01-02',
        ['t', 'u'],
        ['c'],
        ['d'],
        's',
        '/i.png',
        null,
        null,
        [
          [expect.stringMatching(/^First/), [1, 0, 5]],
          [expect.stringMatching(/Second$/), [2, expect.any(Number), expect.any(Number), '']],
        ],
      ],
    ]);
    const nothing = [null, null, null, null, null, null, null, null];
    expect(JSON.parse(new TextDecoder().decode(bodyOf(write(...toStretches(plain)))))).toEqual([
      ['b', '/b/', 'A post', ...nothing, [['x']]],
    ]);
  });

  test('gives every heading back with its anchor, written or not', () => {
    const met = { usual: 0, other: 0, above: 0 };
    const words = fc.array(fc.constantFrom('Rust', "it's", 'C++', 'a_b', '検索', 'Größe', 'K', '1.0'), {
      minLength: 1,
      maxLength: 3,
    });
    const sections = fc.array(
      fc.record({
        words,
        anchor: fc.constantFrom('usual', '', 'x', '検索'),
        body: fc.nat(2_000).map((count) => 'word '.repeat(count)),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(sections, (list) => {
        let whole = '';
        const headings = list.map((section) => {
          const title = section.words.join(' ');
          const start = whole.length;
          whole += `${title}\n${section.body}\n`;
          const usual = title
            .toLowerCase()
            .replace(/[^a-z0-9_ -]/g, '')
            .replaceAll(' ', '-');
          const anchor = section.anchor === 'usual' ? usual : section.anchor;
          met[anchor === usual ? 'usual' : 'other'] += 1;
          return { level: 2, text: title, anchor, start, end: start + title.length };
        });
        const post = createPost({ id: 'p', text: whole, headings });
        const passages = toStoredPassages(post);
        met.above += passages.filter(({ above }) => above !== undefined).length;
        expect(parsePack(write(...toStretches(post)), file)).toEqual(passages);
        expect(parsePack(write(...toStretches(post, 1)), file)).toEqual(passages.slice(1));
      }),
      { numRuns: 100 },
    );
    for (const [name, count] of Object.entries(met)) expect(count, name).toBeGreaterThan(20);
  });

  const whole = ['a', '/a/', 'A', null, null, null, null, null, null, null, null, [['text']]];
  const changed = (at: number, value: unknown): unknown => [whole.with(at, value as string)];
  test.each<[string, unknown]>([
    ['that is no list', {}],
    ['of a post that is none', ['a']],
    ['of a post with more than there is', [[...whole, 1]]],
    ['of a post without an id', changed(0, null)],
    ['of a date that is no string', changed(3, 2020)],
    ['of tags that are no list', changed(4, 't')],
    ['of series that are a list', changed(7, ['s'])],
    ['under a heading that is none', changed(10, [1, 2])],
    ['of a translation without a title', changed(9, [['de', '/de/']])],
    ['of a translation that expires at no time', changed(9, [['de', '/de/', 'A', 'soon']])],
    ['without passages', changed(11, null)],
    ['of a passage that is a text alone', changed(11, ['text'])],
    ['of a passage without a text', changed(11, [[[1, 0, 1]]])],
    ['with a heading that ends before it starts', changed(11, [['text', [1, 1, 0, '']]])],
    ['with a heading past its end', changed(11, [['text', [1, 0, 5, '']]])],
    ['with a heading without an end', changed(11, [['text', [1, 0]]])],
    ['with a heading of more than there is', changed(11, [['text', [1, 0, 1, '', 1]]])],
  ])('%s is refused', (_, value) => {
    expect(parse([whole]).map(({ document }) => document.id)).toEqual(['a']);
    expect(() => parse(value)).toThrow(expect.objectContaining({ code: 'index-corrupt', file }));
  });

  test('may end with a heading', () => {
    const [passage] = parse([whole.with(11, [['text', [1, 0, 4]]] as unknown as string)]);
    expect(passage?.headings).toEqual([{ level: 1, text: 'text', anchor: 'text', start: 0, end: 4 }]);
  });
});
