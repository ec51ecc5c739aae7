import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createAnalyzer } from '../../../src/analysis/index.js';
import { loadLanguage } from '../../../src/analysis/languages/load-language.js';

/** Words with one stem; words with as many stems as there are; and gaps: relatives, or strangers, that the stemmer does not tell. */
interface Expected {
  readonly together: readonly string[];
  readonly apart: readonly string[];
  /** Relatives with different stems. */
  readonly missed?: readonly string[];
  /** Strangers with one stem. */
  readonly mistaken?: readonly string[];
}

const expected: Readonly<Record<string, Expected>> = {
  ar: {
    together: ['كتاب الكتاب والكتاب للكتاب كتابه', 'مدرسة المدرسة', 'مستخدم المستخدمين'],
    apart: ['كتاب مدرسة'],
    missed: ['المكتبة مكتبات', 'مدرسة مدارس'],
  },
  bg: { together: ['търсене търсенето', 'книга книги книгата', 'блог блогове блога'], apart: ['книга блог'] },
  da: { together: ['hus huset husene', 'søgning søgninger', 'bog bøger'], apart: ['hus høne'] },
  de: {
    together: [
      'Suche suchen',
      'Haus Häuser Hauses',
      'Straße Straßen',
      'Veröffentlichung Veröffentlichungen',
      'Buch Bücher',
    ],
    apart: ['Haus Hase', 'Suche Sache'],
    missed: ['sucht suchen', 'ging gehen', 'Veröffentlichung veröffentlichen'],
  },
  el: {
    together: ['αναζήτηση αναζητήσεις', 'λόγος λόγου'],
    apart: ['λόγος βιβλίο'],
    missed: ['βιβλία βιβλίο'],
  },
  en: {
    together: [
      'search searches searched searching',
      'deploy deploys deploying deployment',
      'happy happiness',
      'query queries',
    ],
    apart: ['search research', 'rust rest'],
    missed: ['run ran', 'index indices'],
    mistaken: ['new news', 'universe university', 'organ organization', 'sky ski'],
  },
  es: {
    together: [
      'configuración configuraciones configurar',
      'canción canciones',
      'buscar buscando buscamos buscaría',
      'versión versiones',
      'inglés ingleses',
    ],
    apart: ['archivo archipiélago'],
    missed: ['rápido rápidamente'],
  },
  fi: {
    together: ['talo talot talossa', 'käyttäjä käyttäjät käyttäjän'],
    apart: ['talo talous'],
    missed: ['etsiminen etsimisen'],
  },
  fr: {
    together: [
      'recherche recherches rechercher',
      'créer créée créées',
      'premier première premières',
      'cheval chevaux',
    ],
    apart: ['premier prémisse'],
    missed: ['parler parlèrent'],
  },
  ga: { together: ['leabhar Leabhar'], apart: ['fear cat'], missed: ['leabhar leabhair', 'fear fir'] },
  hi: { together: ['किताब किताबें', 'लड़का लड़के'], apart: ['किताब लड़का'] },
  hu: {
    together: ['ház házak házban házból házról', 'könyv könyvek könyvet', 'keresés kereséseket'],
    apart: ['ház könyv'],
    mistaken: ['ház haza'],
  },
  hy: { together: ['քաղաք քաղաքներ'], apart: ['տուն գիրք'], missed: ['որոնում որոնման', 'գիրք գրքեր'] },
  id: { together: ['buku bukunya', 'cari mencari pencarian'], apart: ['buku baku'] },
  it: {
    together: ['ricerca ricerche ricercare', 'città citta'],
    apart: ['ricerca ricetta'],
    missed: ['andare andato'],
  },
  lt: { together: ['knyga knygos', 'paieška paieškos'], apart: ['knyga kalba'], missed: ['žodis žodžiai'] },
  nb: { together: ['hus huset husene', 'søk søker', 'bok bøker'], apart: ['hus høne'] },
  ne: { together: ['किताब किताबहरू'], apart: ['किताब घर'] },
  nl: {
    together: ['zoeken zoek', 'geïnstalleerd geïnstalleerde'],
    apart: ['zoeken boeken'],
    missed: ['huis huizen', 'fiets fietsen'],
  },
  pt: {
    together: [
      'configuração configurações configurar',
      'limão limões',
      'nação nações',
      'pesquisar pesquisando',
      'animal animais',
    ],
    apart: ['nação nadar'],
    missed: ['português portugueses'],
  },
  ro: {
    together: ['funcție funcții', 'caut căutare', 'carte cărți'],
    apart: ['carte cinema'],
    missed: ['căutare căutări'],
  },
  ru: {
    together: ['поиск поиска поиску', 'книга книги', 'ёлка ёлки елка'],
    apart: ['поиск книга'],
    missed: ['искать ищет'],
  },
  sr: {
    together: ['претрага претраге', 'pretraga pretrage pretragu', 'књига књиге', 'knjiga knjige'],
    apart: ['knjiga pretraga'],
    missed: ['књига knjiga'],
  },
  sv: { together: ['bil bilar bilen', 'sökning sökningar'], apart: ['bil bild'], missed: ['fågel fåglar'] },
  ta: { together: ['புத்தகம் புத்தகங்கள்'], apart: ['புத்தகம் தேடல்'], missed: ['தேடல் தேடல்கள்'] },
  tr: {
    together: ['kitap kitaplar kitapları', 'çocuk çocuklar çocuğu', 'gün günler günleri', 'şehir şehirler'],
    apart: ['gün şehir'],
    missed: ['yazılım yazılımlar'],
  },
  uk: { together: ['книга книги', 'пошук пошуку'], apart: ['книга пошук'] },
};
const languages = Object.keys(expected);

const stemsOf = async (language: string, words: string): Promise<readonly string[]> => {
  const { stem } = await loadLanguage(language);
  return createAnalyzer(language).terms(words).map(stem);
};
const isOneStem = async (language: string, words: string) =>
  new Set(await stemsOf(language, words)).size === 1;

describe.each(languages)('stems in %s', (language) => {
  const { together = [], apart = [], missed = [], mistaken = [] } = expected[language] ?? {};
  test.each(together)('bring together: %s', async (words) => {
    expect(new Set(await stemsOf(language, words)).size).toBe(1);
  });
  test.each(apart)('keep apart: %s', async (words) => expect(await isOneStem(language, words)).toBe(false));
  test.each(missed)('gap, do not bring together: %s', async (words) => {
    expect(await isOneStem(language, words)).toBe(false);
  });
  test.each(mistaken)('gap, do not keep apart: %s', async (words) => {
    expect(await isOneStem(language, words)).toBe(true);
  });
});

describe('a stem', () => {
  /** Letters and endings of one script. */
  const scripts = [
    [
      ...'abcdefghijklmnopqrstuvwxyz',
      'ions',
      'ement',
      'lari',
      'coes',
      'sses',
      'ungen',
      'ness',
      'keit',
      'siones',
    ],
    [...'абвгдежзиклмнопрстуія', 'ища', 'ове', 'ию', 'ие', 'еви', 'ене'],
    [...'αβγδεσιμ', 'ουσ', 'ησεισ'],
    [...'ابتكهيونلم', 'ات', 'ال', 'ها'],
    [...'கதபம்கள்'],
    [...'किताबहरूें'],
    [...'քաղներ'],
    [...'aб漢ไ1.-é'],
  ];
  const word = fc.oneof(
    ...scripts.map((letters) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 32 })),
  );

  it('is found for whatever is asked, at once, and is the same each time', async () => {
    const all = await Promise.all([...languages, 'en', 'zh', 'ja', 'vi', 'pl'].map(loadLanguage));
    let shortened = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          { arbitrary: word, weight: 5 },
          { arbitrary: fc.string({ unit: 'binary', maxLength: 64 }), weight: 1 },
        ),
        (term) => {
          for (const { stem, isStopWord } of all) {
            const stemmed = stem(term);
            expect(stem(term)).toBe(stemmed);
            expect(stemmed.length).toBeLessThanOrEqual(2 * term.length);
            if (stemmed.length < term.length) shortened += 1;
            isStopWord(term);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(shortened).toBeGreaterThan(300);
  });

  it('of the longest and most repetitive terms takes no longer than that of others', async () => {
    const all = await Promise.all(languages.map(loadLanguage));
    const started = performance.now();
    for (const { stem } of all)
      for (const unit of [
        'a',
        'e',
        'i',
        's',
        'n',
        'ee',
        'ia',
        'lar',
        'ions',
        'ement',
        'ни',
        'ове',
        'ه',
        'ا',
        'ல்',
      ])
        for (let times = 0; times < 20; times += 1) stem(unit.repeat(64).slice(0, 64));
    // 8,100 of them; a thousandth of a second each would be far too much.
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('is the term itself of numbers, names with signs, and words of one or two letters', async () => {
    const { stem } = await loadLanguage('en');
    for (const term of ['5.0.0', 'c++', 'node.js', 'is', 'as', '2ies', 'snake_cases', '使い'])
      expect(stem(term)).toBe(term);
  });
});
