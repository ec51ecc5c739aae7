/** Which posts are about the same as one. */
import { describe, expect, it } from 'vitest';
import { contractNow } from './contract-now.js';
import { createPost, toDate } from './posts.js';
import type { Subject } from './subject.js';

const words = {
  bread: 'Sourdough needs a starter, flour and salt. The starter ferments overnight.',
  oven: 'A starter of flour in a hot oven: sourdough bread with a crust.',
  garden: 'Tomatoes climb in the garden, and beans beside them.',
  bees: 'A hive of bees stands in the garden.',
} as const;

const posts = [
  ...Object.entries(words).map(([id, text], at) =>
    createPost({ id, title: id, text, date: toDate(`2020-01-0${at + 1}`) }),
  ),
  createPost({ id: 'brot', title: 'Sourdough', language: 'de', text: words.bread, translationKey: 'bread' }),
];

export const describeRelating = (subject: () => Subject): void => {
  describe('relates', () => {
    const related = async (id: string, others: Parameters<Subject['createEngine']>[0] = posts) =>
      (await (await subject().createEngine(others)).related(id, undefined))?.map((post) => post.id);

    it('posts that say the same, in the same language, and never a post to itself', async () => {
      expect(await related('bread')).toEqual(['oven']);
      expect(await related('oven')).toEqual(['bread']);
      expect(await related('garden')).toEqual(['bees']);
      expect(await related('brot')).toEqual([]);
    });

    it('posts as they are stored, with what they are given', async () => {
      const engine = await subject().createEngine(posts);
      const [oven] = (await engine.related('bread', 1)) ?? [];
      expect(oven).toEqual({
        id: 'oven',
        url: '/oven/',
        title: 'oven',
        date: '2020-01-02',
        language: 'en',
        tags: [],
        categories: [],
        authors: [],
        score: expect.any(Number),
      });
      expect(oven?.score).toBeGreaterThan(0);
    });

    it('posts with a rare name in common, before those with a common one', async () => {
      const named = [
        createPost({ id: 'a', text: 'One.', tags: ['Rare', 'common'] }),
        createPost({ id: 'b', text: 'Two.', tags: ['common'] }),
        createPost({ id: 'c', text: 'Three.', tags: ['common'] }),
        createPost({ id: 'd', text: 'Four.', categories: ['rare'], tags: ['common', 'rare'] }),
        createPost({ id: 'e', text: 'Five.' }),
      ].map((post) => ({ ...post, title: post.text }));
      expect(await related('a', named)).toEqual(['d', 'c', 'b']);
    });

    it('posts that one links to, or that link to it', async () => {
      const linked = [
        createPost({ id: 'a', text: 'One.', links: ['/b/', '/hidden/'] }),
        createPost({ id: 'b', text: 'Two.' }),
        createPost({ id: 'c', text: 'Three.', links: ['/a/'] }),
        createPost({ id: 'd', text: 'Four.', links: ['/c/'] }),
      ].map((post) => ({ ...post, title: post.text }));
      expect(await related('a', linked)).toEqual(['c', 'b']);
      expect(await related('d', linked)).toEqual(['c']);
    });

    it('no post that has expired, and to none that has', async () => {
      const expiring = posts.map((post) =>
        post.id === 'oven' ? { ...post, expires: contractNow / 1000 - 1 } : post,
      );
      expect(await related('bread', expiring)).toEqual([]);
      expect(await related('oven', expiring)).toBeUndefined();
    });

    it('a draft to what it would be related to, and not to what it was', async () => {
      const engine = await subject().createEngine(posts);
      const bread = posts.find(({ id }) => id === 'bread');
      if (bread === undefined) throw new Error('there is bread');
      expect(await engine.related(bread, undefined)).toEqual(await engine.related('bread', undefined));
      const ids = async (draft: Partial<typeof bread>) =>
        (await engine.related({ ...bread, ...draft }, undefined))?.map(({ id }) => id);
      expect(await ids({ id: 'new' })).toEqual(['bread', 'oven']);
      expect(await ids({ id: 'new', title: 'Bees', text: 'A hive.' })).toEqual(['bees']);
      expect(await ids({ language: 'fr' })).toEqual([]);
      expect(await ids({ title: '', text: '' })).toEqual([]);
    });

    it.each(['', 'none', '__proto__', '../oven', 'x'.repeat(100_000)])(
      'nothing to the id %.20j',
      async (id) => {
        expect(await related(id)).toBeUndefined();
      },
    );

    it('as many as are asked for, 5 where nobody says', async () => {
      const alike = Array.from({ length: 30 }, (_, at) =>
        createPost({ id: `${at}`, title: `No ${at}`, text: words.bread }),
      );
      const engine = await subject().createEngine([...alike, ...posts]);
      const count = async (limit?: number) => (await engine.related('0', limit))?.length;
      expect([await count(0), await count(3), await count(20), await count()]).toEqual([0, 3, 20, 5]);
      for (const limit of [-1, 21, 1.5, Number.NaN, Infinity])
        await expect(engine.related('0', limit)).rejects.toMatchObject({
          code: 'parameter-invalid',
          parameter: 'limit',
        });
    });

    it('posts in an order that does not depend on that in which they came', async () => {
      const [one, other] = await Promise.all(
        [posts, posts.toReversed()].map((all) => subject().createEngine(all)),
      );
      for (const { id } of posts)
        expect(await other?.related(id, undefined)).toEqual(await one?.related(id, undefined));
    });
  });
};
