import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupTranslations } from '../../src/documents/translations.js';
import type { Post } from '../../src/domain/post.js';
import type { Hit, SearchEngine, SearchFilters } from '../../src/domain/search.js';
import { contractNow } from '../contract/contract-now.js';
import { createEngineOfPosts as openMiniSearch } from '../contract/engine-of-posts.js';
import { createPost, toDate } from '../contract/posts.js';
import { ask } from '../contract/subject.js';
import { createEngineOfPosts } from '../engines/compiled/engine-of-posts.js';

const languages = ['cs', 'de', 'en'];
const words = ['kettle', 'water', 'cups', 'green', 'leaves'];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((list) => list.join(' '));

const blog: fc.Arbitrary<readonly Post[]> = fc
  .array(
    fc.record({
      language: fc.constantFrom(...languages),
      key: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      title: text,
      text,
      tags: fc.subarray(['tea', 'Tea', 'food']),
      year: fc.constantFrom('2019', '2020'),
      isExpired: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 4, maxLength: 24 },
  )
  .map((list) =>
    list.map(({ key, year, isExpired, ...post }, at) =>
      createPost({
        ...post,
        id: `${at}.md`,
        date: toDate(`${year}-02-03`),
        ...(key !== undefined && { translationKey: `key ${key}` }),
        ...(isExpired && { expires: contractNow / 1_000 - 1 }),
      }),
    ),
  );

/** All hits, page by page. */
const page = async (
  engine: SearchEngine,
  question: string,
  rest: Parameters<typeof ask>[1],
): Promise<readonly Hit[]> => {
  const hits: Hit[] = [];
  for (;;) {
    const found = await engine.ask(ask(question, { ...rest, limit: 2, offset: hits.length }));
    hits.push(...found.hits);
    if (found.hits.length === 0) return hits;
  }
};

const select = (facet: string, value: string): SearchFilters => {
  if (facet === 'languages') return { languages: [value] };
  if (facet === 'years') return { from: `${value}-01-01`, to: `${value}-12-31` };
  return { [facet]: [[value]] };
};

describe('translations of a post', () => {
  it('are one hit, that of the reader where it answers, which says the others', async () => {
    const met = { joined: 0, preferred: 0, listed: 0, expired: 0 };
    await fc.assert(
      fc.asyncProperty(
        blog,
        fc.constantFrom('', ...words, 'green kettle'),
        fc.constantFrom(...languages),
        async (posts, question, reader) => {
          const engine = await createEngineOfPosts(posts);
          const groups = groupTranslations(posts);
          const groupOf = (id: string) => {
            const post = posts.find((one) => one.id === id);
            return post && groups.get(post)?.group;
          };
          const hits = await page(engine, question, { prefer: [reader] });
          const all = await Promise.all(
            languages.map((language) => page(engine, question, { filters: { languages: [language] } })),
          );
          const alone = all.flat();
          const shown = hits.map(({ id }) => groupOf(id) ?? id);
          expect(new Set(shown).size).toBe(shown.length);
          expect(new Set(shown)).toEqual(new Set(alone.map(({ id }) => groupOf(id) ?? id)));
          if (shown.length < alone.length) met.joined += 1;
          for (const { id, language, translations = [] } of hits) {
            const group = groupOf(id);
            const others = posts.filter((post) => post.id !== id && groups.get(post)?.group === group);
            const visible = group === undefined ? [] : others.filter(({ expires }) => expires === undefined);
            expect(translations).toEqual(
              visible
                .map((post) => ({ language: post.language, url: post.url, title: post.title }))
                .sort((a, b) => (a.language < b.language ? -1 : 1)),
            );
            const ofReader = all[languages.indexOf(reader)]?.some((hit) => groupOf(hit.id) === group);
            if (group === undefined || others.length === 0) continue;
            if (ofReader) expect(language).toBe(reader);
            if (ofReader) met.preferred += 1;
            if (visible.length > 0) met.listed += 1;
            if (visible.length < others.length) met.expired += 1;
          }
        },
      ),
    );
    expect(met.joined).toBeGreaterThan(30);
    expect(met.preferred).toBeGreaterThan(30);
    expect(met.listed).toBeGreaterThan(50);
    expect(met.expired).toBeGreaterThan(10);
  });

  it('count once for a value of a facet, as often as it gives hits when it is selected', async () => {
    const met = { repeated: 0, values: 0, narrowed: 0 };
    await fc.assert(
      fc.asyncProperty(
        blog,
        fc.constantFrom('', ...words),
        fc.constantFrom({}, {}, { tags: [['food']] }, { languages: ['de', 'en'] }),
        async (posts, question, filters) => {
          const engine = await createEngineOfPosts(posts);
          const facets = ['tags', 'years', 'languages'] as const;
          const found = await engine.ask(ask(question, { facets, filters, limit: 100 }));
          expect(found.total).toBe(found.hits.length);
          for (const facet of facets) {
            for (const { value, count } of found.facets[facet] ?? []) {
              const selected = { ...filters, ...select(facet, value) };
              expect((await engine.ask(ask(question, { filters: selected }))).total).toBe(count);
              met.values += 1;
              if (Object.keys(filters).length > 0) met.narrowed += 1;
            }
          }
          const tea = found.hits.filter((hit) => hit.tags.includes('tea')).length;
          const asked = found.facets.tags?.find(({ value }) => value.toLowerCase() === 'tea')?.count ?? 0;
          if (tea < asked) met.repeated += 1;
        },
      ),
    );
    expect(met.values).toBeGreaterThan(200);
    expect(met.narrowed).toBeGreaterThan(50);
    expect(met.repeated).toBeGreaterThan(5);
  });

  const group = (language: string, rest: Partial<Post> = {}): Post =>
    createPost({
      id: `${language}.md`,
      language,
      translationKey: 'one',
      title: 'Kettle',
      text: 'Tea',
      ...rest,
    });

  it.each([
    ['our own engine', createEngineOfPosts],
    ['MiniSearch', openMiniSearch],
  ])('stand where the best of them does, and %s says why', async (_name, open) => {
    const engine = await open([
      group('de', { title: 'Kessel', text: 'Ein kettle für Tee, und viele Worte mehr' }),
      group('en', { title: 'Green kettle', text: 'A green kettle, a kettle that is green' }),
      createPost({ id: 'other.md', title: 'Water', text: 'A kettle of green' }),
      createPost({ id: 'none.md', title: 'Cups', text: 'None of it' }),
    ]);
    const { hits, total } = await engine.ask(ask('green kettle', { prefer: ['de'], explain: true }));
    expect(total).toBe(2);
    expect(hits.map(({ id }) => id)).toEqual(['de.md', 'other.md']);
    const { score = 0, explanation } = hits[0] ?? {};
    const factors = explanation?.factors ?? [];
    expect(factors.map(({ what }) => what)).toContain('translation');
    const product = factors.reduce(
      (sum, { factor }) => sum * factor,
      (explanation?.parts ?? []).reduce((sum, part) => sum + part.score, 0),
    );
    expect(product).toBeCloseTo(score, 9);
    expect(hits[0]?.translations).toEqual([{ language: 'en', url: '/en/', title: 'Green kettle' }]);
  });

  it('show the language that most posts are in where nothing tells', async () => {
    const engine = await createEngineOfPosts([group('cs'), group('en'), createPost({ id: 'more.md' })]);
    const { hits } = await engine.ask(ask(''));
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['en.md', 'more.md']);
  });

  it('are none where two posts of one language say so', async () => {
    const engine = await createEngineOfPosts([
      group('cs'),
      group('en'),
      group('en', { id: 'again.md', url: '/again/' }),
    ]);
    const { hits, total } = await engine.ask(ask(''));
    expect(total).toBe(3);
    expect(hits.every(({ translations }) => translations === undefined)).toBe(true);
  });
});
