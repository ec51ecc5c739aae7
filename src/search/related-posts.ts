/**
 * Posts about the same as one: those that say what it is told from others by, have rare names in common with it, or a link between them.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import { cutPassages } from '../documents/cut-passages.js';
import { countedValuesOf } from '../documents/facet-values.js';
import type { OrdinalSet } from '../documents/ordinal-set.js';
import { LookbackError } from '../domain/errors.js';
import { type ByValueFacet, type FacetValues, valueFacets } from '../domain/facets.js';
import { toNameKey } from '../domain/name-key.js';
import type { RelatedPost, SearchOptions, UnindexedPost } from '../domain/search.js';
import { allowDocuments } from './allowed-documents.js';
import { compareWords, type Scores } from './compare-words.js';
import type { AnalyzedShard } from './match-shard.js';
import { selectTop } from './select-top.js';
import type { PostWords } from './telling-words.js';

/** Posts that are given at the most. */
const maxRelated = 20;
/** Passages of the post that are looked at: of a longer one, the beginning says what it is about. */
const maxPassages = 4;
/** Facets of which a value in common says that two posts are about the same; an author writes about anything. */
const sharedFacets = valueFacets.filter(({ name }) => name !== 'authors');

/** What the rarest name in common is worth, beside words: 1 is a post that says all of them. */
const nameWeight = 0.25;
/** What a link is worth, in either direction. */
const linkWeight = 0.15;

/** Scores are rounded to this: what is as close as another stays in its place when a post is added elsewhere. */
const precision = 1e-3;

/** A post, and where it is if the index has it. */
interface Subject extends PostWords {
  readonly values: FacetValues;
  readonly ordinal: number | undefined;
}

const toSubject = (
  post: FacetValues & Pick<PostWords, 'title' | 'passages'>,
  ordinal: number | undefined,
): Subject => ({
  title: post.title,
  names: [...post.tags, ...post.categories],
  passages: post.passages.slice(0, maxPassages),
  values: post,
  ordinal,
});

const readSubject = async (
  { store }: AnalyzedShard,
  ordinal: number,
  options: SearchOptions,
): Promise<Subject> => {
  const [count = 1] = await store.passageCounts([ordinal], options);
  const places = Array.from({ length: Math.min(count, maxPassages) }, (_, passage) => ({ ordinal, passage }));
  const passages = await store.passages(places, options);
  const [first] = passages;
  if (first === undefined) throw new LookbackError('index-corrupt', 'The index lacks a post that it names.');
  return toSubject({ ...first.document, passages }, ordinal);
};

/** 1 for a name that one other document has, less the more have it, 0 where all do. */
const rarityOf = (documents: number, documentCount: number): number =>
  documentCount < 3 ? 0 : Math.max(0, 1 - Math.log(Math.max(1, documents - 1)) / Math.log(documentCount - 1));

/** Each further name in common adds less: what is left to 1, times its rarity. */
const compareNames = (
  subject: Subject,
  columns: Partial<ByValueFacet<ValueColumn>>,
  documentCount: number,
): Scores => {
  const scores = new Map<number, number>();
  for (const facet of sharedFacets) {
    const own = new Set([...countedValuesOf(subject.values, facet)].map(toNameKey));
    const { keys = [], ordinals = [] } = columns[facet.name] ?? {};
    keys.forEach((key, at) => {
      const having = ordinals[at];
      if (having === undefined || !own.has(key)) return;
      const rarity = rarityOf(having.length, documentCount);
      for (const ordinal of having) {
        const known = scores.get(ordinal) ?? 0;
        scores.set(ordinal, known + (1 - known) * rarity);
      }
    });
  }
  return scores;
};

/** Documents that the post links to, and that link to it. */
const findLinked = (ordinal: number | undefined, links: ReadonlyMap<number, Uint32Array>): Scores => {
  if (ordinal === undefined) return new Map();
  const linked = [...(links.get(ordinal) ?? [])];
  for (const [from, targets] of links) if (targets.includes(ordinal)) linked.push(from);
  return new Map(linked.map((other) => [other, 1]));
};

/** Closest first, then newest. */
const rankDocuments = (
  parts: readonly (readonly [weight: number, scores: Scores])[],
  allowed: OrdinalSet,
  limit: number,
): readonly (readonly [ordinal: number, score: number])[] => {
  const sums = new Map<number, number>();
  for (const [weight, scores] of parts)
    for (const [ordinal, score] of scores)
      if (allowed.has(ordinal)) sums.set(ordinal, (sums.get(ordinal) ?? 0) + weight * score);
  const rounded = Array.from(
    sums,
    ([ordinal, sum]) => [ordinal, Math.round(sum / precision) * precision] as const,
  ).filter(([, score]) => score > 0);
  const orderOf = (at: number) => rounded[at] ?? ([0, 0] as const);
  const top = selectTop(rounded.length, limit, (a, b) => {
    const [first, closeness] = orderOf(a);
    const [second, other] = orderOf(b);
    return other - closeness || second - first;
  });
  return top.map(orderOf);
};

const findInShard = async (
  shard: AnalyzedShard,
  subject: Subject,
  limit: number,
  now: number,
  options: SearchOptions,
): Promise<readonly RelatedPost[]> => {
  const { store, language } = shard;
  const allowed = allowDocuments(shard, { filters: {}, facets: [] }, now, options).then(({ answers }) => {
    if (subject.ordinal !== undefined) answers.delete(subject.ordinal);
    return answers;
  });
  const [within, words, columns] = await Promise.all([
    allowed,
    compareWords(shard, subject, subject.ordinal !== undefined, allowed, options),
    store.columns([...sharedFacets.map(({ name }) => name), 'links'], options),
  ]);
  const ranked = rankDocuments(
    [
      [1, words],
      [nameWeight, compareNames(subject, columns, store.documentCount)],
      [linkWeight, findLinked(subject.ordinal, columns.links)],
    ],
    within,
    limit,
  );
  const passages = await store.passages(
    ranked.map(([ordinal]) => ({ ordinal, passage: 0 })),
    options,
  );
  return passages.map(({ document }, at) => ({ ...document, language, score: ranked[at]?.[1] ?? 0 }));
};

/** @returns where the post is, unless it has expired */
const findPlace = async (
  shards: readonly AnalyzedShard[],
  id: string,
  now: number,
  options: SearchOptions,
): Promise<{ readonly shard: AnalyzedShard; readonly ordinal: number } | undefined> => {
  for (const shard of shards) {
    const ordinal = await shard.store.ordinalOf(id, options);
    if (ordinal === undefined) continue;
    const { expires } = await shard.store.columns(['expires'], options);
    return (expires[ordinal] ?? Infinity) <= now ? undefined : { shard, ordinal };
  }
  return undefined;
};

const checkLimit = (limit: number): void => {
  if (Number.isInteger(limit) && limit >= 0 && limit <= maxRelated) return;
  throw new LookbackError('parameter-invalid', `\`limit\` is \`${limit}\`.`, {
    parameter: 'limit',
    hint: `Give a whole number from 0 to ${maxRelated}.`,
  });
};

/**
 * The rule of `SearchEngine.related`. Of a post it reads the first {@link maxPassages} passages, and of the index what is needed for
 * so many words as `compare-words.ts` says, however long the post is.
 * @param now seconds since the epoch
 */
export const findRelated = async (
  shards: readonly AnalyzedShard[],
  of: string | UnindexedPost,
  { limit = 5, now }: { readonly limit: number | undefined; readonly now: number },
  options: SearchOptions,
): Promise<readonly RelatedPost[] | undefined> => {
  checkLimit(limit);
  if (typeof of === 'string') {
    const place = await findPlace(shards, of, now, options);
    if (place === undefined) return undefined;
    const subject = await readSubject(place.shard, place.ordinal, options);
    return findInShard(place.shard, subject, limit, now, options);
  }
  const shard = shards.find(({ language }) => language === of.language);
  if (shard === undefined) return [];
  const ordinal = await shard.store.ordinalOf(of.id, options);
  return findInShard(shard, toSubject({ ...of, passages: cutPassages(of) }, ordinal), limit, now, options);
};
