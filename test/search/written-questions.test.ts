/** What the language of questions does to an answer, from the text on. */
import { describe, expect, it } from 'vitest';
import { createPost, toDate } from '../contract/posts.js';
import { findIds, openRanked, toAsked } from './ranked-posts.js';

const posts = [
  createPost({ id: 'a', date: toDate('2020-01-01'), text: 'searching kettles', authors: ['serching'] }),
  createPost({ id: 'b', date: toDate('2021-01-01'), text: 'green tea', tags: ['tea'] }),
  createPost({ id: 'c', language: 'de', date: toDate('2022-01-01'), text: 'kettles', tags: ['tea'] }),
];

describe('a text', () => {
  it.each<[text: string, ids: readonly string[]]>([
    ['', ['c', 'b', 'a']],
    ['?!', []],
    ['tag:tea', ['c', 'b']],
    ['-tag:tea', ['a']],
    ['-kettles', ['b']],
    ['tag:tea -kettles', ['b']],
    ['lang:de', ['c']],
    ['kettles lang:de', ['c']],
    ['kettles -lang:de', ['a']],
    ['year:2020', ['a']],
    ['after:2020 kettles', ['c']],
  ])('%s', async (text, ids) => {
    const engine = await openRanked(posts);
    expect(await findIds(engine, text)).toEqual(ids);
    if (!text.includes(' kettles') && !text.startsWith('kettles'))
      expect((await engine.ask(toAsked(text))).hits.every(({ score }) => score === 0)).toBe(true);
  });

  it('is told as it was understood, with the words that had to go, and with a likelier one', async () => {
    const engine = await openRanked(posts);
    const understood = async (text: string) => (await engine.ask(toAsked(text))).understood;
    expect(await understood(' TAG:tea   green  zebra')).toEqual({
      text: 'tag:tea green zebra',
      dropped: ['zebra'],
    });
    expect(await understood('serching')).toEqual({ text: 'serching', dropped: [], didYouMean: 'searching' });
    // Not the name of the author.
    const { didYouMean } = await understood('author:serching serching');
    expect(didYouMean).toBe('author:serching searching');
  });
});
