/**
 * Which languages a text may be in, told by the letters it is written with: a few words are enough.
 * @module
 */

interface Script {
  readonly pattern: RegExp;
  /** Languages that are written with it, the most likely first; of `Latn` every other. */
  readonly languages: readonly string[];
  /** How many Latin letters say as much as one of its letters. */
  readonly weight: number;
}

const script = (name: string, languages: string, weight = 1): Script => ({
  pattern: new RegExp(`\\p{Script=${name}}`, 'gu'),
  languages: languages.split(' '),
  weight,
});

const han = script('Han', 'zh ja', 3);
const kana: Script = {
  pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  languages: ['ja'],
  weight: 2,
};

/** Scripts that several languages share are in the order of how much is written in these. */
const scripts: readonly Script[] = [
  script('Cyrillic', 'ru uk bg sr be mk kk ky tg mn'),
  script('Arabic', 'ar fa ur ps ug sd ku'),
  script('Devanagari', 'hi mr ne sa'),
  script('Bengali', 'bn as'),
  script('Hebrew', 'he yi'),
  script('Ethiopic', 'am ti', 2),
  script('Hangul', 'ko', 2),
  script('Thai', 'th'),
  script('Greek', 'el'),
  script('Armenian', 'hy'),
  script('Georgian', 'ka'),
  script('Khmer', 'km'),
  script('Lao', 'lo'),
  script('Myanmar', 'my'),
  script('Tibetan', 'bo dz'),
  script('Sinhala', 'si'),
  script('Tamil', 'ta'),
  script('Telugu', 'te'),
  script('Kannada', 'kn'),
  script('Malayalam', 'ml'),
  script('Gujarati', 'gu'),
  script('Gurmukhi', 'pa'),
  script('Oriya', 'or'),
  script('Thaana', 'dv'),
];

const count = (text: string, { pattern, weight }: Script): number =>
  (text.match(pattern)?.length ?? 0) * weight;

/** What may be the language of a text, by what it is written with. */
export interface WrittenWith {
  /** The most likely first; empty where it is Latin, which most languages are written with, or has no letters. */
  readonly languages: readonly string[];
  /** True of `Latn`. */
  readonly latin: boolean;
  /** Languages of all other letters than Latin that stand in it, be they few. */
  readonly present: readonly string[];
  /** How many letters there are of it, a syllable or a word of one letter counted for several. */
  readonly letters: number;
}

/** Names and terms stand in Latin letters in texts of any language: others count from this share on. */
const minShare = 0.3;

export function toWrittenWith(text: string): WrittenWith {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const others = (text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []).join('');
  if (others === '') return { languages: [], latin: latin > 0, present: [], letters: latin };
  const kanaLetters = count(others, kana);
  const counts: (readonly [Script, number])[] = scripts.map((other) => [other, count(others, other)]);
  // A text with kana in it is Japanese, and its other signs are kanji; a sign or two of kana stand in Chinese names.
  const hanLetters = count(others, han);
  if (kanaLetters * 10 > hanLetters) counts.push([kana, kanaLetters + hanLetters]);
  else counts.push([han, hanLetters + kanaLetters]);
  const present = counts.flatMap(([{ languages }, letters]) => (letters > 0 ? languages : []));
  const [most, letters] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (letters > 0 && letters >= (latin + letters) * minShare)
    return { languages: most.languages, latin: false, present, letters };
  return { languages: [], latin: latin > 0, present, letters: latin };
}

/** True of a language that is written with one of the other scripts; Serbian and others are written with two. */
const isLatin = (language: string): boolean => {
  const [primary = ''] = language.split('-');
  return (
    /-Latn\b/.test(language) ||
    ['sr', 'kk', 'ku', 'mn', 'und'].includes(primary) ||
    ![han, ...scripts].some(({ languages }) => languages.includes(primary))
  );
};

/** Whether a text that is written so may be in this language. */
export function mayBeIn({ languages, latin }: WrittenWith, language: string): boolean {
  if (latin) return isLatin(language);
  return languages.length === 0 || languages.includes(language.split('-')[0] ?? '');
}
