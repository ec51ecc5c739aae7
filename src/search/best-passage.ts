/**
 * Which passage of a document answers best.
 * @module
 */

import type { PassagePlace } from '../documents/document-store.js';
import type { SearchOptions } from '../domain/search.js';
import type { PassageTerms } from '../engines/matcher.js';
import type { ShardMatches } from './match-shard.js';
import { weighTerms } from './weigh-terms.js';

/** The passage whose terms weigh most, of equals the earliest; the first if none holds any. */
const heaviest = (passages: readonly PassageTerms[]): number => {
  let best = 0;
  let most = 0;
  for (const { passage, terms } of passages) {
    const weight = weighTerms(terms);
    if (weight <= most) continue;
    best = passage;
    most = weight;
  }
  return best;
};

/** A passage and how many its document has. */
export interface FoundPassage extends PassagePlace {
  readonly count: number;
}

/** @returns the best passage of each document, in the order of `ordinals` */
export const findBestPassages = async (
  { shard, matches }: ShardMatches,
  ordinals: readonly number[],
  options: SearchOptions,
): Promise<readonly FoundPassage[]> => {
  const counts = await shard.store.passageCounts(ordinals, options);
  const found = ordinals.map((ordinal, at) => ({ ordinal, count: counts[at] ?? 1 }));
  // Where there is one passage, or no word to look for, there is nothing to ask.
  const long = matches.terms.size === 0 ? [] : found.filter(({ count }) => count > 1);
  const asked = long.map(({ ordinal }) => ordinal);
  const known = asked.length === 0 ? [] : await shard.matcher.locate(matches, asked, options);
  const best = new Map(long.map(({ ordinal }, at) => [ordinal, heaviest(known[at] ?? [])]));
  return found.map(({ ordinal, count }) => ({
    ordinal,
    passage: Math.min(best.get(ordinal) ?? 0, count - 1),
    count,
  }));
};
