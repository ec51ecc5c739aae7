import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueFacets } from '../../src/domain/facets.js';
import { completeAt } from '../../src/query/completions.js';
import { parseText } from '../../src/query/parse-text.js';
import { printNamed } from '../../src/query/print-text.js';
import { queryTexts } from './query-texts.js';

/** @param marked the text with `^` where the caret is */
const complete = (marked: string) => completeAt(marked.replace('^', ''), marked.indexOf('^'));

describe('a name', () => {
  test.each([
    ['t^', ['title', 'tag'], 0],
    ['ta^', ['tag'], 0],
    ['rust TI^', ['title'], 5],
    ['rust -ta^ db', ['tag'], 6],
    ['(be^)', ['before'], 1],
    ['title:(a OR co^', ['code'], 12],
    ['"a b" la^', ['lang'], 6],
  ])('is completed in %s', (marked, names, start) => {
    const completion = complete(marked);
    expect(completion?.kind === 'name' && completion.rows.map(({ name }) => name)).toEqual(names);
    expect([completion?.start, completion?.end]).toEqual([start, marked.indexOf('^')]);
  });

  test.each(['^', 'rust ^', '-^', 'x^', 't^a', '^tag', 'tags^', 'foo:t^', 'title:t^', '--t^', '*^'])(
    'is not in %s',
    (marked) => {
      expect(complete(marked)).toBeUndefined();
    },
  );
});

describe('a value', () => {
  test.each([
    ['tag:^', 'tag', 'tags', '', 0],
    ['rust Tag:clo^', 'tag', 'tags', 'clo', 5],
    ['rust -tag:clo^ x', 'tag', 'tags', 'clo', 6],
    ['tag:"^', 'tag', 'tags', '', 0],
    ['tag:"cloud b^', 'tag', 'tags', 'cloud b', 0],
    ['tag:"a b" author:"c d^', 'author', 'authors', 'c d', 10],
    ['lang:^', 'lang', 'languages', '', 0],
    ['year:20^', 'year', 'years', '20', 0],
    ['after:^', 'after', 'years', '', 0],
    ...valueFacets.map(({ name, parameter }) => [`${parameter}:v^`, parameter, name, 'v', 0] as const),
  ] as const)('is completed in %s', (marked, name, facet, typed, start) => {
    const end = marked.indexOf('^');
    expect(complete(marked)).toEqual({ kind: 'value', name, facet, typed, start, end });
  });

  test.each(['title:^', 'foo:^', 'tag:"a"^', 'tag:"a" ^', 'tag:a^b', 'title:"a^', 'foo:"a ti^'])(
    'is not in %s',
    (marked) => {
      expect(complete(marked)).toBeUndefined();
    },
  );
});

test('whatever stands around it, the completed value is asked for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('rust', 'cloud bills', 'C++', '中文'),
      fc.constantFrom('', 'a ', '-x (', '"b c" OR '),
      (value, before) => {
        const text = `${before}tag:${value.slice(0, 1)}`;
        const completion = completeAt(text, text.length);
        expect(completion?.kind).toBe('value');
        if (completion?.kind !== 'value') return;
        const completed = text.slice(0, completion.start) + printNamed(completion.name, value);
        expect(JSON.stringify(parseText(completed))).toContain(
          JSON.stringify({ by: 'facet', facet: 'tags', value }),
        );
      },
    ),
  );
});

test('there is an answer for every text and caret, within the text', () => {
  fc.assert(
    fc.property(queryTexts, fc.nat(200), (text, caret) => {
      const at = Math.min(caret, text.length);
      const completion = completeAt(text, at);
      if (completion === undefined) return;
      expect(completion.end).toBe(at);
      expect(completion.start).toBeGreaterThanOrEqual(0);
      expect(completion.start).toBeLessThanOrEqual(at);
    }),
    { numRuns: 2000 },
  );
});
