import { describeSearchEngine } from '../../contract/search-engine.contract.js';
import { createEngineOfPosts } from './engine-of-posts.js';

describeSearchEngine('the compiled engine', createEngineOfPosts);
