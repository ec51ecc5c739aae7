/**
 * The engine that a contract is about, and short ways to ask it.
 * @module
 */
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine, SearchFilters, SearchQuery, SearchResult } from '../../src/domain/search.js';
import { everyTag } from '../../src/query/every-tag.js';
import { blog } from './posts.js';

/** Every tag of all visible posts. */
export const tagsOf = async (engine: SearchEngine) => (await engine.ask(everyTag)).facets.tags ?? [];

/** What an engine may be unable to do, each by itself. */
export type EngineFeature =
  /** Two letters that changed places are one edit. */
  | 'swaps'
  /** Words that are to stand one after the other stand so. */
  | 'phrases';

/** Opens an engine on posts, at the time `contractNow`. */
export type EngineFactory = (posts: readonly Post[]) => Promise<SearchEngine>;

export const ask = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: [],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
  ...rest,
});

export interface Subject {
  /** On the posts of `blog`. */
  readonly engine: SearchEngine;
  readonly createEngine: EngineFactory;
  search(text: string, rest?: Partial<SearchQuery>): Promise<SearchResult>;
  ids(text: string, rest?: Partial<SearchQuery>): Promise<readonly string[]>;
  sortedIds(text: string, filters?: SearchFilters): Promise<readonly string[]>;
}

export const createSubject = async (createEngine: EngineFactory): Promise<Subject> => {
  const engine = await createEngine(blog);
  const search: Subject['search'] = (text, rest) => engine.ask(ask(text, rest));
  const ids: Subject['ids'] = async (text, rest) => (await search(text, rest)).hits.map(({ id }) => id);
  return {
    engine,
    createEngine,
    search,
    ids,
    sortedIds: async (text, filters = {}) => (await ids(text, { filters })).toSorted(),
  };
};
