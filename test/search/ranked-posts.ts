/**
 * An engine on posts and what their author says of the order of answers, from an index that is built and read as any.
 * @module
 */

import type { Post } from '../../src/domain/post.js';
import type { RankingSettings } from '../../src/domain/ranking-settings.js';
import type { SearchEngine, SearchQuery } from '../../src/domain/search.js';
import { openIndex } from '../../src/reader/open-index.js';
import { contractNow } from '../contract/contract-now.js';
import { ask as toAsked } from '../contract/subject.js';
import { createMemorySource } from '../engines/compiled/engine-of-posts.js';

/** @param now milliseconds since the epoch */
export const openRanked = async (
  posts: readonly Post[],
  ranking?: Partial<RankingSettings>,
  now = contractNow,
): Promise<SearchEngine> =>
  openIndex(await createMemorySource(posts, ranking && { ranking: { pins: [], ...ranking } }), {
    now: () => now,
  });

export { toAsked };

/** Ids, in order. */
export const findIds = async (
  engine: SearchEngine,
  text: string,
  rest: Partial<SearchQuery> = {},
): Promise<readonly string[]> => (await engine.ask(toAsked(text, rest))).hits.map(({ id }) => id);
