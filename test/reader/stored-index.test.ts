import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { toQuery } from '../../src/query/search-request.js';
import { type OpenMatcher, openAllParts, openIndex, openPartsOnDemand } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';

/**
 * An index of three posts, one of them long and one with a weight, two of them pinned, that was written once with this format and never again: indexes are out there. A
 * reader of a later format, or with another analyzer, may refuse it, but then says `index-format` or `index-analyzer`.
 */
const folder = join(resolve(import.meta.dirname, '../fixtures'), 'index-v5');

const matchers: readonly (readonly [string, OpenMatcher])[] = [
  ['part by part', openPartsOnDemand],
  ['whole', openAllParts],
  ['in its MiniSearch form', openMiniSearch],
];

describe('a stored index of this format', () => {
  test.each(matchers)('is still read, %s', async (_, openMatcher) => {
    const engine = await openIndex(createFileSource(folder), { now: () => 0, openMatcher });
    const ask = (...question: Parameters<typeof toQuery>) => engine.ask(toQuery(...question));
    const ids = async (...question: Parameters<typeof toQuery>) =>
      (await ask(...question)).hits.map(({ id }) => id);
    expect(engine.documentCount).toBe(3);
    expect(await ids('kettle')).toEqual(['2021-06-07-kettles.md', '2020-05-04-tea.md']);
    expect(await ids('lake')).toEqual(['2022-08-09-walk.md', '2020-05-04-tea.md']);
    const { hits: weighed } = await engine.ask({ ...toQuery('copper'), explain: true });
    expect(weighed[0]?.explanation?.factors).toEqual([{ what: 'searchWeight', factor: 2.5 }]);
    expect(await ids('node.js')).toEqual(['2020-05-04-tea.md']);
    expect(await ids('samovr')).toEqual(['2022-08-09-walk.md']);
    expect(await ids('', { tags: ['outdoors'], series: ['small things'], from: '2021' })).toEqual([
      '2022-08-09-walk.md',
    ]);
    const { facets, hits } = await ask('glacier', { facets: ['authors', 'series'] });
    expect(facets.series).toEqual([{ value: 'Small things', count: 1 }]);
    expect(hits[0]).toMatchObject({
      url: '/2022/08/09/walk.html',
      title: [{ text: 'A long walk' }],
      date: '2022-08-09',
      series: 'Small things',
    });
    expect(hits[0]?.snippets[0]).toMatchObject({
      heading: { text: 'Evening', anchor: 'evening' },
      before: true,
      after: true,
    });
    expect(hits[0]?.snippets[0].segments).toContainEqual({ text: 'glacier', highlighted: true });
  });
});
