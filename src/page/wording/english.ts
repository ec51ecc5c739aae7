import { facets } from '../../domain/facets.js';
import { queryLanguage, subjectOf } from '../../query/language.js';
import type { Wording } from './wording.js';

export const english: Wording = {
  language: 'en',
  // Days are written 5 August 2019, which nobody takes for another day.
  locale: 'en-GB',
  direction: 'ltr',

  home: 'Home',
  searchPosts: 'Search the posts',
  search: 'Search',
  needsScript: 'Searching here needs JavaScript.',
  howToAsk: 'How to ask',
  // fromEntries does not tell that every row and every facet is there.
  meanings: Object.fromEntries(
    queryLanguage.map((row) => [subjectOf(row), row.meaning]),
  ) as Wording['meanings'],
  keys: { search: 'search', move: 'move', open: 'open', clear: 'clear' },

  total: { one: '{count} post', other: '{count} posts' },
  totalFor: { one: '{count} post for “{text}”', other: '{count} posts for “{text}”' },
  none: 'No posts',
  noneFor: 'No posts for “{text}”',
  onPage: '{total}, page {page}',

  understoodAs: 'Understood as {text}',
  answeredWithout: 'No post has all of these words: answered without {text}.',
  didYouMean: 'Did you mean {text}?',
  quoted: '“{text}”',

  suggestions: 'Suggestions',
  suggestionCount: {
    one: '{count} suggestion, arrow down to choose',
    other: '{count} suggestions, arrow down to choose',
  },
  kinds: { title: 'Post', heading: 'Heading', tag: 'Tag' },

  facets: Object.fromEntries(facets.map(({ name, title }) => [name, title])) as Wording['facets'],
  filters: 'Filters',
  filterCount: { other: 'Filters ({count})' },
  inForce: 'Filters in force',
  removeFilter: 'Remove the filter {filter}',
  clearAll: 'Clear all',
  moreValues: { other: '{count} more' },
  findValues: 'Find in {facet}',
  since: 'since {day}',
  until: 'until {day}',
  range: '{from} to {to}',
  unknownLanguage: 'Unknown',

  sortBy: 'Sort by',
  sort: 'Sort',
  orders: {
    relevance: 'Best match',
    date: 'Newest',
    'date-asc': 'Oldest',
    title: 'Title A–Z',
    'title-desc': 'Title Z–A',
    longest: 'Longest',
    shortest: 'Shortest',
  },

  onlyTag: 'Only posts tagged {tag}',
  alsoIn: 'Also in {languages}',

  nothing: 'Nothing here answers that.',
  fewerWords: 'Fewer or shorter words may.',
  withoutFilters: 'Search without the filters',
  emptyPage: 'There are no posts on this page.',
  firstPage: 'Go to the first page',

  pages: 'Pages',
  page: 'Page {page}',
  previous: 'Previous',
  next: 'Next',

  unanswered: 'The search does not answer.',
  offline: 'There is no connection to the network.',
  retry: 'Try again',
};
