/**
 * Posts of a few words are in the language of the other posts, as far as their letters allow it.
 * @module
 */
import { compareText } from '../../domain/compare-text.js';
import type { Post } from '../../domain/post.js';
import type { PostOutcome } from '../content.js';
import { mayBeIn, toWrittenWith, type WrittenWith } from './language-scripts.js';

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

const isUntold = ({ language }: Post): boolean => language === 'und';

const writtenWith = ({ title, text }: Post): WrittenWith =>
  toWrittenWith(`${title}\n${text}`.slice(0, 2_000));

/** Of a post in a multitude of others: the first of their languages that its letters allow. */
const findUsual = (written: WrittenWith, usual: readonly string[]): string | undefined =>
  usual.find(
    (language) => mayBeIn(written, language) || written.present.includes(language.split('-')[0] ?? ''),
  );

const byFrequency = (languages: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .sort(([a, most], [b, count]) => count - most || compareText(a, b))
    .map(([language]) => language);
};

/** Languages that posts have, the most frequent first; those whose letters alone tell theirs count too. */
const countLanguages = (posts: readonly Post[]): string[] => {
  const told = posts.filter((post) => !isUntold(post)).map(({ language }) => language);
  const usual = byFrequency(told);
  const byLetters = posts.filter(isUntold).flatMap((post) => {
    const written = writtenWith(post);
    return written.languages.length === 0 ? [] : (findUsual(written, usual) ?? written.languages[0] ?? []);
  });
  return byFrequency([...told, ...byLetters]);
};

const choose = (post: Post, usual: readonly string[]): string => {
  const written = writtenWith(post);
  const [likeliest] = written.languages;
  return findUsual(written, usual) ?? likeliest ?? (written.latin ? undefined : usual[0]) ?? fallbackLanguage;
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
  const readUsual = async (): Promise<string[]> => {
    const silent: Post[] = [];
    const declaring: Post[] = [];
    for (const source of spread(sources, sampleSize)) {
      const outcome = await read(source);
      if (outcome.kind === 'skip') continue;
      const posts = outcome.languageRule === 'front matter' ? declaring : silent;
      posts.push(outcome.post);
    }
    // Where few say their language, those are the exceptions.
    return countLanguages(declaring.length < silent.length ? silent : [...silent, ...declaring]);
  };
  return async (outcome) => {
    if (outcome.kind === 'skip' || outcome.languageRule !== 'text' || !isUntold(outcome.post)) return outcome;
    usual ??= readUsual();
    const language = choose(outcome.post, await usual);
    return { ...outcome, post: { ...outcome.post, language }, languageRule: 'others' };
  };
};
