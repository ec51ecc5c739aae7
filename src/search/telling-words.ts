/**
 * The words by which a post may be told from others, as far as it says itself: how many others have them, only an index knows.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import type { LanguageWords } from '../analysis/languages/language-words.js';
import { isGram } from '../analysis/split-script-runs.js';
import type { Passage } from '../documents/passage.js';

/** What a post says of itself. */
export interface PostWords {
  readonly title: string;
  /** Its tags and categories. */
  readonly names: readonly string[];
  readonly passages: readonly Pick<Passage, 'text' | 'headings'>[];
}

/** A word, in the form that the post has most often. */
export interface TellingWord {
  readonly term: string;
  /** How much the post is about it, in (0, 1): f / (f + {@link halfway}), for f occurrences in the text. */
  readonly weight: number;
}

/** How many occurrences in the text one elsewhere is worth. */
const titleWeight = 8;
const headingWeight = 2;
const nameWeight = 2;

/** Occurrences in the text after which as many more count as much as these. */
const halfway = 2;

/** A single letter says nothing, nor does a number by itself: days, years and counts stand in posts about anything. */
const says = (term: string): boolean => isGram(term) || (term.length > 1 && /[^\p{N}\p{P}]/u.test(term));

/** By term: how often it stands in a text, weighed. In the order in which the text says them. */
type Counts = Map<string, number>;

/** @param weightAt what an occurrence counts that begins at an offset of the text */
const count = (
  text: string,
  analyzer: Analyzer,
  weightAt: (start: number) => number,
  counts: Counts,
): void => {
  let lastStart = -1;
  let lastEnd = -1;
  analyzer.scan(text, (term, start, end) => {
    // The same word without accents.
    if (start === lastStart && end === lastEnd) return;
    lastStart = start;
    lastEnd = end;
    counts.set(term, (counts.get(term) ?? 0) + weightAt(start));
  });
};

/** The relatives of a word, which count together. */
interface Family {
  count: number;
  /** The most frequent; of equals, the one that the post says first. */
  term: string;
  most: number;
}

const toFamilies = (counts: Counts, { stem, isStopWord }: LanguageWords): readonly Family[] => {
  const families = new Map<string, Family>();
  for (const [term, own] of counts) {
    if (!says(term) || isStopWord(term)) continue;
    const stemmed = stem(term);
    const family = families.get(stemmed) ?? { count: 0, term, most: 0 };
    family.count += own;
    if (own > family.most) {
      family.term = term;
      family.most = own;
    }
    families.set(stemmed, family);
  }
  return [...families.values()];
};

/** Headings are in order, and so is what is asked. */
const headingAt = ({ headings }: Pick<Passage, 'headings'>): ((start: number) => number) => {
  let next = 0;
  return (start) => {
    while ((headings[next]?.end ?? Infinity) <= start) next += 1;
    return (headings[next]?.start ?? Infinity) <= start ? headingWeight : 1;
  };
};

/**
 * The words that a post says most often, without stop words, each together with its relatives. Takes time in proportion to the text.
 * @param limit words at the most
 * @returns the most frequent first; of equals, that which the post says first
 */
export const findTellingWords = (
  { title, names, passages }: PostWords,
  analyzer: Analyzer,
  language: LanguageWords,
  limit: number,
): readonly TellingWord[] => {
  const counts: Counts = new Map();
  count(title, analyzer, () => titleWeight, counts);
  for (const name of names) count(name, analyzer, () => nameWeight, counts);
  for (const passage of passages) count(passage.text, analyzer, headingAt(passage), counts);
  return toFamilies(counts, language)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit)
    .map((family) => ({ term: family.term, weight: family.count / (family.count + halfway) }));
};
