/**
 * `npx tsx test/relevance/measure-related.ts <folder of corpora> <blog> [language]`: how often posts that are related without a look at
 * tags, categories, series and links have one in common. Prints lists to read, too.
 * @module
 */
import { join } from 'node:path';
import process from 'node:process';
import MiniSearch from 'minisearch';
import { createAnalyzer } from '../../src/analysis/index.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { resolveLinks } from '../../src/documents/links.js';
import { toNameKey } from '../../src/domain/name-key.js';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import { createMiniSearchOptions, toDocument } from '../../src/minisearch.js';
import { openAllParts } from '../../src/reader/open-index.js';
import { loadPosts } from '../bench/corpus-posts.js';
import { createMemorySource, openEngine } from '../engines/compiled/engine-of-posts.js';

/** Posts that are asked for. */
const asked = 5;
/** A name that more posts than this share have says little. */
const mostCommon = 0.1;
/** Posts of which lists are printed. */
const printed = 12;
const shown = 3;

const open = async (posts: readonly Post[]): Promise<SearchEngine> =>
  openEngine(await createMemorySource(posts, { minisearch: false }), openAllParts);

const withoutRelations = ({ series: _series, links: _links, ...post }: Post): Post => ({
  ...post,
  tags: [],
  categories: [],
});

/** What was held out: by id of a post, the ids of those that have a name, or a link, in common with it. */
type Relations = ReadonlyMap<string, ReadonlySet<string>>;

const relate = (groups: Iterable<readonly string[]>): Relations => {
  const related = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const id of group) {
      const others = related.get(id) ?? new Set<string>();
      for (const other of group) if (other !== id) others.add(other);
      related.set(id, others);
    }
  }
  return related;
};

const relateByNames = (posts: readonly Post[]): Relations => {
  const groups = new Map<string, string[]>();
  for (const { id, tags, categories, series } of posts) {
    const names = [...tags.map((tag) => `#${tag}`), ...categories, ...(series === undefined ? [] : [series])];
    for (const key of new Set(names.map(toNameKey))) groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return relate(
    [...groups.values()].filter((ids) => ids.length > 1 && ids.length <= mostCommon * posts.length),
  );
};

const relateByLinks = (posts: readonly Post[]): Relations => {
  const sorted = sortDocuments(posts);
  const idOf = (ordinal: number): string => sorted[ordinal]?.id ?? '';
  return relate(
    [...resolveLinks(sorted)].flatMap(([from, targets]) => [...targets].map((to) => [idOf(from), idOf(to)])),
  );
};

interface Row {
  readonly way: string;
  /** Of the first five, the share that has what was held out in common; over the posts that have it in common with any. */
  readonly precision: number;
  /** Posts of whose first five any has. */
  readonly hits: number;
}

const measure = (way: string, lists: ReadonlyMap<string, readonly string[]>, relations: Relations): Row => {
  let found = 0;
  let possible = 0;
  let hits = 0;
  for (const [id, related] of relations) {
    const right = (lists.get(id) ?? []).filter((other) => related.has(other)).length;
    found += right;
    possible += Math.min(asked, related.size);
    hits += right > 0 ? 1 : 0;
  }
  return { way, precision: found / possible, hits: hits / relations.size };
};

/** What five posts that are drawn of all would have, in the mean. */
const measureChance = (count: number, relations: Relations): Row => {
  let found = 0;
  let possible = 0;
  let hits = 0;
  for (const { size } of relations.values()) {
    const share = size / (count - 1);
    found += asked * share;
    possible += Math.min(asked, size);
    hits += 1 - (1 - share) ** asked;
  }
  return { way: 'drawn by lot', precision: found / possible, hits: hits / relations.size };
};

const listByTitle = (posts: readonly Post[], language: string): ReadonlyMap<string, readonly string[]> => {
  const index = new MiniSearch(createMiniSearchOptions(createAnalyzer(language)));
  index.addAll(posts.map(toDocument));
  return new Map(
    posts.map(({ id, title }) => [
      id,
      index
        .search(title)
        .map((result) => String(result.id))
        .filter((other) => other !== id)
        .slice(0, asked),
    ]),
  );
};

const listRelated = async (
  engine: SearchEngine,
  posts: readonly Post[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const lists = new Map<string, readonly string[]>();
  for (const { id } of posts)
    lists.set(
      id,
      ((await engine.related(id, asked)) ?? []).map((related) => related.id),
    );
  return lists;
};

const print = async (engine: SearchEngine, posts: readonly Post[]): Promise<void> => {
  const step = Math.max(1, Math.floor(posts.length / printed));
  for (const post of posts.filter((_, at) => at % step === Math.min(3, step - 1)).slice(0, printed)) {
    const related = (await engine.related(post.id, shown)) ?? [];
    console.log(
      `| ${post.title} | ${related.map(({ title, score }) => `${title} (${score.toFixed(2)})`).join('<br>')} |`,
    );
  }
};

const [folder, blog, language = 'en'] = process.argv.slice(2);
if (folder === undefined || blog === undefined) throw new Error('Name the folder of corpora and a blog.');
const posts = (await loadPosts(join(folder, blog))).filter((post) => post.language === language);
const started = performance.now();
const blind = await listRelated(await open(posts.map(withoutRelations)), posts);
const milliseconds = (performance.now() - started) / posts.length;
const byTitle = listByTitle(posts.map(withoutRelations), language);
console.log(`${blog}, ${posts.length} posts in ${language}, ${milliseconds.toFixed(1)} ms each`);
for (const [held, relations] of [
  ['a name', relateByNames(posts)],
  ['a link', relateByLinks(posts)],
] as const) {
  if (relations.size === 0) continue;
  console.log(`${held} in common with any: ${relations.size} posts`);
  for (const { way, precision, hits } of [
    measure('related', blind, relations),
    measure('MiniSearch, asked the title', byTitle, relations),
    measureChance(posts.length, relations),
  ])
    console.log(
      `  ${way.padEnd(28)} ${(100 * precision).toFixed(1)} % of five, ${(100 * hits).toFixed(1)} % of posts`,
    );
}
await print(await open(posts), posts);
