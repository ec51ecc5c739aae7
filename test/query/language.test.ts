import { describe, expect, test } from 'vitest';
import { queryLanguage } from '../../src/query/language.js';
import { operators } from '../../src/query/operators.js';
import { parseText } from '../../src/query/parse-text.js';
import { kindsOf } from './query-texts.js';

const examples = queryLanguage.flatMap(({ name, example, also = [] }) =>
  [example, ...also].map((text) => ({ name, text })),
);
const [words, ...others] = examples;

describe('what can be written in a question', () => {
  test('is told of every name, once', () => {
    expect(queryLanguage.flatMap(({ name }) => name ?? []).sort()).toEqual([...operators.keys()].sort());
  });

  test('begins with words', () => {
    expect(parseText(words?.text ?? '').kind).toBe('most');
  });

  test.each(others)('$text is more than words', ({ name, text }) => {
    const kinds = kindsOf(parseText(text));
    if (name === undefined)
      expect(kinds).not.toEqual(kinds.filter((kind) => /term|prefix|most|all/.test(kind)));
    else expect([kinds[0], text.split(':')[0]]).toEqual([operators.get(name)?.kind, name]);
  });

  test.each(queryLanguage)('$meaning can stand in a row of a table', ({ meaning }) => {
    expect(meaning).toMatch(/^[A-Z][^\n|`<>&*]*[^.\s]$/);
  });
});
