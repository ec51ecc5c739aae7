import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetNames, mapValueFacets, valueFacets } from '../../src/domain/facets.js';
import type { Post } from '../../src/domain/post.js';
import {
  parseDays,
  parseIds,
  parseLinks,
  parseTitles,
  parseValueColumn,
  parseWeights,
  parseWords,
  toColumnBodies,
  toIdsBody,
} from '../../src/index-store/columns.js';
import { seal, toBody } from '../../src/index-store/seal.js';
import { createPost, toDate } from '../contract/posts.js';
import { columnsOf } from '../documents/columns-of-posts.js';

const file = 'en/any.json';
const sealed = (body: Uint8Array): Uint8Array => seal(file, body);

const names = fc.array(fc.constantFrom('Ann', 'bo', 'cy', 'ďáblík', '猫'), { maxLength: 3 });
const post: fc.Arbitrary<Post> = fc
  .record({
    tags: names,
    categories: fc.array(fc.constantFrom('a', 'a/b', 'A/c'), { maxLength: 3 }),
    authors: fc.constant([]),
    series: fc.option(fc.constantFrom('One', 'Two'), { nil: undefined }),
    text: fc.constantFrom('', 'one', 'one two'),
    day: fc.option(fc.constantFrom('0001-01-01', '2020-02-29', '9999-12-31'), { nil: undefined }),
  })
  .map(({ series, day, ...lists }) =>
    createPost({
      id: 'a',
      ...lists,
      ...(series !== undefined && { series }),
      ...(day !== undefined && { date: toDate(day) }),
    }),
  );

describe('columns', () => {
  test('are read as they were written, and left out where no document has anything in them', () => {
    const met = { left: 0, several: 0, days: 0, words: 0 };
    fc.assert(
      fc.property(fc.array(post, { maxLength: 40 }), (posts) => {
        const sorted = posts.toSorted((a, b) => ((a.date?.day ?? '') < (b.date?.day ?? '') ? -1 : 1));
        const columns = columnsOf(sorted);
        const bodies = new Map(toColumnBodies(columns).map(({ name, body }) => [name, body]));
        for (const { name } of valueFacets) {
          const body = bodies.get(name);
          expect(body === undefined).toBe(columns[name].values.length === 0);
          if (body === undefined) met.left += 1;
          else expect(parseValueColumn(sealed(body), file, posts.length)).toEqual(columns[name]);
          if (columns[name].ordinals.some(({ length }) => length > 1)) met.several += 1;
        }
        const [titles, words] = [bodies.get('titles'), bodies.get('words')];
        expect(titles === undefined).toBe(posts.length === 0);
        if (titles) expect(parseTitles(sealed(titles), file, posts.length)).toEqual(columns.titles);
        expect(words === undefined).toBe(posts.every(({ text }) => text === ''));
        if (words) expect(parseWords(sealed(words), file, posts.length)).toEqual(columns.words);
        if (words) met.words += 1;
        const days = bodies.get('days');
        expect(days === undefined).toBe(posts.every(({ date }) => date === undefined));
        if (days === undefined) return;
        expect(parseDays(sealed(days), file, posts.length)).toEqual(columns.days);
        met.days += 1;
      }),
    );
    expect(met.left).toBeGreaterThan(80);
    expect(met.several).toBeGreaterThan(80);
    expect(met.days).toBeGreaterThan(60);
    expect(met.words).toBeGreaterThan(60);
  });

  test('come in one order, which is that of the list', () => {
    const values = mapValueFacets(({ many }) => (many ? ['x'] : 'x'));
    const all = toColumnBodies(
      columnsOf([
        {
          ...createPost({ id: 'a', text: 'x', date: toDate('2020-01-01') }),
          ...values,
          searchWeight: 2,
        } as Post,
        createPost({ id: 'b', date: toDate('2020-01-02'), links: ['/a/'] }),
      ]),
    );
    expect(all.map(({ name }) => name)).toEqual([
      ...valueFacets.map(({ name }) => name),
      'days',
      'titles',
      'words',
      'weights',
      'links',
    ]);
    expect(facetNames.slice(0, valueFacets.length)).toEqual(valueFacets.map(({ name }) => name));
  });

  test.each<[string, unknown]>([
    ['a list too few', { values: ['a', 'b'], ordinals: [[0]] }],
    ['a list too many', { values: [], ordinals: [[0]] }],
    ['a document that is not there', { values: ['a'], ordinals: [[1, 1]] }],
    ['a document before the first', { values: ['a'], ordinals: [[-1]] }],
    ['a number that is none', { values: ['a'], ordinals: [['0']] }],
    ['values that are no strings', { values: [1], ordinals: [[0]] }],
  ])('with %s are refused', (_, value) => {
    expect(() => parseValueColumn(sealed(toBody(value)), file, 2)).toThrow(
      expect.objectContaining({ code: 'index-corrupt', file }),
    );
  });

  test('take the last document', () => {
    const { ordinals } = parseValueColumn(sealed(toBody({ values: ['a'], ordinals: [[0, 1]] })), file, 2);
    expect(ordinals.map((list) => [...list])).toEqual([[0, 1]]);
  });

  test('of weights name the few documents that have one', () => {
    const weights = new Map([
      [1, 0.5],
      [3, 2],
    ]);
    const [body] = toColumnBodies({ ...columnsOf([]), weights });
    expect(body?.name).toBe('weights');
    expect(parseWeights(sealed(body?.body ?? new Uint8Array()), file, 4)).toEqual(weights);
    const without = toColumnBodies(columnsOf([createPost({ id: 'a', searchWeight: 1 })]));
    expect(without.map(({ name }) => name)).not.toContain('weights');
  });

  test.each<[string, unknown]>([
    ['a document that is not there', { ordinals: [4], weights: [2] }],
    ['a weight too few', { ordinals: [0, 1], weights: [2] }],
    ['a weight too many', { ordinals: [0], weights: [2, 2] }],
    ['a weight of nothing', { ordinals: [0], weights: [0] }],
    ['a weight below nothing', { ordinals: [0], weights: [-1] }],
    ['a weight without end', { ordinals: [0], weights: [null] }],
    ['a weight that is a text', { ordinals: [0], weights: ['2'] }],
  ])('of weights with %s are refused', (_, value) => {
    expect(() => parseWeights(sealed(toBody(value)), file, 4)).toThrow(
      expect.objectContaining({ code: 'index-corrupt', file }),
    );
  });

  test('of links name the documents that have any', () => {
    const links = new Map([
      [1, Uint32Array.of(0, 3)],
      [3, Uint32Array.of(1)],
    ]);
    const [body] = toColumnBodies({ ...columnsOf([]), links });
    expect(body?.name).toBe('links');
    expect(parseLinks(sealed(body?.body ?? new Uint8Array()), file, 4)).toEqual(links);
  });

  test.each<[string, unknown]>([
    ['a document that is not there', { ordinals: [4], targets: [[0]] }],
    ['a target that is not there', { ordinals: [0], targets: [[4]] }],
    ['a list too few', { ordinals: [0, 1], targets: [[2]] }],
    ['a list too many', { ordinals: [0], targets: [[1], [1]] }],
    ['a list that is none', { ordinals: [0], targets: [1] }],
  ])('of links with %s are refused', (_, value) => {
    expect(() => parseLinks(sealed(toBody(value)), file, 4)).toThrow(
      expect.objectContaining({ code: 'index-corrupt', file }),
    );
  });

  test('of days, titles, words and ids have an entry a document', () => {
    const days = sealed(toBody({ days: [0, 20_200_101] }));
    expect([...parseDays(days, file, 2)]).toEqual([0, 20_200_101]);
    expect(() => parseDays(days, file, 3)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
    const titles = sealed(toBody({ titles: ['b', ''] }));
    expect(parseTitles(titles, file, 2)).toEqual(['b', '']);
    expect(() => parseTitles(titles, file, 1)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
    const words = sealed(toBody({ words: [7, 0] }));
    expect([...parseWords(words, file, 2)]).toEqual([7, 0]);
    expect(() => parseWords(words, file, 3)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
    const ids = sealed(toIdsBody(['b', 'a']));
    expect(parseIds(ids, file, 2)).toEqual(['b', 'a']);
    expect(() => parseIds(ids, file, 1)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
  });
});
