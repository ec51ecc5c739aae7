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
import { compareWords } from './compare-words.js';
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

/**
 * Each further name in common adds less: what is left to 1, times its rarity.
 * @returns by ordinal, from 0 to 1
 */
const compareNames = (
  subject: Subject,
  columns: Partial<ByValueFacet<ValueColumn>>,
  documentCount: number,
): Float64Array => {
  const scores = new Float64Array(documentCount);
  for (const facet of sharedFacets) {
    const own = new Set([...countedValuesOf(subject.values, facet)].map(toNameKey));
    const { keys = [], ordinals = [] } = columns[facet.name] ?? {};
    keys.forEach((key, at) => {
      const having = ordinals[at];
      if (having === undefined || !own.has(key)) return;
      const rarity = rarityOf(having.length, documentCount);
      for (const ordinal of having) {
        const known = scores[ordinal] ?? 0;
        scores[ordinal] = known + (1 - known) * rarity;
      }
    });
  }
  return scores;
};

/** Documents that the post links to, and that link to it. */
const findLinked = (
  ordinal: number | undefined,
  links: ReadonlyMap<number, Uint32Array>,
): ReadonlySet<number> => {
  if (ordinal === undefined) return new Set();
  const linked = new Set(links.get(ordinal));
  for (const [from, targets] of links) if (targets.includes(ordinal)) linked.add(from);
  return linked;
};

interface Ranked {
  readonly ordinal: number;
  readonly score: number;
}

/** Closest first, then newest. */
const selectClosest = (scores: Float64Array, allowed: OrdinalSet, limit: number): readonly Ranked[] => {
  const rounded = scores.map((score, ordinal) =>
    allowed.has(ordinal) ? Math.round(score / precision) * precision : 0,
  );
  const top = selectTop(rounded.length, limit, (a, b) => (rounded[b] ?? 0) - (rounded[a] ?? 0) || b - a);
  return top.map((ordinal) => ({ ordinal, score: rounded[ordinal] ?? 0 })).filter(({ score }) => score > 0);
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
  const scores = compareNames(subject, columns, store.documentCount).map((score) => nameWeight * score);
  words.ordinals.forEach((ordinal, at) => {
    scores[ordinal] = (scores[ordinal] ?? 0) + (words.scores[at] ?? 0);
  });
  for (const ordinal of findLinked(subject.ordinal, columns.links))
    scores[ordinal] = (scores[ordinal] ?? 0) + linkWeight;
  const ranked = selectClosest(scores, within, limit);
  const passages = await store.passages(
    ranked.map(({ ordinal }) => ({ ordinal, passage: 0 })),
    options,
  );
  return passages.map(({ document }, at) => ({ ...document, language, score: ranked[at]?.score ?? 0 }));
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
