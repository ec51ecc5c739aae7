import { createEngineOfPosts, openMatcherOfPosts } from '../../contract/engine-of-posts.js';
import { describeMatcher } from '../../contract/matcher.contract.js';
import { describeSearchEngine } from '../../contract/search-engine.contract.js';

describeSearchEngine('the MiniSearch engine', createEngineOfPosts, [
  { feature: 'swaps', reason: 'to MiniSearch, two letters that changed places are two edits' },
  { feature: 'first letter', reason: 'MiniSearch takes the first letter for one that may be wrong as any' },
  {
    feature: 'bounded beginnings',
    reason: 'to MiniSearch, a beginning stands for every term that it begins',
  },
]);

describeMatcher('the MiniSearch matcher', async (posts) => openMatcherOfPosts(posts, 'en'), [
  {
    feature: 'misspellings',
    reason: 'to MiniSearch, a swap is two edits and the first letter may be wrong',
  },
  { feature: 'phrases', reason: 'MiniSearch keeps no positions' },
  { feature: 'every word scores', reason: 'MiniSearch adds up the scores of the branches that match' },
]);
