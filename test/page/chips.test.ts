import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { facetNames, mapValueFacets, valueFacets } from '../../src/domain/facets.js';
import type { SearchEngine, SearchQuery } from '../../src/domain/search.js';
import { parseAddress, toQuestion } from '../../src/page/parse-address.js';
import { renderFacets } from '../../src/page/render-facets.js';
import { english } from '../../src/page/wording/english.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { blog } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

let engine: SearchEngine;
beforeAll(async () => {
  engine = await createEngineOfPosts(blog);
});

const names = [...new Set(blog.flatMap((post) => [...post.tags, ...post.categories, ...post.authors]))];
/** As links of the page can make them: at most one group a facet. */
const question: fc.Arbitrary<SearchQuery> = fc
  .record({
    text: fc.constantFrom('', 'spark', 'cluster notes', 'cloud'),
    all: fc.record({
      ...mapValueFacets(({ name }) => {
        const own = blog.flatMap((post) => post[name] ?? []);
        return fc
          .array(fc.constantFrom(...own, ...names), { minLength: 1, maxLength: 3 })
          .map((group) => [group]);
      }),
      languages: fc.subarray(['de', 'en', 'ja'], { minLength: 1, maxLength: 2 }),
    }),
    chosen: fc.subarray(['languages', ...valueFacets.map(({ name }) => name)], { maxLength: 2 }),
    periods: fc.subarray(['2019', '2020', '2021', '2020-03', '2021-05'], { maxLength: 2 }),
  })
  .map(({ text, all, chosen, periods }) => {
    const filters = Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name)));
    return ask(text, { filters: { ...filters, periods }, facets: facetNames });
  });

interface Chip {
  readonly key: string;
  readonly count: number;
  readonly isActive: boolean;
  readonly query: SearchQuery;
}

const chipsOf = async (query: SearchQuery): Promise<readonly Chip[]> => {
  const { markup } = renderFacets(await engine.ask(toQuestion(query)), query, english);
  const chips = [
    ...markup.matchAll(/<a class="(?:chip|bar)" href="(.*?)"(.*?)data-key="(.*?)"(.*?)>.*?"count">(\d+)</g),
  ];
  return chips.flatMap(([, address = '', , key = '', rest = '', count]) => {
    const { query: next } = parseAddress(new URLSearchParams(address.replaceAll('&amp;', '&')));
    return next ? [{ key, count: Number(count), isActive: rest.includes('aria-current'), query: next }] : [];
  });
};

/** What a question asks of a facet beside the value of a chip. */
const othersOf = ({ filters }: SearchQuery, key: string): readonly string[] => {
  const [facet = '', ...rest] = key.split(':');
  const asked =
    facet === 'years' || facet === 'months'
      ? (filters.periods ?? [])
      : facet === 'languages'
        ? (filters.languages ?? [])
        : (filters[facet as 'tags'] ?? []).flat();
  return asked.filter((value) => value.toLowerCase() !== rest.join(':').toLowerCase());
};

const idsOf = async (query: SearchQuery): Promise<ReadonlySet<string>> =>
  new Set((await engine.ask({ ...query, limit: 100 })).hits.map(({ id }) => id));

test('a chip adds the posts that it counts to those that its facet lets pass, and takes them away again', async () => {
  const met = { alone: 0, joining: 0, lifted: 0 };
  await fc.assert(
    fc.asyncProperty(question, async (query) => {
      const before = await idsOf(query);
      for (const chip of await chipsOf(query)) {
        const after = await idsOf(chip.query);
        const others = othersOf(query, chip.key);
        if (chip.isActive) {
          const again = (await chipsOf(chip.query)).find(({ key }) => key === chip.key);
          // A value that nothing answers any more is no chip.
          if (again === undefined) continue;
          expect([again.count, again.isActive]).toEqual([chip.count, false]);
          met.lifted += 1;
        } else if (othersOf(chip.query, chip.key).length === 0) {
          expect(after.size, chip.key).toBe(chip.count);
          met.alone += 1;
        } else if (others.every((value) => othersOf(chip.query, chip.key).includes(value))) {
          expect(
            [...before].every((id) => after.has(id)),
            chip.key,
          ).toBe(true);
          const added = after.size - before.size;
          expect(added, chip.key).toBeLessThanOrEqual(chip.count);
          expect(after.size, chip.key).toBeGreaterThanOrEqual(chip.count);
          if (added > 0) met.joining += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(met.alone).toBeGreaterThan(700);
  expect(met.joining).toBeGreaterThan(90);
  expect(met.lifted).toBeGreaterThan(35);
});
