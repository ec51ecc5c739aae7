import { createEngineOfPosts } from '../../contract/engine-of-posts.js';
import { describeSearchEngine } from '../../contract/search-engine.contract.js';

describeSearchEngine('the MiniSearch engine', createEngineOfPosts);
