import { describeMatcher } from '../../contract/matcher.contract.js';
import { openMatcherOfPosts } from './engine-of-posts.js';

describeMatcher('the compiled matcher', openMatcherOfPosts);
