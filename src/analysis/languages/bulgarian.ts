/** Bulgarian. The stemmer of the package throws for some words, so the same rules are here. */
export { stopwords as stopWords } from '@orama/stopwords/bulgarian';

type Rule = readonly [minLength: number, ending: RegExp, replacement: string];

const articles: readonly Rule[] = [
  [7, /ият$/, ''],
  [6, /(?:ът|то|те|та|ия)$/, ''],
  [5, /ят$/, ''],
];
const plurals: readonly Rule[] = [
  [7, /(?:овци|ове)$/, ''],
  [7, /еве$/, 'й'],
  [6, /ища$/, ''],
  [6, /та$/, ''],
  [6, /ци$/, 'к'],
  [6, /зи$/, 'г'],
  [6, /е(.)и$/, 'я$1'],
  [5, /си$/, 'х'],
  [5, /и$/, ''],
];

/** Applies the first rule that fits. */
const apply = (rules: readonly Rule[], term: string): string => {
  const [, ending, replacement] =
    rules.find(([minLength, form]) => term.length >= minLength && form.test(term)) ?? [];
  return ending === undefined ? term : term.replace(ending, replacement ?? '');
};

/** P. Nakov, BulStem, as Lucene has it (`BulgarianStemmer`). */
export const stem = (term: string): string => {
  if (term.length < 4) return term;
  if (term.length > 5 && term.endsWith('ища')) return term.slice(0, -3);
  let stemmed = apply(plurals, apply(articles, term));
  if (stemmed.length > 3) stemmed = stemmed.replace(/я$/, '').replace(/[аое]$/, '');
  if (stemmed.length > 4) stemmed = stemmed.replace(/ен$/, 'н');
  return stemmed.length > 5 ? stemmed.replace(/ъ(.)$/, '$1') : stemmed;
};
