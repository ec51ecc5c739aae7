/**
 * Questions for an index, made of what its posts say: the same seed always makes the same.
 * @module
 */
import { type FacetName, facetNames, valueFacets } from '../../src/domain/facets.js';
import type { SearchEngine } from '../../src/domain/search.js';

/** Parameters of `GET /api/search`. */
export type Question = readonly (readonly [name: string, value: string])[];

/** T. Ettinger's mulberry32: 32 bits of state are plenty to choose words with. */
const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Posts of a language that questions are drawn from. */
const postsOfLanguage = 40;
/** A run without spaces is asked for as far as somebody would type. */
const wordPattern = /[\p{L}\p{N}\p{M}]{2,12}/gu;

/** The words of some posts, those of a post in the order in which it says them. */
const readWords = async (
  engine: SearchEngine,
  language: string,
  below: (limit: number) => number,
): Promise<readonly (readonly string[])[]> => {
  const blank = {
    text: '',
    filters: { languages: [language] },
    sort: 'date',
    facets: [],
    fuzzy: true,
    facetLimit: 100,
    facetContains: '',
    prefer: [],
    explain: false,
  } as const;
  const { total } = await engine.ask({ ...blank, limit: 0, offset: 0 });
  const posts: (readonly string[])[] = [];
  for (let drawn = 0; drawn < postsOfLanguage; drawn += 1) {
    const { hits } = await engine.ask({ ...blank, limit: 1, offset: below(total) });
    const post = await engine.post(hits[0]?.id ?? '');
    const words = `${post?.title}\n${post?.text}`.match(wordPattern) ?? [];
    if (words.length > 0) posts.push(words);
  }
  return posts;
};

/** Of every language as many, in turn. */
export const createQuestions = async (
  engine: SearchEngine,
  count: number,
  seed = 4,
): Promise<readonly Question[]> => {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[], fallback: Item): Item => items[below(items.length)] ?? fallback;
  const chance = (share: number): boolean => random() < share;

  const { facets } = await engine.ask({
    text: '',
    filters: {},
    sort: 'relevance',
    limit: 0,
    offset: 0,
    facets: facetNames,
    fuzzy: true,
    facetLimit: 100,
    facetContains: '',
    prefer: [],
    explain: false,
  });
  const valuesOf = (name: FacetName): readonly string[] =>
    // A comma would part the value in two, and a quote end it.
    (facets[name] ?? []).map(({ value }) => value).filter((value) => !/[,"]/.test(value));
  const [tags, categories, years] = [valuesOf('tags'), valuesOf('categories'), valuesOf('years')];
  const posts = new Map<string, readonly (readonly string[])[]>();
  for (const language of engine.languages) posts.set(language, await readWords(engine, language, below));

  /** Drops, doubles, changes or swaps a letter, anywhere. */
  const misspell = (word: string): string => {
    const letters = [...word];
    const at = below(letters.length);
    const letter = letters[at] ?? '';
    const edits = [[], [letter, letter], [pick([...'aeinrst'], 'e')], [letters[at + 1] ?? '', letter]];
    const swapped = edits[below(edits.length)] ?? [];
    letters.splice(
      at,
      swapped.length === 2 && swapped[1] === letter && at + 1 < letters.length ? 2 : 1,
      ...swapped,
    );
    return letters.join('');
  };
  const toAsked = (word: string): string => {
    const kind = random();
    if (kind < 0.6) return word;
    return kind < 0.8 ? [...word].slice(0, 2 + below(4)).join('') : misspell(word);
  };
  /** A few words that stand one after the other in a post, just as they are. */
  const toPhrase = (words: readonly string[], at: number): string =>
    `"${words.slice(at, at + 2 + below(2)).join(' ')}"`;
  /** A filter of the language, so that some posts pass. */
  const toFilter = (language: string): string => {
    const year = pick(years, '2000');
    const { name, parameter } = pick(valueFacets, valueFacets[0]);
    return pick(
      [
        `${parameter}:"${pick(valuesOf(name), 'none')}"`,
        `lang:${language}`,
        `year:${year}`,
        `date:${year}-02..${Number(year) + 2}-06`,
        `after:${year}`,
        `before:${year}-11-30`,
      ],
      '',
    );
  };
  /** What is asked of one word: any part of the language, most often the word alone. */
  const toPart = (language: string, words: readonly string[]): string => {
    const at = below(words.length);
    const word = words[at] ?? 'data';
    const parts: readonly (readonly [share: number, part: () => string])[] = [
      [0.2, () => toPhrase(words, at)],
      [0.3, () => `-${pick(words, 'data')}`],
      [0.35, () => `-${toPhrase(words, below(words.length))}`],
      [0.5, () => `${word} OR ${pick(words, 'data')}`],
      [0.6, () => `(${word} OR ${toPhrase(words, below(words.length))})`],
      [0.65, () => `(${word} ${words[at + 1] ?? ''} OR (${pick(words, 'data')} -${pick(words, 'data')}))`],
      [0.75, () => `title:${pick(words.slice(0, 6), word)}`],
      [0.8, () => `${[...word].slice(0, 3).join('')}*`],
      [0.95, () => toFilter(language)],
      [1, () => `-${toFilter(language)}`],
    ];
    const drawn = random();
    return parts.find(([share]) => drawn < share)?.[1]() ?? word;
  };
  /** Words of one post, near to one another, or of any; often with other parts of the language among them. */
  const toText = (language: string): string => {
    const ofLanguage = posts.get(language) ?? [];
    const words = pick(ofLanguage, ['data']);
    const at = below(words.length);
    const plain = Array.from({ length: 1 + below(3) }, () =>
      toAsked(chance(0.8) ? (words[at + below(8)] ?? 'data') : pick(pick(ofLanguage, ['data']), 'data')),
    );
    if (chance(0.5)) return plain.join(' ');
    const parts = Array.from({ length: 1 + below(2) }, () => toPart(language, words));
    return (chance(0.5) ? [...plain.slice(0, 1), ...parts] : [...parts, ...plain.slice(0, 1)]).join(' ');
  };
  const toNames = (values: readonly string[]): string =>
    chance(0.3) ? `${pick(values, 'none')},${pick(values, 'none')}` : pick(values, 'none');

  return Array.from({ length: count }, (_, at) => {
    const language = engine.languages[at % engine.languages.length] ?? 'en';
    const question: [string, string][] = [];
    if (chance(0.95)) {
      question.push(['q', toText(language)]);
    }
    if (chance(0.15)) question.push(['tag', toNames(tags)]);
    if (chance(0.1)) question.push(['category', toNames(categories)]);
    if (chance(0.1)) question.push(['from', pick(years, '2000')]);
    if (chance(0.1)) question.push(['to', '2024-06']);
    if (chance(0.3)) question.push(['lang', chance(0.8) ? language : `${language},en`]);
    if (chance(0.3)) question.push(['sort', pick(['date', 'date-asc'], 'date')]);
    if (chance(0.2)) question.push(['limit', String(below(30))]);
    if (chance(0.1)) question.push(['offset', String(below(20))]);
    // A range that ends before it begins is refused, not answered.
    return question.filter(([name, value]) => name !== 'from' || value <= '2024');
  });
};
