import { describe, expect, test } from 'vitest';
import type { FacetCount } from '../../../src/domain/search.js';
import { type CountValues, suggestCompletions } from '../../../src/page/client/suggest-completions.js';

const { signal } = new AbortController();

/** Completions at the `|` of a text, and what was asked for their values. */
const suggest = async (textAndCaret: string, values: readonly FacetCount[] = []) => {
  const caret = textAndCaret.indexOf('|');
  const text = textAndCaret.replace('|', '');
  const asked: string[] = [];
  const countValues: CountValues = async (rest, facet) => {
    asked.push(`${facet}: ${rest}`);
    return values;
  };
  const { start, options } = await suggestCompletions(text, caret, countValues, signal);
  const written = options.map((option) => `${text.slice(0, start)}${option.text}|${text.slice(caret)}`);
  return { asked, options, written };
};

const counts = (...values: readonly string[]): readonly FacetCount[] =>
  values.map((value, at) => ({ value, count: 1000 + at }));

describe('names of operators', () => {
  test('complete two letters or more, wherever they stand, and say what they find', async () => {
    expect((await suggest('ti|')).options).toEqual([
      { text: 'title:', label: 'title:', detail: expect.stringContaining('title') },
    ]);
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
    expect((await suggest('lang:|', counts('de'))).options[0]?.label).toBe('de Deutsch');
  });
});
