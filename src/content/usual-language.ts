/**
 * Posts of a few words are in the language of the other posts, as far as their letters allow it.
 * @module
 */
import type { PostOutcome } from './content.js';
import { mayBeIn, toWrittenWith } from './language-scripts.js';

/** Posts whose languages are counted, evenly spread over all of them: the same whichever post is asked for. */
const sampleSize = 60;
/** Of posts whose letters say nothing and that have no others beside them. */
const fallbackLanguage = 'en';

/** Some of many, evenly spread, so that a folder of another kind does not decide alone. */
export const spread = <Item>(items: readonly Item[], most: number): Item[] => {
  const count = Math.min(most, items.length);
  return Array.from({ length: count }, (_, index) => Math.floor((index * items.length) / count)).flatMap(
    (at) => items.slice(at, at + 1),
  );
};

/** Languages that posts have, the most frequent first. */
const countLanguages = (outcomes: readonly PostOutcome[]): string[] => {
  const counts = new Map<string, number>();
  for (const outcome of outcomes)
    if (outcome.kind === 'post' && outcome.post.language !== 'und')
      counts.set(outcome.post.language, (counts.get(outcome.post.language) ?? 0) + 1);
  return [...counts]
    .sort(([a, most], [b, count]) => count - most || (a < b ? -1 : 1))
    .map(([language]) => language);
};

const choose = (text: string, usual: readonly string[]): string => {
  const written = toWrittenWith(text);
  const [likeliest] = written.languages;
  return (
    usual.find((language) => mayBeIn(written, language)) ??
    likeliest ??
    (written.latin ? undefined : usual[0]) ??
    fallbackLanguage
  );
};

/**
 * Gives posts a language that neither they nor their words tell.
 * @param sources all of them, in an order that does not depend on the disk
 * @param read one of them; it is asked for some when the first such post comes
 */
export const createLanguageGuess = (
  sources: readonly string[],
  read: (source: string) => Promise<PostOutcome>,
): ((outcome: PostOutcome) => Promise<PostOutcome>) => {
  let usual: Promise<string[]> | undefined;
  const findUsual = async (): Promise<string[]> => {
    const outcomes: PostOutcome[] = [];
    for (const source of spread(sources, sampleSize)) outcomes.push(await read(source));
    return countLanguages(outcomes);
  };
  return async (outcome) => {
    if (outcome.kind === 'skip' || outcome.languageRule !== 'text' || outcome.post.language !== 'und')
      return outcome;
    usual ??= findUsual();
    const { title, text } = outcome.post;
    const language = choose(`${title}\n${text}`.slice(0, 2_000), await usual);
    return { ...outcome, post: { ...outcome.post, language }, languageRule: 'others' };
  };
};
