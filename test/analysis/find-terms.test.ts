import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TermFinder } from '../../src/analysis/find-terms.js';
import { createAnalyzer } from '../../src/analysis/index.js';

type Place = readonly [term: string, start: number, end: number];

const find = (text: string, language: string, terms: Iterable<string>): readonly Place[] => {
  const places: Place[] = [];
  new TermFinder(createAnalyzer(language), terms).find(text, (...place) => places.push(place));
  return places;
};

/** What is found by analyzing all of the text. */
const findAll = (text: string, language: string, terms: ReadonlySet<string>): readonly Place[] => {
  const places: Place[] = [];
  createAnalyzer(language).scan(
    text,
    (term, start, end) => {
      if (terms.has(term)) places.push([term, start, end]);
    },
    'code',
  );
  return places;
};

/** Languages with filters of their own, with telling accents, and others. */
const languages = [
  'en',
  'de',
  'fr',
  'it',
  'ar',
  'vi',
  'tr',
  'el',
  'ru',
  'uk',
  'he',
  'hi',
  'ja',
  'zh',
  'ko',
  'th',
];

/** Words whose terms begin within them, end within them, or are written otherwise. */
const words = [
  'spark',
  'Sparks',
  "spark's",
  'SPARK’S',
  'spark2',
  'pyspark',
  'sparkContext',
  'SparkContext',
  'apiSPARK',
  'APIs',
  'APIServer',
  'HTMLParser',
  'node.js',
  '.NET',
  '.net',
  'dot.net',
  'C++',
  'c#',
  'F#',
  'x-ray',
  'objective-c',
  'e-mail',
  'E‑Mail',
  'snake_case_name',
  'dunder__init__',
  'v5.0.1',
  '5.0.0rc1',
  '5.0',
  '5',
  'v5',
  '5.',
  '2024',
  '2024-05-01',
  '50',
  '1,000',
  '10.000.000.000.000',
  'a',
  'I',
  'to',
  'l’été',
  "l'ete",
  "d'accord",
  "dell'anno",
  'qu’il',
  "o'reilly",
  'ʼn',
  'don’t',
  "rock'n'roll",
  'Straße',
  'STRASSE',
  'strasse',
  'ẞ',
  'groß',
  'Ærø',
  'ærø',
  'œuvre',
  'café',
  'cafe\u0301',
  'CAFÉ',
  'naïve',
  'co\u00adop',
  'ﬁne',
  'ﬀ',
  'İstanbul',
  'ısı',
  'istanbul',
  'ΟΔΟΣ',
  'οδός',
  'σοφός',
  'ёлка',
  'елка',
  'йод',
  'и\u0306од',
  'за\u0301мок',
  'Київ',
  'їжак',
  'العَرَبِيَّة',
  'والكتاب',
  'كتاب',
  'للكتاب',
  'أحمد',
  'احمد',
  'عـــام',
  'عام',
  'شَجَرَة',
  'مدرسة',
  'مدرسه',
  'שָׁלוֹם',
  'שלום',
  'हिन्दी',
  'हिंदी',
  'क्षेत्र',
  'தமிழ்',
  'ভাষা',
  '使い方',
  '使い',
  '使',
  '方',
  'データ',
  'データベース',
  'ﾃﾞｰﾀ',
  'データ.js',
  "l'使い方.js",
  'ガ',
  'か\u3099',
  'カ',
  'の',
  '々',
  '中文',
  '中',
  '全文搜索',
  '搜索',
  '한국어',
  '한국어를',
  '한',
  'ㅎㅏㄴ',
  '\u1112\u1161\u11ab국',
  'ภาษาไทย',
  'ไทย',
  'ที่',
  'น้ำ',
  'ກາ',
  'ភាសា',
  'မြန်မာ',
  'Ｓｐａｒｋ',
  '１２',
  '²',
  '½',
  '𝐬park',
  '😀',
  '👩‍👩‍👧',
  '\ud83d',
  'Ⅷ',
  '①',
  'ｶﾞ',
  '㎏',
  '\u3164',
  'ـ',
  'tiếng',
  'Việt',
  'việt',
  'viet',
  'für',
  'fur',
  'Ǆ',
  'ŉ',
];
const someWord = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const between = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', '\n', ', ', '. ', '、', '。') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '',
      '.',
      '_',
      '-',
      "'",
      '’',
      '+',
      '#',
      '\u0301',
      '\u200d',
      '/',
      '‐',
      'ー',
      '\u3099',
      '٠',
    ),
  },
);
const text = fc.array(fc.tuple(someWord, between), { maxLength: 25 }).map((parts) => parts.flat().join(''));

describe('looking for terms', () => {
  test('finds just what analyzing all of a text finds, in every language', () => {
    const met = { found: 0, glued: 0, grams: 0, none: 0 };
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom(...languages),
        fc.infiniteStream(fc.boolean()),
        (written, other, language, chosen) => {
          const analyzer = createAnalyzer(language);
          const known = new Set([...analyzer.terms(written, 'code'), ...analyzer.terms(other)]);
          const terms = new Set([...known].filter(() => chosen.next().value));
          const expected = findAll(written, language, terms);
          expect(find(written, language, terms)).toEqual(expected);
          if (expected.length > 0) met.found += 1;
          else met.none += 1;
          if (expected.some(([term, start, end]) => end - start > term.length + 1)) met.glued += 1;
          if (expected.some(([term]) => /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Hangul}]/u.test(term)))
            met.grams += 1;
        },
      ),
      { numRuns: 4_000 },
    );
    expect(met.found).toBeGreaterThan(3_000);
    expect(met.glued).toBeGreaterThan(300);
    expect(met.grams).toBeGreaterThan(1_000);
    expect(met.none).toBeGreaterThan(50);
  });
});
