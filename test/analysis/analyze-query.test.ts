import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxQueryDepth } from '../../src/analysis/analyze-query.js';
import {
  type AnalyzedTree,
  analyzeQuery,
  analyzeSynonyms,
  createAnalyzer,
  type Form,
  maxQueryWords,
} from '../../src/analysis/index.js';
import type { LanguageWords } from '../../src/analysis/languages/language-words.js';
import { maxSequenceTerms } from '../../src/analysis/make-forms.js';
import { characterWeight, foldedWeight, maxForms, stopWordWeight } from '../../src/analysis/query-words.js';
import type { QueryTree } from '../../src/domain/query-tree.js';

const analyzer = createAnalyzer('en');

const term = (text: string): QueryTree => ({ kind: 'term', text });
const prefix = (text: string): QueryTree => ({ kind: 'prefix', text });
const wildcard = (text: string): QueryTree => ({ kind: 'wildcard', text });
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
const inField = (field: 'title' | 'code', of: QueryTree): QueryTree => ({ kind: 'field', field, of });
/** As a text of plain words is parsed; a blank at its end says that it is finished. */
const sideBySide = (text: string): QueryTree => {
  const words = text.split(' ').filter((word) => word !== '');
  return {
    kind: 'most',
    of: words.map((word, at) => (at === words.length - 1 && !text.endsWith(' ') ? prefix : term)(word)),
  };
};

const analyze = (tree: QueryTree, options: Parameters<typeof analyzeQuery>[2] = {}) =>
  analyzeQuery(tree, analyzer, options);
const word = (number: number): AnalyzedTree => ({ kind: 'word', word: number });

/** A form in a few signs: `~` may be completed, `*` is, `+` has relatives, then the edits, `^` its weight where that is not 1. */
const show = (form: Form): string => {
  const weight = form.weight === 1 ? '' : `^${form.weight}`;
  if (form.kind === 'sequence')
    return `"${form.terms.map((name, at) => `${name}@${form.offsets[at]}`).join(' ')}"${weight}`;
  const signs = `${{ never: '', scarce: '~', always: '*' }[form.prefix]}${form.relatives ? '+' : ''}`;
  return `${form.term}${signs}${form.maxEdits || ''}${weight}`;
};
const forms = (tree: QueryTree, options: Parameters<typeof analyzeQuery>[2] = {}): readonly string[] =>
  analyze(tree, options).words.map(({ forms: all }) => all.map(show).join(' '));
/** The words beside the first, and what they weigh. */
const beside = (tree: QueryTree, options: Parameters<typeof analyzeQuery>[2] = {}): readonly string[] =>
  analyze(tree, options)
    .words.slice(1)
    .map(({ forms: own, weight }) => `${own.map(show).join(' ')} ${weight}`);

describe('a typed word', () => {
  it('may be unfinished where it is the last, from two letters on', () => {
    expect(forms(prefix('s'))).toEqual(['s+']);
    expect(forms(prefix('sp'))).toEqual(['sp~+']);
    expect(forms(term('sp'))).toEqual(['sp+']);
  });

  it('may be misspelt: up to three letters not at all, from four once, from eight twice', () => {
    const typed = ['abc', 'abcd', 'abcdefg', 'abcdefgh', 'жжж', 'жжжж'];
    expect(typed.flatMap((text) => forms(term(text)))).toEqual([
      'abc+',
      'abcd+1',
      'abcdefg+1',
      'abcdefgh+2',
      'жжж+',
      'жжжж+1',
    ]);
    expect(forms(prefix('abcdefgh'), { fuzzy: false })).toEqual(['abcdefgh~+']);
  });

  it('is just as it is where it is a number, a version or a name with signs', () => {
    for (const text of ['python3', '2024', 'c++', 'c#', 'k8s']) expect(forms(term(text))).toEqual([text]);
    expect(forms(term('.net'))).toEqual(['.net']);
    expect(forms(prefix('1.2.3'))).toEqual(['1.2.3~']);
  });

  it('of a script without spaces is each of its pairs, and only a single character is completed', () => {
    expect(forms(prefix('猫'))).toEqual(['猫~']);
    expect(forms(prefix('黒猫本')).slice(0, 2)).toEqual(['黒猫', '猫本']);
    expect(analyze(prefix('黒猫本')).tree).toMatchObject({
      kind: 'most',
      of: expect.arrayContaining([word(0), word(1)]),
    });
    expect(forms(prefix('NHKのカメ'))[0]).toBe('nhk+');
  });

  it('that lacks a space is two', () => {
    expect(forms(term('one,two')).map((found) => found.split(' ')[0])).toEqual(['one+', 'two+']);
  });

  it('counts once, unfinished if it is so anywhere', () => {
    const { words, tree } = analyze(sideBySide('spark dask spark'));
    expect(words.map(({ text }) => text)).toEqual(['spark', 'dask']);
    expect(words[0]?.forms[0]).toMatchObject({ term: 'spark', prefix: 'scarce' });
    expect(tree).toEqual({ kind: 'most', of: [word(0), word(1)] });
  });

  it('asks for itself in one place and in another with the forms of both', () => {
    expect(forms({ kind: 'any', of: [sideBySide('open source '), sideBySide('open air ')] })[0]).toBe(
      'open+1 opensource+^0.8 openair+^0.8',
    );
  });
});

describe('an identifier', () => {
  it('of camels and of compounds is one word, whole or its parts one after the other', () => {
    const whole = (text: string) => forms(prefix(text))[0];
    expect(whole('getUserName')).toBe('getusername~+2 "get@0 user@1 name@2"^0.8');
    expect(whole('node.js')).toBe('node.js~ "node@0 js@1"^0.8 nodejs+^0.8');
    expect(whole('snake_case')).toBe('snake_case~ "snake@0 case@1"^0.8 snakecase+^0.8');
  });

  it('with hyphens, slashes and colons is one word too', () => {
    const whole = (text: string) => forms(term(text))[0];
    expect(whole('CVE-2021-3711')).toBe('"cve@0 2021@1 3711@2"');
    expect(whole('docker-compose')).toBe('"docker@0 compose@1" dockercompose+^0.8');
    expect(whole('std::vector')).toBe('"std@0 vector@1" stdvector+^0.8');
    expect(whole('foo/bar')).toBe('"foo@0 bar@1" foobar+^0.8');
    expect(whole('e-mail')).toBe('e-mail "e@0 mail@1"^0.8 email+^0.8');
    expect(whole('utf-8')).toBe('"utf@0 8@1" utf8^0.8');
  });

  it('is no other number', () => {
    expect(forms(term('1.2.3'))).toEqual(['1.2.3']);
    expect(forms(term('v1.2'))).toEqual(['v1.2 1.2^0.8']);
    expect(forms(term('2021-03-05'))).toEqual(['"2021@0 03@1 05@2"']);
  });

  it('has its parts beside it, which count less, the last of them unfinished', () => {
    expect(beside(prefix('docker-comp'))).toEqual(['docker+1 0.7', 'comp~+1 0.7']);
    expect(beside(prefix('CVE-2021-3711'))).toEqual(['cve+ 0.7']);
    expect(beside(prefix('node.js'))).toEqual(['node+1 0.7', 'js~+ 0.7']);
    expect(beside(prefix('getUserName'))).toEqual(['get+ 0.7', 'user+1 0.7', 'name~+1 0.7']);
    for (const text of ['spark', '1.2.3', 'c++', '.net', 'e-mail', '2021-03-05', '猫'])
      expect(beside(prefix(text))).toEqual([]);
    expect(analyze(term('node.js')).tree).toEqual({ kind: 'most', of: [word(0), word(1), word(2)] });
  });

  it('has no part beside it that counts less where the part is asked for, too', () => {
    const { words } = analyze(sideBySide('docker-compose docker'));
    expect(words.map(({ text, weight }) => [text, weight])).toEqual([
      ['docker-compose', 1],
      ['docker', 1],
      ['compose', 0.7],
    ]);
  });

  it('has so many terms and forms, and no more', () => {
    const { words } = analyze(term(Array.from({ length: 100 }, (_, at) => `w${at}`).join('-')));
    expect(words).toHaveLength(maxQueryWords);
    expect(words[0]?.forms.map((form) => form.kind === 'sequence' && form.terms.length)).toEqual([
      maxSequenceTerms,
    ]);
  });
});

/** As an analyzer that keeps the accents of a word beside the word without them. */
const withAccents: typeof analyzer = {
  ...analyzer,
  tokens: (text) =>
    analyzer.tokens(text).flatMap((token) => {
      const exact = text.slice(token.start, token.end).toLowerCase();
      return exact === token.term ? [token] : [{ ...token, term: exact }, token];
    }),
};

describe('a word with accents', () => {
  it('is asked for with them, and hardly without them', () => {
    const { words } = analyzeQuery(term('hà'), withAccents);
    expect(words.map(({ forms: own, weight }) => [...own.map(show), weight])).toEqual([
      ['hà+', 1],
      ['ha+', foldedWeight],
    ]);
    expect(analyzeQuery(term('ha'), withAccents).words).toHaveLength(1);
    expect(analyzeQuery(phrase('hà nội'), withAccents).words[0]?.forms.map(show)).toEqual(['"hà@0 nội@1"']);
  });
});

/** As an analyzer that has the characters of a pair beside it. */
const withCharacters: typeof analyzer = {
  ...analyzer,
  tokens: (text) =>
    analyzer.tokens(text).flatMap((token) => {
      if (token.term.length === 1) return [];
      const first = { ...token, term: token.term.charAt(0), end: token.start + 1 };
      return token.term.length === 2 ? [token, first] : [token];
    }),
};

describe('a pair of characters', () => {
  it('has beside it those that are terms, which count little', () => {
    const { words } = analyzeQuery(term('黒猫本'), withCharacters);
    expect(words.map(({ forms: own, weight }) => [...own.map(show), weight])).toEqual([
      ['黒猫', 1],
      ['猫本', 1],
      ['黒', characterWeight],
      ['猫', characterWeight],
    ]);
    expect(analyzeQuery(phrase('黒猫本'), withCharacters).words[0]?.forms.map(show)).toEqual([
      '"黒猫@0 猫本@1"',
    ]);
  });
});

describe('words side by side', () => {
  it('may be written as one: two to four of them', () => {
    expect(forms(sideBySide('open source '))).toEqual(['open+1 opensource+^0.8', 'source+1 opensource+^0.8']);
    const joined = analyze(sideBySide('ab cd ef gh ij')).words.flatMap(({ forms: [, ...others] }) => others);
    const found = new Set(joined.map(show));
    expect([...found].sort()).toEqual(
      ['abcd', 'cdef', 'efgh', 'ghij', 'abcdef', 'cdefgh', 'efghij', 'abcdefgh', 'cdefghij']
        .map((name) => `${name}+^0.8`)
        .sort(),
    );
  });

  it('are not joined over what has digits, signs or one letter, nor in scripts without spaces', () => {
    expect(forms(sideBySide('k 8 s '))).toEqual(['k+', '8', 's+']);
    expect(forms(sideBySide('python 3 '))).toEqual(['python+1', '3']);
    expect(forms(sideBySide('a long '))).toEqual(['a+', 'long+1']);
    expect(forms(sideBySide('黒猫 cat ')).slice(0, 2)).toEqual(['黒猫', 'cat+']);
  });

  it('are not joined where they are required one by one, nor over what stands between them', () => {
    expect(forms({ kind: 'all', of: [term('open'), term('source')] })).toEqual(['open+1', 'source+1']);
    expect(forms({ kind: 'most', of: [term('open'), phrase('and'), term('source')] })).toEqual([
      'open+1',
      'and',
      'source+1',
    ]);
  });

  it('have the field that they stand in', () => {
    expect(analyze(inField('title', sideBySide('open source '))).words[0]).toMatchObject({
      field: 'title',
      forms: [{ term: 'open' }, { term: 'opensource' }],
    });
  });

  it('have so many forms and no more', () => {
    const synonyms = analyzeSynonyms(
      Array.from({ length: 40 }, (_, at) => ({ from: 'open source', to: `other${at}` })),
      analyzer,
    );
    for (const own of analyze(sideBySide('very open source now'), { synonyms }).words)
      expect(own.forms.length).toBeLessThanOrEqual(maxForms);
    expect(analyze(sideBySide('open source'), { synonyms }).words[0]?.forms).toHaveLength(maxForms);
  });
});

describe('words that mean the same', () => {
  const synonyms = analyzeSynonyms(
    [
      { from: 'K8s', to: 'Kubernetes' },
      { from: 'CSI', to: 'Container Storage Interface' },
      { from: 'container storage interface', to: 'CSI' },
      { from: '?!', to: 'nothing' },
      { from: 'docker-compose', to: 'stack' },
      { from: Array.from({ length: 30 }, (_, at) => `w${at}`).join(' '), to: 'long' },
    ],
    analyzer,
  );

  it('are further forms, one way', () => {
    expect(forms(term('k8s'), { synonyms })).toEqual(['k8s kubernetes+^0.8']);
    expect(forms(term('kubernetes'), { synonyms })).toEqual(['kubernetes+2']);
    expect(forms(term('csi'), { synonyms })).toEqual(['csi+ "container@0 storage@1 interface@2"^0.8']);
  });

  it('are said by each of several words, before what is written as one', () => {
    const found = analyze(sideBySide('the container storage interface '), { synonyms }).words;
    expect(found.map(({ forms: own }) => own.some((form) => show(form) === 'csi+^0.8'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(found[1]?.forms.map(show).slice(0, 2)).toEqual(['container+2', 'csi+^0.8']);
    expect(forms(sideBySide('container storage '), { synonyms }).join(' ')).not.toContain('csi');
  });

  it('of an identifier are those of its terms', () => {
    expect(forms(term('docker-compose'), { synonyms })[0]).toContain('stack+^0.8');
  });

  it('are no part of phrases, wildcards and what is not to be there', () => {
    for (const tree of [phrase('k8s'), wildcard('k8s'), not(term('k8s'))])
      expect(analyze(tree, { synonyms }).words[0]?.forms).toHaveLength(1);
  });

  it('are as many as are asked, and none too long', () => {
    expect(synonyms.maxTerms).toBe(3);
    expect(analyzeSynonyms([], analyzer).maxTerms).toBe(0);
  });
});

describe('a stop word', () => {
  const language: LanguageWords = {
    stem: (name) => name,
    isStopWord: (name) => ['to', 'be', 'or', 'not', 'of', 'the', 'who'].includes(name),
  };
  const weights = (tree: QueryTree) => analyze(tree, { words: language }).words.map(({ weight }) => weight);

  it('says little beside other words, and all where there are none', () => {
    expect(weights(sideBySide('the spark'))).toEqual([stopWordWeight, 1]);
    expect(weights(term('who'))).toEqual([1]);
    expect(weights({ kind: 'all', of: [term('who'), not(term('spark'))] })).toEqual([1, 1]);
  });

  it('tells by its place among others', () => {
    const { words } = analyze(sideBySide('to be or not to be'), { words: language });
    expect(words.map(({ weight }) => weight)).toEqual([...Array(4).fill(stopWordWeight), 1]);
    expect(words.at(-1)?.forms).toEqual([
      {
        kind: 'sequence',
        terms: ['to', 'be', 'or', 'not', 'to', 'be'],
        offsets: [0, 1, 2, 3, 4, 5],
        weight: 1,
      },
    ]);
    // One word has no place, and beside words that tell nothing has to be asked of those that do not.
    expect(weights(sideBySide('the spark of the who'))).toHaveLength(4);
  });

  it('counts in a phrase, and in an identifier', () => {
    expect(weights({ kind: 'all', of: [phrase('the who'), phrase('the'), term('the')] })).toEqual([
      1,
      1,
      stopWordWeight,
    ]);
    expect(weights(sideBySide('to-be not'))).toEqual([1, stopWordWeight]);
  });

  it('is no part of an identifier', () => {
    expect(beside(term('state-of-the-art'), { words: language })).toEqual(['state+1 0.7', 'art+ 0.7']);
  });
});

describe('a phrase', () => {
  it('is one word of which the terms stand so far from the first, each as it is written', () => {
    expect(forms(phrase('Slow clusters'))).toEqual(['"slow@0 clusters@1"']);
    expect(analyze(phrase('Slow clusters')).tree).toEqual(word(0));
    expect(analyze(phrase('Slow clusters')).words[0]?.text).toBe('Slow clusters');
  });

  it('takes a compound as a whole, and counts its parts', () => {
    expect(forms(phrase('the node.js loop'))).toEqual(['"the@0 node.js@1 loop@3"']);
    expect(forms(phrase('node.js'))).toEqual(['node.js']);
  });

  it('takes the pairs of a script without spaces one after the other', () => {
    expect(forms(phrase('黒猫本'))).toEqual(['"黒猫@0 猫本@1"']);
  });

  it('keeps the place of words that are no terms', () => {
    const long = 'x'.repeat(200);
    expect(forms(phrase(`slow ${long} cluster`))).toEqual(['"slow@0 cluster@2"']);
    expect(forms(phrase(`${long} slow cluster`))).toEqual(['"slow@0 cluster@1"']);
  });

  it('may have a word twice', () => {
    expect(forms(phrase('to be or not to be'))).toEqual(['"to@0 be@1 or@2 not@3 to@4 be@5"']);
  });

  it('of one word is that word and no other, also beside the same word outside of it', () => {
    const tree: QueryTree = {
      kind: 'any',
      of: [phrase('spark'), term('spark'), phrase('?!'), phrase('spark')],
    };
    expect(analyze(tree).tree).toEqual({ kind: 'any', of: [word(0), word(1), word(0)] });
    expect(forms(tree)).toEqual(['spark', 'spark+1']);
  });

  it('has so many terms and no more', () => {
    const many = Array.from({ length: maxSequenceTerms + 5 }, (_, at) => `w${at}`).join(' ');
    expect(analyze(phrase(many)).words[0]?.forms[0]).toMatchObject({
      terms: { length: maxSequenceTerms },
      offsets: { length: maxSequenceTerms },
    });
  });
});

describe('a wildcard', () => {
  it('is always what begins so, from two letters on, without relatives and misspellings', () => {
    expect(forms(wildcard('kubern'))).toEqual(['kubern*']);
    expect(forms(wildcard('k'))).toEqual(['k']);
    expect(forms({ kind: 'any', of: [wildcard('kubern'), prefix('kubern'), phrase('kubern')] })).toEqual([
      'kubern*',
      'kubern~+1',
      'kubern',
    ]);
  });

  it('of several words is all of them, the last one begun', () => {
    expect(forms(wildcard('docker-comp'))).toEqual(['docker', 'comp*']);
    expect(analyze(wildcard('docker-comp')).tree).toEqual({ kind: 'all', of: [word(0), word(1)] });
  });
});

describe('what is not to be there', () => {
  it('is that word and no other, and kept apart from the same word that is asked for', () => {
    const { words, tree } = analyze({ kind: 'all', of: [term('dask'), not(not(prefix('dask')))] });
    expect(tree).toEqual({ kind: 'all', of: [word(0), { kind: 'not', of: { kind: 'not', of: word(1) } }] });
    expect(words.map(({ excluded }) => excluded)).toEqual([undefined, true]);
    expect(words.map(({ forms: own }) => own.map(show))).toEqual([['dask+1'], ['dask']]);
  });

  it('is an identifier as a whole, and a run of a script without spaces', () => {
    expect(forms(not(term('docker-compose')))).toEqual(['"docker@0 compose@1"']);
    expect(forms(not(term('node.js')))).toEqual(['node.js']);
    expect(forms(not(term('黒猫本')))).toEqual(['"黒猫@0 猫本@1"']);
    expect(forms(not(sideBySide('open source')))).toEqual(['open', 'source']);
  });

  it('may be in one field', () => {
    expect(analyze(not(inField('title', term('dask')))).words[0]).toMatchObject({
      field: 'title',
      excluded: true,
    });
  });
});

describe('a tree', () => {
  it('gives its words the field that they stand in, the innermost', () => {
    const tree = inField('title', { kind: 'all', of: [term('spark'), inField('code', phrase('a b'))] });
    expect(analyze(tree).words.map(({ text, field }) => [text, field])).toEqual([
      ['spark', 'title'],
      ['a b', 'code'],
    ]);
    const twice = analyze({ kind: 'any', of: [term('dask'), inField('title', term('dask'))] });
    expect(twice.tree).toEqual({ kind: 'any', of: [word(0), word(1)] });
  });

  it('names its filters, which are no words', () => {
    const filter = { by: 'language', language: 'de' } as const;
    const { tree, filters, words } = analyze({ kind: 'all', of: [{ kind: 'filter', filter }, term('dask')] });
    expect(tree).toEqual({ kind: 'all', of: [{ kind: 'filter', filter: 0 }, word(0)] });
    expect(filters).toEqual([filter]);
    expect(words).toHaveLength(1);
  });

  it('leaves out branches without a term, and asks for nothing where all are', () => {
    const signs = term('?!');
    expect(analyze({ kind: 'all', of: [term('dask'), signs, not(signs)] }).tree).toEqual({
      kind: 'all',
      of: [word(0)],
    });
    for (const tree of [signs, not(signs), sideBySide('?! …'), { kind: 'all' as const, of: [signs] }]) {
      expect(analyze(tree)).toMatchObject({ words: [], tree: { kind: 'any', of: [] } });
    }
    for (const kind of ['all', 'any', 'most'] as const)
      expect(analyze({ kind, of: [] }).tree).toEqual({ kind, of: [] });
  });

  it('is read so deep and no deeper', () => {
    const nest = (depth: number): QueryTree => (depth === 0 ? term('dask') : not(nest(depth - 1)));
    expect(analyze(nest(maxQueryDepth)).words).toHaveLength(1);
    expect(analyze(nest(maxQueryDepth + 1))).toMatchObject({ words: [], tree: { kind: 'any', of: [] } });
  });

  it('has so many words and no more, and knows the first ones where they come again', () => {
    const many = Array.from({ length: maxQueryWords + 5 }, (_, at) => `word${at}`);
    expect(analyze(sideBySide(many.join(' '))).words.map(({ text }) => text)).toEqual(
      many.slice(0, maxQueryWords),
    );
    const again = analyze(sideBySide([...many, 'word0'].join(' ')));
    expect(again.words).toHaveLength(maxQueryWords);
    expect(again.words[0]?.forms[0]).toMatchObject({ term: 'word0', prefix: 'scarce' });
    const { tree } = analyze({ kind: 'any', of: [...many.map(phrase), phrase('a b'), phrase('word1')] });
    expect(tree).toMatchObject({ kind: 'any', of: { length: maxQueryWords + 1 } });
  });
});

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'open',
      'source',
      'Spark',
      'getUserName',
      'node.js',
      'c++',
      'k8s',
      'CVE-2021-3711',
      '黒猫本',
    ),
    fc.constantFrom('the', 'ไทย', '1.2.3', 'a-b-c', '😀', '\ud800', '\u200f', 'ﬁ', '---', 'x'.repeat(200)),
    fc.string({ maxLength: 12 }),
  );
  const synonyms = analyzeSynonyms([{ from: 'open source', to: 'oss' }], analyzer);

  it('is words within bounds, each with a form, each form with a term, weighing no more than the word', () => {
    const met = { several: 0, sequences: 0, lesser: 0 };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { words, tree } = analyze(sideBySide(pieces.join(' ')), { synonyms });
        expect(words.length).toBeLessThanOrEqual(maxQueryWords);
        expect(tree.kind).toBe(words.length === 0 && pieces.join('').trim() !== '' ? 'any' : 'most');
        for (const { forms: own, weight } of words) {
          expect(own.length).toBeGreaterThan(0);
          expect(own.length).toBeLessThanOrEqual(maxForms);
          for (const form of own) {
            const terms = form.kind === 'term' ? [form.term] : form.terms;
            expect(terms.length).toBeLessThanOrEqual(maxSequenceTerms);
            expect(terms.every((name) => name !== '' && name.length <= 64)).toBe(true);
            expect(form.weight).toBeLessThanOrEqual(1);
            if (form.kind === 'sequence') met.sequences += 1;
          }
          if (own.length > 1) met.several += 1;
          if (weight < 1) met.lesser += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(met.several, met.sequences, met.lesser)).toBeGreaterThan(150);
  });

  it('has no misspellings where they are turned off, and is the same otherwise', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const exact = (form: Form): Form => (form.kind === 'term' ? { ...form, maxEdits: 0 } : form);
        const tree = sideBySide(pieces.join(' '));
        const { words } = analyze(tree);
        expect(analyze(tree, { fuzzy: false }).words).toEqual(
          words.map((own) => ({ ...own, forms: own.forms.map(exact) })),
        );
      }),
    );
  });
});
