import { createEngineOfPosts, openMatcherOfPosts } from '../../contract/engine-of-posts.js';
import { describeMatcher } from '../../contract/matcher.contract.js';
import { describeSearchEngine } from '../../contract/search-engine.contract.js';

const swaps = {
  feature: 'swaps',
  reason: 'to MiniSearch, two letters that changed places are two edits',
} as const;
const phrases = { feature: 'phrases', reason: 'MiniSearch keeps no positions' } as const;

describeSearchEngine('the MiniSearch engine', createEngineOfPosts, [swaps, phrases]);

describeMatcher('the MiniSearch matcher', async (posts) => openMatcherOfPosts(posts, 'en'), [swaps, phrases]);
