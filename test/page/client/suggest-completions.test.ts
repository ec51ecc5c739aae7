import { describe, expect, test } from 'vitest';
import type { FacetCount, Suggestion, SuggestQuery } from '../../../src/domain/search.js';
import { suggestCompletions } from '../../../src/page/client/suggest-completions.js';
import { english } from '../../../src/page/wording/english.js';
import { anything, createResult } from '../sample-result.js';

const { signal } = new AbortController();

interface Answers {
  readonly values?: readonly FacetCount[];
  readonly suggestions?: readonly Suggestion[];
}

/** Completions at the `|` of a text, and what was asked for them. */
const complete = async (textAndCaret: string, { values = [], suggestions = [] }: Answers = {}) => {
  const caret = textAndCaret.indexOf('|');
  const text = textAndCaret.replace('|', '');
  const asked: string[] = [];
  const suggested: SuggestQuery[] = [];
  const query = { ...anything, filters: { languages: ['en'] } };
  const engine = {
    ask: async ({ text: rest, facets, limit }: typeof query) => {
      asked.push(`${facets}: ${rest}`);
      expect(limit).toBe(0);
      return createResult({ facets: Object.fromEntries(facets.map((facet) => [facet, values])) });
    },
    suggest: async (wanted: SuggestQuery) => {
      suggested.push(wanted);
      return suggestions;
    },
  };
  const options = await suggestCompletions({ text, caret }, query, engine, english, signal);
  const written = options.map(
    (option) => `${text.slice(0, option.start)}${option.text}|${text.slice(option.end)}`,
  );
  const labels = options.map(({ label }) => label.map((segment) => segment.text).join(''));
  return { asked, suggested, options, written, labels };
};
const suggest = (textAndCaret: string, values: readonly FacetCount[] = []) =>
  complete(textAndCaret, { values });

const counts = (...values: readonly string[]): readonly FacetCount[] =>
  values.map((value, at) => ({ value, count: 1000 + at }));

describe('names of operators', () => {
  test('complete two letters or more, wherever they stand, and say what they find', async () => {
    const { options, labels } = await suggest('ti|');
    expect(labels).toEqual(['title:']);
    expect(options[0]).toMatchObject({ text: 'title:', detail: expect.stringContaining('title') });
    expect((await suggest('dask -(TA| OR x)')).written).toEqual(['dask -(tag:| OR x)']);
    expect((await suggest('t|')).options).toEqual([]);
    expect((await suggest('ti|t')).options).toEqual([]);
    expect((await suggest('dask |')).options).toEqual([]);
  });
});

describe('values', () => {
  test('are counted over what the rest of the text asks for', async () => {
    expect((await suggest('dask -tag:ru| job')).asked).toEqual(['tags: dask  job']);
    expect((await suggest('year:|')).asked).toEqual(['years: ']);
    expect((await suggest('title:ru|')).asked).toEqual([]);
  });

  test('that begin with what is typed come before those that have it, in quotes where they need them', async () => {
    const { options, written } = await suggest('x tag:cl|', counts('My cloud', 'Cloud', 'CLI', 'rust'));
    expect(written).toEqual(['x tag:Cloud |', 'x tag:CLI |', 'x tag:"My cloud" |']);
    expect(options.map(({ detail }) => detail)).toEqual(['1,001', '1,002', '1,000']);
    expect((await suggest('tag:"my c|', counts('My cloud'))).written).toEqual(['tag:"My cloud" |']);
    expect((await suggest('tag:cl| x', counts('cloud'))).written).toEqual(['tag:cloud| x']);
  });

  test('are not offered where they are typed already, nor more than eight', async () => {
    expect((await suggest('tag:CLOUD|', counts('cloud'))).options).toEqual([]);
    expect((await suggest('tag:|', counts(...'abcdefghij'))).options).toHaveLength(8);
  });

  test('of languages say which they are', async () => {
    expect((await suggest('lang:|', counts('de'))).labels).toEqual(['de Deutsch']);
  });
});

describe('suggestions', () => {
  const suggestions: readonly Suggestion[] = [
    {
      kind: 'title',
      segments: [
        { text: 'Dask', highlighted: true },
        { text: ' measured', highlighted: false },
      ],
      text: 'dask measured',
      url: '/dask/',
    },
    { kind: 'tag', segments: [{ text: 'dask', highlighted: true }], text: 'tag:dask' },
  ];

  test('take the place of all that was typed, behind names, and say what they are', async () => {
    const { options, written, labels } = await complete('x ta|', { suggestions });
    expect(labels).toEqual(['tag:', 'Dask measured', 'dask']);
    expect(written.slice(1)).toEqual(['dask measured|', 'tag:dask|']);
    expect(options.map(({ detail }) => detail).slice(1)).toEqual(['Post', 'Tag']);
    expect(options[1]?.label).toEqual(suggestions[0]?.segments);
  });

  test('are asked for in the languages that are searched, at the end of two letters or more', async () => {
    const { suggested } = await complete('da|');
    expect(suggested).toEqual([{ text: 'da', languages: ['en'], prefer: [], limit: 6 }]);
    for (const text of ['d|', 'dask| spark', ' |', 'tag:da|'])
      expect((await complete(text)).suggested, text).toEqual([]);
  });
});
