/** Scores of several languages in one order. */
import { describe, expect, it } from 'vitest';
import { createEngineOfPosts as openMiniSearch } from '../contract/engine-of-posts.js';
import { createPost } from '../contract/posts.js';
import { ask } from '../contract/subject.js';
import { createEngineOfPosts } from '../engines/compiled/engine-of-posts.js';

const times = (count: number, language: string, title: string, text: string) =>
  Array.from({ length: count }, (_, at) =>
    createPost({ id: `${language}/${title}-${at}.md`, language, title: `${title} ${at}`, text }),
  );

/** `released` is in most English posts, and in one German. */
const blog = [
  ...times(12, 'en', 'Notes', 'Ruby was released, and many things are in it for those who wait.'),
  createPost({
    id: 'en/ruby.md',
    title: 'Ruby 3.4 released',
    text: 'Ruby 3.4 was released with a new parser.',
  }),
  ...times(9, 'de', 'Notizen', 'Ruby ist da, und vieles steckt darin für alle, die warten.'),
  createPost({
    id: 'de/ruby.md',
    language: 'de',
    title: 'Ruby 3.4 released',
    text: 'Die Version 3.4 ist da: released, wie es auf Englisch heißt.',
  }),
  createPost({ id: 'cs/zaloha.md', language: 'cs', title: 'Záloha', text: 'Jak na ni.' }),
  ...times(4, 'cs', 'Data', 'Ruby a záloha dat.'),
];

describe.each([
  ['our own engine', createEngineOfPosts],
  ['MiniSearch', openMiniSearch],
])('several languages, by %s,', (_name, open) => {
  it('put that of the question first, and that of the reader where posts are as good', async () => {
    const engine = await open(blog);
    const first = async (text: string, prefer: readonly string[] = []) =>
      (await engine.ask(ask(text, { prefer }))).hits[0]?.id;
    expect(await first('ruby 3.4 released')).toBe('en/ruby.md');
    expect(await first('ruby 3.4', ['de'])).toBe('de/ruby.md');
    expect(await first('ruby 3.4', ['en-US'])).toBe('en/ruby.md');
    expect(await first('záloha')).toBe('cs/zaloha.md');
    expect(await first('záloha', ['en'])).toBe('cs/zaloha.md');
    // All words are before few of them, whatever the reader reads.
    expect(await first('ruby released parser', ['de'])).toBe('en/ruby.md');
  });

  it('find the same posts as each by itself, by the same words', async () => {
    const engine = await open(blog);
    for (const text of ['ruby 3.4 released', 'záloha dat', 'ruby -released', 'warten']) {
      const together = await engine.ask(ask(text, { limit: 100, facets: ['languages'] }));
      for (const language of engine.languages) {
        const alone = await engine.ask(ask(text, { limit: 100, filters: { languages: [language] } }));
        const own = together.hits.filter((hit) => hit.language === language).map(({ id }) => id);
        expect(own.toSorted()).toEqual(alone.hits.map(({ id }) => id).toSorted());
        const counted = together.facets.languages?.find(({ value }) => value === language)?.count ?? 0;
        expect(counted).toBe(alone.total);
      }
    }
  });

  it('say in an explanation what the language takes', async () => {
    const engine = await open(blog);
    const { hits } = await engine.ask(ask('ruby 3.4 released', { limit: 100, explain: true }));
    let met = 0;
    for (const { score, language, explanation } of hits) {
      const { parts = [], factors = [] } = explanation ?? {};
      const sum = parts.reduce((total, part) => total + part.score, 0);
      expect(factors.reduce((product, { factor }) => product * factor, sum)).toBeCloseTo(score, 9);
      if (language === 'de') expect(factors.map(({ what }) => what)).toEqual(['language']);
      if (language === 'de') met += 1;
    }
    expect(met).toBeGreaterThan(0);
  });

  it('do not depend on whether languages are counted', async () => {
    const engine = await open(blog);
    const filters = { languages: ['de', 'en'] };
    const { hits } = await engine.ask(ask('ruby released', { filters }));
    const counted = await engine.ask(ask('ruby released', { filters, facets: ['languages'] }));
    expect(counted.hits).toEqual(hits);
    expect(counted.facets.languages?.map(({ value }) => value)).toContain('cs');
  });
});
