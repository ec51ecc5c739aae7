import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SearchQuery } from '../../../src/domain/search.js';
import { createFileSource } from '../../../src/index-store/file-source.js';
import {
  type OpenMatcher,
  openAllParts,
  openIndex,
  openPartsOnDemand,
} from '../../../src/reader/open-index.js';
import { openMiniSearch } from '../../../src/reader/open-minisearch.js';

/**
 * What `lookback build` wrote of three posts, one of them long, and never written again: indexes are out there. A reader of
 * a later format, or with another analyzer, may refuse it, but then says `index-format` or `index-analyzer`.
 */
const folderOf = (version: number): string =>
  join(resolve(import.meta.dirname, '../../fixtures'), `index-v${version}`);

const ask = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: [],
  ...rest,
});

const matchers: readonly (readonly [string, OpenMatcher])[] = [['in its MiniSearch form', openMiniSearch]];

describe.each([1, 2])('a stored index of format %i', (version) => {
  test.each(matchers)('is still read, %s', async (_, openMatcher) => {
    const engine = await openIndex(createFileSource(folderOf(version)), { now: () => 0, openMatcher });
    const search = async (text: string, rest?: Partial<SearchQuery>) =>
      (await engine.ask(ask(text, rest))).hits;
    const ids = async (text: string, rest?: Partial<SearchQuery>) =>
      (await search(text, rest)).map(({ id }) => id);
    expect(engine.documentCount).toBe(3);
    expect(await ids('kettle')).toEqual(['2021-06-07-kettles.md', '2020-05-04-tea.md']);
    expect(await ids('node.js')).toEqual(['2020-05-04-tea.md']);
    expect(await ids('samovr')).toEqual(['2022-08-09-walk.md']);
    expect(await ids('', { filters: { tags: [['outdoors']], from: '2021-01-01' } })).toEqual([
      '2022-08-09-walk.md',
    ]);
    const [walk] = await search('glacier');
    expect(walk).toMatchObject({
      url: '/2022/08/09/walk.html',
      title: [{ text: 'A long walk' }],
      date: '2022-08-09',
    });
    expect(walk?.snippet).toMatchObject({
      heading: { text: 'Evening', anchor: 'evening' },
      before: true,
      after: true,
    });
    expect(walk?.snippet.segments).toContainEqual({ text: 'glacier', highlighted: true });
  });

  test.each([
    ['part by part', openPartsOnDemand],
    ['whole', openAllParts],
  ] as const)('has parts of format 1, which are refused as such, %s', async (_, openMatcher) => {
    const open = async () => {
      const engine = await openIndex(createFileSource(folderOf(version)), { now: () => 0, openMatcher });
      return engine.ask(ask('kettle'));
    };
    await expect(open()).rejects.toMatchObject({ code: 'index-format' });
  });
});
