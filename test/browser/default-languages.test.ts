import { describe, expect, test } from 'vitest';
import { defaultLanguages } from '../../src/browser/default-languages.js';

describe('the languages of a page', () => {
  test.each([
    ['en', ['de', 'en'], ['en']],
    ['en-GB', ['de', 'en'], ['en']],
    ['pt', ['de', 'pt-BR'], ['pt']],
    ['pt-BR', ['pt', 'pt-BR'], ['pt-BR']],
    ['fr', ['de', 'en'], []],
    ['', ['de', 'en'], []],
  ])('a page in "%s" over %j asks for %j', (page, available, asked) => {
    expect(defaultLanguages(page, available)).toEqual(asked);
  });
});
