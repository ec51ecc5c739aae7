import { describe, expect, it } from 'vitest';
import type { QueryTree } from '../../src/domain/query-tree.js';
import { findDropped } from '../../src/search/dropped-words.js';
import { matchShard, toAnalyzedShard } from '../../src/search/match-shard.js';
import { toQuestion } from '../../src/search/question.js';
import { contractNow } from '../contract/contract-now.js';
import { createPost } from '../contract/posts.js';
import { toAsked } from './ranked-posts.js';
import { openTold, type Told } from './told-words.js';

const english = [createPost({ id: 'a', text: 'green kettles and C# lamps' })];
const german = [createPost({ id: 'b', language: 'de', text: 'kettles' })];
const japanese = [createPost({ id: 'c', language: 'ja', text: '全文検索' })];

const term = (text: string): QueryTree => ({ kind: 'term', text });
const most = (...words: readonly string[]): QueryTree => ({ kind: 'most', of: words.map(term) });

const dropped = async (
  tree: QueryTree,
  ...shards: readonly (readonly [posts: typeof english, told: Told])[]
): Promise<readonly string[]> => {
  const question = { ...(await toQuestion(toAsked('x'), contractNow / 1_000)), tree };
  const matches = await Promise.all(
    shards.map(async ([posts, told]) =>
      matchShard(toAnalyzedShard((await openTold(posts, told)).shard), question, {}),
    ),
  );
  return findDropped(tree, matches);
};

const gone = { isDropped: true };
const nowhere = { documents: 0 };

describe('dropped words', () => {
  it('are those that the answer was found without, as typed and each once', async () => {
    const told = { Zebra: gone, quagga: nowhere };
    const tree = most('Kettles', 'Zebra', 'quagga', 'Zebra');
    expect(await dropped(tree, [english, told])).toEqual(['Zebra', 'quagga']);
    expect(await dropped(tree, [english, {}])).toEqual([]);
  });

  it('are whole words, whatever they have in them', async () => {
    expect(await dropped(most('and', 'sand'), [english, { sand: gone }])).toEqual(['sand']);
    expect(await dropped(most('and', 'sand,'), [english, { sand: gone, and: gone }])).toEqual([
      'and',
      'sand,',
    ]);
  });

  it('are none where nothing is found', async () => {
    expect(await dropped(most('zebra', 'quagga'), [english, { zebra: gone, quagga: nowhere }])).toEqual([]);
  });

  it('are dropped in every language that answers', async () => {
    const tree = most('kettles', 'zebra', 'green');
    const [en, de]: Told[] = [{ zebra: gone }, { zebra: gone, green: gone }];
    expect(await dropped(tree, [english, en ?? {}], [german, de ?? {}])).toEqual(['zebra']);
    expect(await dropped(tree, [german, de ?? {}])).toEqual(['zebra', 'green']);
    expect(await dropped(tree, [german, de ?? {}], [japanese, {}])).toEqual(['zebra', 'green']);
  });

  it('are words side by side only, wherever these stand', async () => {
    const told = { zebra: nowhere };
    expect(await dropped({ kind: 'any', of: [term('kettles'), term('zebra')] }, [english, told])).toEqual([]);
    const phrase: QueryTree = { kind: 'phrase', text: 'green kettles' };
    const joined: QueryTree = { kind: 'all', of: [phrase, most('lamps', 'zebra')] };
    expect(await dropped(joined, [english, told])).toEqual(['zebra']);
    const excluded: QueryTree = { kind: 'all', of: [most('lamps'), { kind: 'not', of: most('zebra') }] };
    expect(await dropped(excluded, [english, told])).toEqual([]);
  });

  it('are not what is found by another word: completed, or misspelt', async () => {
    const unfinished: QueryTree = { kind: 'most', of: [term('green'), { kind: 'prefix', text: 'kettl' }] };
    expect(await dropped(unfinished, [english, { kettl: nowhere }])).toEqual([]);
  });

  it('of a script without spaces are words of which no part is there', async () => {
    const tree = most('全文検索', '文書検証');
    const parts = { 全文: gone, 文検: gone };
    expect(await dropped(tree, [japanese, parts])).toEqual([]);
    const all = { 文書: nowhere, 書検: nowhere, 検証: nowhere };
    expect(await dropped(tree, [japanese, { ...parts, ...all }])).toEqual(['文書検証']);
  });
});
