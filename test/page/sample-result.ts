import type { Hit, SearchQuery, SearchResult, Snippet } from '../../src/domain/search.js';
import { everyPost } from '../../src/query/every-post.js';
import { usualFacets } from '../../src/query/parse-parameters.js';

/** The question that a page asks first: everything, newest first. */
export const anything: SearchQuery = {
  ...everyPost,
  facets: usualFacets,
};

export const createSnippet = (changes: Partial<Snippet> = {}): Snippet => ({
  segments: [
    { text: 'A ', highlighted: false },
    { text: 'Dask', highlighted: true },
    { text: ' worker', highlighted: false },
  ],
  before: true,
  after: false,
  heading: { text: 'The workers', anchor: 'the-workers' },
  ...changes,
});

export const createHit = (changes: Partial<Hit> = {}): Hit => ({
  id: '2019/dask.md',
  url: '/2019/08/05/dask/',
  title: [{ text: 'Dask measured', highlighted: false }],
  date: '2019-08-05',
  language: 'en',
  tags: ['dask'],
  categories: ['blog'],
  authors: [],
  score: 1,
  snippets: [createSnippet()],
  ...changes,
});

export const createResult = (changes: Partial<SearchResult> = {}): SearchResult => ({
  total: 1,
  hits: [createHit()],
  facets: {},
  understood: { text: '', dropped: [] },
  ...changes,
});
