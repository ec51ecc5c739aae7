/**
 * How close a language is to a question and to who asks it. Words tell in which language they are by how many posts of each have them:
 * naive Bayes over languages, as D. D. Lewis, "Naive (Bayes) at Forty" (ECML 1998), over whether a post has a word at all.
 * @module
 */

/** What the posts of one language say of a question. */
export interface AskedLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly documentCount: number;
  /** By word of the question, the same word in each language: how many documents have it. */
  readonly documents: readonly number[];
}

/**
 * How likely a word that a language has not is in it after all, compared to how many posts have it anywhere: so much, or little, does one
 * word tell.
 */
const unseen = 0.1;
/** How much likelier a question is in the reader's dearest language, before its words are looked at: as if one more word told it. */
const readersOwn = 10;
/** What each dearer language takes from the next. */
const lessDear = 0.9;
/** What the score of a post in the farthest language loses; measured, see `test/relevance/README.md`. */
const mostLost = 0.4;

const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

const isWithin = (language: string, other: string): boolean =>
  `${language.toLowerCase()}-`.startsWith(`${other.toLowerCase()}-`);

/**
 * How dear a language is to the reader: 1 the dearest, 0 one that is not.
 * @param prefer BCP 47, the dearest first: `pt-BR` is as good as `pt`, and another Portuguese nearly so
 */
export const dearnessOf = (language: string, prefer: readonly string[]): number =>
  prefer.reduce((most, other, at) => {
    if (primaryOf(language) !== primaryOf(other)) return most;
    const isSame = isWithin(language, other) || isWithin(other, language);
    return Math.max(most, lessDear ** (isSame ? at : at + 0.5));
  }, 0);

/** Logarithms of how likely the question is in each language, but for a summand that they share. */
const likelihoodsOf = (asked: readonly AskedLanguage[], prefer: readonly string[]): readonly number[] => {
  const all = asked.reduce((sum, { documentCount }) => sum + documentCount, 0);
  const [{ documents: words = [] } = {}] = asked;
  const anywhere = words.map(
    (_, word) => asked.reduce((sum, { documents }) => sum + (documents[word] ?? 0), 0) / all,
  );
  return asked.map(({ language, documentCount, documents }) =>
    anywhere.reduce(
      (sum, share, word) => {
        if (share === 0) return sum;
        const own = (documents[word] ?? 0) / documentCount;
        return sum + Math.log((1 - unseen) * own + unseen * share);
      },
      Math.log(documentCount) + dearnessOf(language, prefer) * Math.log(readersOwn),
    ),
  );
};

/**
 * What the scores of each language are multiplied by: 1 for that which the question is likeliest in and the reader's dearest, less for
 * others, never so little that it outweighs words that are missing.
 */
export const languageFactors = (
  asked: readonly AskedLanguage[],
  prefer: readonly string[],
): readonly number[] => {
  const likelihoods = likelihoodsOf(asked, prefer);
  const likeliest = Math.max(...likelihoods);
  return asked.map(({ language }, at) => {
    const closeness = Math.max(
      Math.exp((likelihoods[at] ?? -Infinity) - likeliest),
      dearnessOf(language, prefer),
    );
    return 1 - mostLost * (1 - closeness);
  });
};
