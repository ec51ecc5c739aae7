/**
 * Translations of one post are one answer: of those that match, the one that the reader most likely wants.
 * @module
 */
import { dearnessOf } from '../ranking/language-order.js';
import type { ShardMatches } from './match-shard.js';

/** What a shard answers, and the groups of its documents; see `FilterColumns.translations`. */
export interface GroupedMatches extends ShardMatches {
  readonly groups: Uint32Array;
}

/** A document that has translations. */
export interface Member {
  readonly from: GroupedMatches;
  readonly ordinal: number;
  readonly score: number;
}

/**
 * @param answersOf the documents of a shard that are looked at
 * @returns by number of the group, those of which there are several
 */
export const findSeveral = (
  matches: readonly GroupedMatches[],
  answersOf: (from: GroupedMatches) => { readonly ordinals: Uint32Array; readonly scores?: Float64Array },
): ReadonlyMap<number, readonly Member[]> => {
  const byGroup = new Map<number, Member[]>();
  for (const from of matches) {
    const { ordinals, scores } = answersOf(from);
    if (from.groups.length === 0) continue;
    for (let at = 0; at < ordinals.length; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      const group = from.groups[ordinal] ?? 0;
      if (group === 0) continue;
      const member = { from, ordinal, score: scores?.[at] ?? 0 };
      const known = byGroup.get(group);
      if (known === undefined) byGroup.set(group, [member]);
      else known.push(member);
    }
  }
  for (const [group, { length }] of byGroup) if (length < 2) byGroup.delete(group);
  return byGroup;
};

/**
 * What is pinned first, then the reader's dearest language, then the better score; where nothing tells, the language that most posts
 * are in.
 */
const compareMembers =
  (prefer: readonly string[]) =>
  (a: Member, b: Member): number => {
    const placeOf = ({ from, ordinal }: Member): number => from.pinned.get(ordinal) ?? Number.MAX_VALUE;
    const dearness = ({ from }: Member): number => dearnessOf(from.shard.language, prefer);
    return (
      placeOf(a) - placeOf(b) ||
      dearness(b) - dearness(a) ||
      b.score - a.score ||
      b.from.shard.store.documentCount - a.from.shard.store.documentCount
    );
  };

/** @returns what a post is multiplied by that is shown in place of others, by ordinal; 0 for these */
const factorsOf = (
  several: Iterable<readonly Member[]>,
  prefer: readonly string[],
): ReadonlyMap<GroupedMatches, ReadonlyMap<number, number>> => {
  const compare = compareMembers(prefer);
  const factors = new Map<GroupedMatches, Map<number, number>>();
  for (const members of several) {
    const best = members.reduce((most, { score }) => Math.max(most, score), 0);
    for (const [at, { from, ordinal, score }] of members.toSorted(compare).entries()) {
      const ofShard = factors.get(from) ?? new Map<number, number>();
      ofShard.set(ordinal, at > 0 ? 0 : score > 0 ? best / score : 1);
      factors.set(from, ofShard);
    }
  }
  return factors;
};

const joinShard = (from: GroupedMatches, factors: ReadonlyMap<number, number>): ShardMatches => {
  const { answers, boosts } = from;
  const isShown = (ordinal: number): boolean => factors.get(ordinal) !== 0;
  const factorOf = (ordinal: number): number => factors.get(ordinal) ?? 1;
  const scores = answers.scores.map((score, at) => score * factorOf(answers.ordinals[at] ?? 0));
  return {
    ...from,
    answers: {
      ordinals: answers.ordinals.filter(isShown),
      scores: scores.filter((_, at) => isShown(answers.ordinals[at] ?? 0)),
    },
    boosts: [...boosts, { what: 'translation', factorOf }],
  };
};

/**
 * What is shown of a group stands where the best of the group would: who reads German finds a post as high in German as another does
 * whose language has all the words.
 */
export const joinTranslations = (
  matches: readonly GroupedMatches[],
  prefer: readonly string[],
): readonly ShardMatches[] => {
  const several = findSeveral(matches, ({ answers }) => answers);
  const factors = factorsOf(several.values(), prefer);
  return matches.map((ofShard) => {
    const own = factors.get(ofShard);
    return own === undefined ? ofShard : joinShard(ofShard, own);
  });
};
