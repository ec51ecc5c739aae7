/** What holds whatever the posts and the question are. */
import { expect, it } from 'vitest';
import { facetNames } from '../../src/domain/facets.js';
import { everyTag } from '../../src/query/every-tag.js';
import { blog, createPost } from './posts.js';
import { ask, type Subject, tagsOf } from './subject.js';

export const describeHoldingUp = (subject: () => Subject): void => {
  it('answers the same whatever order the posts came in', async () => {
    const other = await subject().createEngine(blog.toReversed());
    for (const text of ['spark cluster', 'データ', '', 'kubernates clo']) {
      const query = ask(text, { facets: facetNames });
      expect(await other.ask(query)).toEqual(await subject().engine.ask(query));
    }
  });

  it('answers from an empty index', async () => {
    const empty = await subject().createEngine([]);
    expect(await empty.ask(ask('spark', { facets: facetNames }))).toMatchObject({
      total: 0,
      hits: [],
      facets: Object.fromEntries(facetNames.map((name) => [name, []])),
    });
    expect(await tagsOf(empty)).toEqual([]);
    expect(await empty.post('a')).toBeUndefined();
    expect([empty.documentCount, empty.languages]).toEqual([0, []]);
  });

  it('knows words that are names of object properties', async () => {
    const odd = await subject().createEngine([
      createPost({
        id: '__proto__',
        text: 'constructor __proto__ toString',
        tags: ['constructor', '__proto__'],
      }),
    ]);
    for (const text of ['constructor', '__proto__', 'tostring', 'hasOwnProp constructor']) {
      expect((await odd.ask(ask(text))).total).toBe(1);
    }
    expect((await odd.ask(ask('valueOf'))).total).toBe(0);
    expect((await tagsOf(odd)).map(({ value }) => value)).toEqual(['__proto__', 'constructor']);
    expect((await odd.post('__proto__'))?.id).toBe('__proto__');
  });

  it('rejects with the reason of a signal that was aborted', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(subject().engine.ask(ask('spark'), { signal })).rejects.toBe(reason);
    await expect(subject().engine.ask(everyTag, { signal })).rejects.toBe(reason);
    await expect(subject().engine.post('about.md', { signal })).rejects.toBe(reason);
  });
};
