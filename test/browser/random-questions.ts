/**
 * Questions for an index, made of what its posts say: the same seed always makes the same.
 * @module
 */
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
    facets: ['tags', 'categories', 'years'],
    fuzzy: true,
    explain: false,
  });
  const valuesOf = (name: 'tags' | 'categories' | 'years'): readonly string[] =>
    // A comma would part the value in two.
    (facets[name] ?? []).map(({ value }) => value).filter((value) => !value.includes(','));
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
  /** Of one post, near to one another, or of any. */
  const toWords = (language: string): readonly string[] => {
    const ofLanguage = posts.get(language) ?? [];
    const words = pick(ofLanguage, ['data']);
    const at = below(words.length);
    return Array.from({ length: 1 + below(3) }, () =>
      toAsked(chance(0.8) ? (words[at + below(8)] ?? 'data') : pick(pick(ofLanguage, ['data']), 'data')),
    );
  };
  const toNames = (values: readonly string[]): string =>
    chance(0.3) ? `${pick(values, 'none')},${pick(values, 'none')}` : pick(values, 'none');

  return Array.from({ length: count }, (_, at) => {
    const language = engine.languages[at % engine.languages.length] ?? 'en';
    const question: [string, string][] = [];
    if (chance(0.95)) {
      question.push(['q', toWords(language).join(' ')]);
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
