import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeQuery, createAnalyzer, maxQueryWords } from '../../src/analysis/index.js';
import { parseText } from '../../src/query/parse-text.js';

const analyzer = createAnalyzer('en');
const words = (text: string) => analyzeQuery(parseText(text), analyzer).words;

describe('analyzeQuery', () => {
  it('lets the last word be unfinished from two letters on', () => {
    expect(words('dask s').map(({ prefix }) => prefix)).toEqual([false, false]);
    expect(words('dask sp').map(({ prefix }) => prefix)).toEqual([false, true]);
    expect(words('dask sp ').map(({ prefix }) => prefix)).toEqual([false, true]);
  });

  it('allows no edits up to three letters, one from four, two from eight', () => {
    const edits = (text: string) => words(text)[0]?.maxEdits;
    expect(['abc', 'abcd', 'abcdefg', 'abcdefgh', 'жжж', 'жжжж'].map(edits)).toEqual([0, 1, 1, 2, 0, 1]);
  });

  it('allows no edits in numbers, versions, names with signs and pairs of characters', () => {
    const all = words('python3 1.2.3 c++ node.js .net データベース ที่นี่').filter(
      ({ maxEdits }) => maxEdits > 0,
    );
    expect(all.map(({ term }) => term)).toEqual(['node']);
  });

  it('completes a single character of a script without spaces, and no pair', () => {
    expect(words('猫')).toEqual([{ term: '猫', prefix: true, maxEdits: 0 }]);
    expect(words('黒猫')).toEqual([{ term: '黒猫', prefix: false, maxEdits: 0 }]);
  });

  it('takes the whole and the parts of an unfinished compound', () => {
    expect(words('the node.js')).toEqual([
      { term: 'the', prefix: false, maxEdits: 0 },
      { term: 'node.js', prefix: true, maxEdits: 0 },
      { term: 'node', prefix: false, maxEdits: 1 },
      { term: 'js', prefix: true, maxEdits: 0 },
    ]);
  });

  it('takes each word once, unfinished if it is so anywhere', () => {
    expect(words('spark dask spark')).toEqual([
      { term: 'spark', prefix: true, maxEdits: 1 },
      { term: 'dask', prefix: false, maxEdits: 1 },
    ]);
  });

  it('takes so many words and no more, the last one too if it is known', () => {
    const many = Array.from({ length: maxQueryWords + 5 }, (_, at) => `word${at}`);
    expect(words(many.join(' ')).map(({ term }) => term)).toEqual(many.slice(0, maxQueryWords));
    expect(words([...many.slice(0, maxQueryWords), 'word0'].join(' '))[0]).toMatchObject({
      term: 'word0',
      prefix: true,
    });
    fc.assert(fc.property(fc.string({ maxLength: 512 }), (text) => words(text).length <= maxQueryWords));
  });

  it('finds none in signs', () => {
    expect(words('?! …')).toEqual([]);
  });
});
