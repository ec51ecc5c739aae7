/**
 * Words that some language has are no misspellings in the others: whoever asks for `dask` does not mean the German `das`.
 * @module
 */
import { few } from '../analysis/expansion.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { ShardMatches } from './match-shard.js';

const mayStandForOthers = ({ forms, excluded }: QueryWord): boolean =>
  !excluded && forms.some((form) => form.kind === 'term' && (form.prefix === 'scarce' || form.maxEdits > 0));

/** How many have what `das*` begins says nothing of `das`. */
const isWildcard = ({ forms }: QueryWord): boolean =>
  forms.some((form) => form.kind === 'term' && form.prefix === 'always');

/** @returns the words, as typed, of which the posts of all shards together have enough */
export const findSettled = (matches: readonly ShardMatches[]): ReadonlySet<string> => {
  const documents = new Map<string, number>();
  for (const { asked, matches: found } of matches) {
    asked.words.forEach((word, number) => {
      if (word.excluded || isWildcard(word)) return;
      const others = documents.get(word.text) ?? 0;
      documents.set(word.text, others + (found.words[number]?.documents ?? 0));
    });
  }
  return new Set([...documents].flatMap(([text, count]) => (count > few ? [text] : [])));
};

/** Whether a shard, which finds little of such a word, took others for it. */
export const isUnsettled = ({ asked, matches }: ShardMatches, settled: ReadonlySet<string>): boolean =>
  asked.words.some(
    (word, number) =>
      settled.has(word.text) && mayStandForOthers(word) && (matches.words[number]?.documents ?? 0) <= few,
  );
