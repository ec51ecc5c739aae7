/**
 * Words that some language has are no misspellings in the others: whoever asks for `dask` does not mean the German `das`.
 * @module
 */
import { few } from '../analysis/expansion.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { CountedShard } from './match-together.js';

const mayStandForOthers = ({ forms, excluded }: QueryWord): boolean =>
  !excluded && forms.some((form) => form.kind === 'term' && (form.prefix === 'scarce' || form.maxEdits > 0));

/** How many have what `das*` begins says nothing of `das`. */
const isWildcard = ({ forms }: QueryWord): boolean =>
  forms.some((form) => form.kind === 'term' && form.prefix === 'always');

/** @returns the words, as typed, of which the posts of all shards together have enough */
export const findSettled = (counted: readonly CountedShard[]): ReadonlySet<string> => {
  const documents = new Map<string, number>();
  for (const { query, counts } of counted) {
    query.words.forEach((word, number) => {
      if (word.excluded || isWildcard(word)) return;
      const own = counts.words[number]?.[0] ?? 0;
      documents.set(word.text, (documents.get(word.text) ?? 0) + own);
    });
  }
  return new Set([...documents].flatMap(([text, count]) => (count > few ? [text] : [])));
};

/** Whether a shard, which finds little of such a word, would take others for it. */
export const isUnsettled = ({ query, counts }: CountedShard, settled: ReadonlySet<string>): boolean =>
  query.words.some(
    (word, number) =>
      settled.has(word.text) && mayStandForOthers(word) && (counts.words[number]?.[0] ?? 0) <= few,
  );
