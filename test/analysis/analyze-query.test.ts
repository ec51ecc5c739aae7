import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxQueryDepth } from '../../src/analysis/analyze-query.js';
import { type AnalyzedTree, analyzeQuery, createAnalyzer, maxQueryWords } from '../../src/analysis/index.js';
import { isCompletable, maxEditsOf } from '../../src/analysis/query-words.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
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

/** The words of a text read at once, and not one by one: each once, as where it comes last. */
const readAtOnce = (text: string) => {
  const tokens = analyzer.tokens(text);
  const end = tokens.at(-1)?.end;
  const read = new Map(
    tokens.map((token) => {
      const prefix = token.end === end && isCompletable(token.term);
      return [token.term, { term: token.term, prefix, maxEdits: maxEditsOf(token.term) }] as const;
    }),
  );
  // A map keeps the first place of a key, and its last value.
  return [...read.values()];
};

describe('a text', () => {
  it('is read word by word as it is read at once', () => {
    const unit = fc.constantFrom(
      ...[
        'a',
        'b',
        'B',
        'é',
        'e\u0301',
        '1',
        '.',
        '_',
        '-',
        '#',
        '+',
        "'",
        '猫',
        'の',
        'タ',
        'ไ',
        '😀',
        '\u00ad',
        'ﬁ',
      ],
      ...[' ', ' ', ' ', '\t', '\n', '\u00a0', '\u2028', '\u3000', '?'],
    );
    const met = { twoWords: 0, compounds: 0 };
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const expected = readAtOnce(text);
        expect(words(text)).toEqual(expected.slice(0, maxQueryWords));
        const parts = text.split(/\s+/).filter((part) => words(part).length > 0);
        if (new Set(parts).size > 1) met.twoWords += 1;
        if (expected.length > parts.length) met.compounds += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(met.twoWords).toBeGreaterThan(250);
    expect(met.compounds).toBeGreaterThan(100);
  });

  it('leaves no word before one that is too long unfinished', () => {
    expect(words(`spark ${'x'.repeat(200)}`)).toEqual([{ term: 'spark', prefix: false, maxEdits: 1 }]);
  });
});

const term = (text: string): QueryTree => ({ kind: 'term', text });
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
const inField = (field: 'title' | 'code', of: QueryTree): QueryTree => ({ kind: 'field', field, of });
const analyze = (tree: QueryTree) => analyzeQuery(tree, analyzer);
const word = (number: number): AnalyzedTree => ({ kind: 'word', word: number });

describe('a phrase', () => {
  const offsetsOf = (text: string) => {
    const { words: found, tree } = analyze(phrase(text));
    return tree.kind === 'phrase'
      ? tree.words.map((number, at) => [found[number]?.term, tree.offsets[at]])
      : tree;
  };

  it('says how far its words are from the first, each as it is written', () => {
    const { words: found, tree } = analyze(phrase('Slow clusters'));
    expect(tree).toEqual({ kind: 'phrase', words: [0, 1], offsets: [0, 1] });
    expect(found).toEqual([
      { term: 'slow', prefix: false, maxEdits: 0 },
      { term: 'clusters', prefix: false, maxEdits: 0 },
    ]);
  });

  it('takes a compound as a whole, and counts its parts', () => {
    expect(offsetsOf('the node.js loop')).toEqual([
      ['the', 0],
      ['node.js', 1],
      ['loop', 3],
    ]);
    expect(offsetsOf('node.js')).toEqual(word(0));
  });

  it('takes the pairs of a script without spaces one after the other', () => {
    expect(offsetsOf('黒猫本')).toEqual([
      ['黒猫', 0],
      ['猫本', 1],
    ]);
  });

  it('keeps the place of words that are no terms', () => {
    const long = 'x'.repeat(200);
    expect(offsetsOf(`slow ${long} cluster`)).toEqual([
      ['slow', 0],
      ['cluster', 2],
    ]);
    expect(offsetsOf(`${long} slow cluster`)).toEqual([
      ['slow', 0],
      ['cluster', 1],
    ]);
  });

  it('may have a word twice', () => {
    expect(analyze(phrase('to be or not to be')).tree).toEqual({
      kind: 'phrase',
      words: [0, 1, 2, 3, 0, 1],
      offsets: [0, 1, 2, 3, 4, 5],
    });
  });

  it('of one word is that word and no other, also beside the same word outside of it', () => {
    const { words: found, tree } = analyze({
      kind: 'any',
      of: [phrase('spark'), term('spark'), phrase('?!')],
    });
    expect(tree).toEqual({ kind: 'any', of: [word(0), word(1)] });
    expect(found).toEqual([
      { term: 'spark', prefix: false, maxEdits: 0 },
      { term: 'spark', prefix: false, maxEdits: 1 },
    ]);
  });
});

describe('a tree', () => {
  it('gives its words the field that they stand in, the innermost', () => {
    const tree = inField('title', { kind: 'all', of: [term('spark'), inField('code', phrase('a b'))] });
    expect(analyze(tree).words.map(({ term: name, field }) => [name, field])).toEqual([
      ['spark', 'title'],
      ['a', 'code'],
      ['b', 'code'],
    ]);
    const twice = analyze({ kind: 'any', of: [term('dask'), inField('title', term('dask'))] });
    expect(twice.tree).toEqual({ kind: 'any', of: [word(0), word(1)] });
  });

  it('marks the words that are asked not to be there, and keeps them apart from the same words that are', () => {
    const { words: found, tree } = analyze({ kind: 'all', of: [term('dask'), not(not(term('dask')))] });
    expect(tree).toEqual({ kind: 'all', of: [word(0), { kind: 'not', of: { kind: 'not', of: word(1) } }] });
    expect(found.map(({ excluded }) => excluded)).toEqual([undefined, true]);
  });

  it('leaves out branches without a term, and asks for nothing where all are', () => {
    const signs = term('?!');
    expect(analyze({ kind: 'all', of: [term('dask'), signs, not(signs)] }).tree).toEqual({
      kind: 'all',
      of: [word(0)],
    });
    for (const tree of [signs, not(signs), { kind: 'all' as const, of: [signs] }]) {
      expect(analyze(tree)).toEqual({ words: [], tree: { kind: 'any', of: [] } });
    }
    expect(analyze({ kind: 'all', of: [] }).tree).toEqual({ kind: 'all', of: [] });
  });

  it('is read so deep and no deeper', () => {
    const nest = (depth: number): QueryTree => (depth === 0 ? term('dask') : not(nest(depth - 1)));
    expect(analyze(nest(maxQueryDepth)).words).toHaveLength(1);
    expect(analyze(nest(maxQueryDepth + 1))).toEqual({ words: [], tree: { kind: 'any', of: [] } });
  });

  it('has so many words, in phrases too', () => {
    const many = Array.from({ length: maxQueryWords + 5 }, (_, at) => `w${at}`).join(' ');
    expect(analyze(phrase(many)).words).toHaveLength(maxQueryWords);
    const { tree } = analyze({ kind: 'any', of: [phrase(many), term('dask')] });
    expect(tree).toMatchObject({ kind: 'any', of: [{ kind: 'phrase' }] });
  });
});
