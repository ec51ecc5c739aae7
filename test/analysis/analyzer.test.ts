import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzerFingerprint, createAnalyzer, maxTermLength } from '../../src/analysis/index.js';

const english = createAnalyzer('en');

/** Letters, marks and signs of many scripts, close together: what a uniformly random string never has. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."aBcZ09 ._-'’+#\n\té\u0301ßİıΣσςﬁ½²ｶﾞ한글\u1112\u1161\u11ab漢字かなーภาไทย่हिन्दी\u0640\u064e\u200d\u00ad🙂\ud800\udc00Й",
      ),
      fc.constantFrom(
        'node.js',
        '.net',
        'C++',
        'c#',
        'getUserName',
        'snake_case',
        "l'été",
        'cafe\u0301',
        'x-ray',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('terms', () => {
  const cases: [text: string, terms: readonly string[], language?: string][] = [
    ['Dask and Spark, compared', ['dask', 'and', 'spark', 'compared']],
    ['café CAFÉ cafe\u0301 cafe', ['cafe', 'cafe', 'cafe', 'cafe']],
    ['Straße STRASSE', ['strasse', 'strasse']],
    ['smørrebrød Łódź ﬁne', ['smorrebrod', 'lodz', 'fine']],
    ['İstanbul ısı', ['istanbul', 'isi']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['ёлка мой за́мок', ['елка', 'мой', 'замок']],
    ['العَرَبِيَّة أحمد عـــام', ['العربيه', 'احمد', 'عام']],
    ['שָׁלוֹם', ['שלום']],
    ['हिन्दी में खोज', ['हिन्दी', 'में', 'खोज']],
    ['Donau\u00addampf', ['donaudampf']],
    ['C C# C++ F#', ['c', 'c#', 'c++', 'f#']],
    ['C++17 count++ issue# #tag', ['c++', '17', 'count++', 'count', 'issue', 'tag']],
    ['.NET and ASP.NET', ['.net', 'net', 'and', 'asp.net', 'asp', 'net']],
    ['Node.js. Then', ['node.js', 'node', 'js', 'then']],
    [
      'Objective-C, e-mail, state-of-the-art',
      ['objective-c', 'objective', 'e-mail', 'mail', 'state', 'of', 'the', 'art'],
    ],
    ['1.2.3 v1.2.3 3.14', ['1.2.3', 'v1.2.3', 'v1', '3.14']],
    ['2024-01-15', ['2024', '01', '15']],
    ['snake_case __init__ _emphasis_', ['snake_case', 'snake', 'case', 'init', 'emphasis']],
    ['getUserName', ['getusername', 'get', 'user', 'name']],
    ['parseHTMLString', ['parsehtmlstring', 'parse', 'html', 'string']],
    ['JavaScript XMLHttpRequest GitHub', ['javascript', 'xmlhttprequest', 'github']],
    ["don't DON’T Spark's O'Reilly", ['dont', 'dont', 'spark', 'reilly']],
    ["l'été qu’elle", ['ete', 'elle']],
    ["l'an lorsqu’il", ['an', 'il'], 'fr'],
    ["dell'anno l'era", ['anno', 'era'], 'it'],
    ["l'an", ['lan'], 'de'],
    ['猫', ['猫']],
    ['使い方', ['使い', 'い方']],
    ['データベース ﾃﾞｰﾀ', ['デー', 'ータ', 'タベ', 'ベー', 'ース', 'デー', 'ータ']],
    ['Python入門2024年', ['python', '入門', '2024', '年']],
    ['데이터를', ['데이', '이터', '터를']],
    ['ที่นี่', ['ที่นี่']],
    ['ภาษา', ['ภา', 'าษ', 'ษา']],
    ['… “—” 🙂 !?', []],
    ['', []],
  ];

  it.each(cases)('of %j are %j', (text, terms, language = 'en') => {
    expect(createAnalyzer(language).terms(text)).toEqual(terms);
  });

  it('are the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(english.terms(text.normalize('NFD'))).toEqual(english.terms(text.normalize('NFC')));
      }),
    );
  });

  it('are those of the tokens', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(english.tokens(text).map(({ term }) => term)).toEqual(english.terms(text));
      }),
    );
  });

  it('are bounded, and a long run of characters leaves none', () => {
    const bounded = (text: string) =>
      english.terms(text).every(({ length }) => length > 0 && length <= maxTermLength);
    fc.assert(fc.property(hostileText, bounded));
    expect(english.terms(`a ${'x'.repeat(maxTermLength)} b`)).toHaveLength(3);
    expect(english.terms(`a ${'x'.repeat(maxTermLength + 1)} b`)).toEqual(['a', 'b']);
    expect(english.terms(`${'ab.'.repeat(50)}cd`)).not.toContain(`${'ab.'.repeat(50)}cd`);
  });
});

describe('tokens', () => {
  it('say where in the source they are, though normal forms change lengths', () => {
    const text = 'ﬁne cafe\u0301 Straße ｶﾞｲﾄﾞ aĲb';
    expect(english.tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'ﬁne',
      'cafe\u0301',
      'Straße',
      'ｶﾞｲ',
      'ｲﾄﾞ',
      'aĲb',
      'Ĳb',
    ]);
  });

  it('lie inside the text, do not end inside a character, and come in order', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let position = 0;
        for (const token of english.tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(0);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.position).toBeGreaterThanOrEqual(position);
          expect(/^\p{M}/u.test(text.slice(token.end))).toBe(false);
          position = token.position;
        }
      }),
    );
  });

  it('give their term again when their source is analyzed alone', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { term, start, end } of english.tokens(text)) {
          expect(english.terms(text.slice(start, end))).toContain(term);
        }
      }),
    );
  });

  it('share a position with the compound that they begin', () => {
    expect(
      english.tokens('the getUserName_x of node.js').map(({ term, position }) => [term, position]),
    ).toEqual([
      ['the', 0],
      ['getusername_x', 1],
      ['getusername', 1],
      ['get', 1],
      ['user', 2],
      ['name', 3],
      ['of', 5],
      ['node.js', 6],
      ['node', 6],
      ['js', 7],
    ]);
  });
});

describe('the fingerprint', () => {
  const sample =
    "The Café's C++17 & C# guide: getUserName(), node.js v1.2.3, .NET — don't panic; l'été à Łódź. " +
    'Straße, ёлка мой, العَرَبِيَّة, हिन्दी, 使い方 ｶﾞｲﾄﾞ 데이터를 ภาษา, ﬁn x-ray snake_case Objective-C ½ m²';

  it('is raised when the analyzer answers otherwise: raise `analyzerVersion` with this sample', () => {
    expect(analyzerFingerprint).toBe('lookback-1;term<=64');
    expect(english.terms(sample).join(' ')).toBe(
      'the cafe c++ 17 c# guide getusername get user name node.js node js v1.2.3 v1 .net net dont panic ete a lodz strasse елка мой العربيه हिन्दी 使い い方 ガイ イド 데이 이터 터를 ภา าษ ษา fin x-ray ray snake_case snake case objective-c objective 1⁄2 m2',
    );
  });
});
