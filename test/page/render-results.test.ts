import { describe, expect, test } from 'vitest';
import { facets } from '../../src/domain/facets.js';
import { type SearchQuery, type SearchResult, sortOrders } from '../../src/domain/search.js';
import { renderResults } from '../../src/page/render-results.js';
import { english } from '../../src/page/wording/english.js';
import { anything, createHit, createResult, createSnippet } from './sample-result.js';

const render = (result: SearchResult, query: SearchQuery = anything): string =>
  renderResults(result, query, english).markup;

/** Where the link with this text leads, entities decoded. */
const hrefOf = (markup: string, label: string): string | undefined => {
  const links = [...markup.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  const link = links.find(([, , content = '']) => content.replace(/<[^>]*>/g, '').trim() === label);
  return link?.[1]?.replaceAll('&amp;', '&');
};

describe('a hit', () => {
  test('shows title, day, snippet with its marks, and the heading to go to', () => {
    const markup = render(createResult());
    expect(markup).toContain('<a class="hit-link" href="/2019/08/05/dask/">Dask measured</a>');
    expect(markup).toContain('<time datetime="2019-08-05">5 August 2019</time>');
    expect(markup).toContain('… A <mark>Dask</mark> worker</p>');
    expect(hrefOf(markup, 'The workers')).toBe('/2019/08/05/dask/#the-workers');
  });

  test('shows where one block of the snippet ends and the next begins', () => {
    const segments = [
      { text: 'It ends.\nA ', highlighted: false },
      { text: 'Heading', highlighted: true },
      { text: '\nIt begins', highlighted: false },
    ];
    const hit = createHit({ snippets: [{ segments, before: false, after: false }] });
    expect(render(createResult({ hits: [hit] }))).toContain(
      'It ends. · A <mark>Heading</mark> · It begins</p>',
    );
  });

  test('shows further places under their headings, each a link to its anchor', () => {
    const further = createSnippet({
      segments: [{ text: 'More', highlighted: true }],
      before: false,
      after: true,
      heading: { text: 'The bill', anchor: 'the-bill' },
    });
    const nameless = createSnippet({ heading: { text: 'Nowhere', anchor: '' } });
    const markup = render(
      createResult({ hits: [createHit({ snippets: [createSnippet(), further, nameless] })] }),
    );
    const [list = ''] = /<ul class="further">.*?<\/ul>/s.exec(markup) ?? [];
    expect(list.match(/<li>/g)).toHaveLength(2);
    expect(list.indexOf('The bill')).toBeLessThan(list.indexOf('<mark>More</mark> …'));
    expect(hrefOf(list, 'The bill')).toBe('/2019/08/05/dask/#the-bill');
    expect(list).toContain('>Nowhere</p>');
    expect(render(createResult())).not.toContain('further');
  });

  test('shows its image, of a size that is known before', () => {
    const markup = render(createResult({ hits: [createHit({ image: 'cover.png' })] }));
    expect(markup).toContain(
      '<img class="hit-image" src="/2019/08/05/dask/cover.png" alt="" width="112" height="84" loading="lazy"',
    );
    expect(render(createResult({ hits: [createHit({ image: 'javascript:alert(1)' })] }))).not.toContain(
      '<img',
    );
    expect(render(createResult())).not.toContain('<img');
  });

  test('names the other languages that it is in', () => {
    const translations = [
      { language: 'de', url: '/de/dask/', title: 'Dask gemessen' },
      { language: 'ja', url: 'javascript:alert(1)', title: 'x' },
      { language: 'cs', url: '/cs/dask/', title: 'Dask změřen' },
    ];
    const markup = render(createResult({ hits: [createHit({ translations })] }));
    const [said = ''] = /<p class="translations">.*?<\/p>/.exec(markup) ?? [];
    expect(said.replaceAll(/<[^>]*>/g, '')).toBe('Also in Deutsch and čeština');
    expect(hrefOf(said, 'Deutsch')).toBe('/de/dask/');
    expect(said).toContain('hreflang="cs"');
  });

  test('is in its own language', () => {
    expect(render(createResult({ hits: [createHit({ language: 'ja' })] }))).toContain('lang="ja"');
  });

  test('has a title but no link where its address is none', () => {
    const markup = render(createResult({ hits: [createHit({ url: 'javascript:alert(1)' })] }));
    expect(markup).toContain('Dask measured');
    expect(markup).not.toContain('javascript:');
  });

  test('keeps hostile strings as text, wherever they stand', () => {
    const hostile = `"><img src=x onerror='alert(1)'>`;
    const segments = [{ text: hostile, highlighted: true }];
    const hit = createHit({
      id: hostile,
      url: `/${hostile}`,
      title: segments,
      date: hostile,
      language: hostile,
      tags: [hostile],
      categories: [hostile],
      snippets: [
        { segments, before: false, after: false, heading: { text: hostile, anchor: hostile } },
        { segments, before: false, after: false, heading: { text: hostile, anchor: hostile } },
      ],
      image: `/${hostile}`,
      translations: [{ language: hostile, url: hostile, title: hostile }],
    });
    const values = [
      { value: hostile, count: 1 },
      { value: 'x', count: 1 },
    ];
    const result = createResult({
      total: 2,
      hits: [hit],
      facets: { tags: values, categories: values, years: values, months: values, languages: values },
    });
    const filters = {
      tags: [[hostile, 'x']],
      categories: [[hostile]],
      languages: [hostile],
      from: hostile,
      periods: [hostile],
    };
    const markup = render(result, { ...anything, text: hostile, filters });
    expect(markup).not.toMatch(/<img(?! class="hit-image" src="\/%22)|"">|onerror='/);
    expect(markup.match(/&quot;&gt;&lt;img/g)?.length).toBeGreaterThan(10);
  });

  test('a tag asks for only the posts that have it, from the first page on', () => {
    const query = { ...anything, text: 'worker', offset: 10 };
    expect(hrefOf(render(createResult(), query), 'dask')).toBe('?q=worker&tag=dask');
    const filters = { tags: [['spark']], categories: [['blog']] };
    expect(hrefOf(render(createResult(), { ...query, filters }), 'dask')).toBe(
      '?q=worker&tag=dask&category=blog',
    );
    const active = render(createResult(), { ...query, filters: { tags: [['spark', 'Dask']] } });
    expect(hrefOf(active, 'dask')).toBeUndefined();
  });
});

test('the words of the page are these and no others', () => {
  const years = ['2020', '2019'].map((value) => ({ value, count: 1 }));
  const query = {
    ...anything,
    text: 'dask',
    filters: { tags: [['dask']], from: '2019-01-01', to: '2020-12-31' },
  };
  const markup = render(createResult({ total: 12, facets: { years } }), query);
  const words = markup
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .join(' ')
    .trim();
  expect(words).toBe(
    'dask × 2019 to 2020 × Clear all Filters (2) Years 2020 1 2019 1 ' +
      'Sort by Best match Newest Oldest Title A–Z Title Z–A Longest Shortest Sort ' +
      'Dask measured … A Dask worker The workers 5 August 2019 dask 1 2 Next',
  );
});

describe('facets', () => {
  const result = createResult({
    total: 1300,
    facets: {
      tags: [
        { value: 'dask', count: 1250 },
        { value: 'c++', count: 3 },
      ],
      years: [
        { value: '2020', count: 2 },
        { value: '2019', count: 1 },
      ],
      languages: [{ value: 'en', count: 1300 }],
    },
  });

  test('count, and narrow the question', () => {
    const markup = render(result, { ...anything, text: 'a&b' });
    expect(hrefOf(markup, 'dask 1,250')).toBe('?q=a%26b&tag=dask');
    expect(hrefOf(markup, 'c++ 3')).toBe('?q=a%26b&tag=c%2B%2B');
    expect(hrefOf(markup, '2019  1')).toBe('?q=a%26b&period=2019');
  });

  test('a second value joins the one in force: any of them will do, as the counts say', () => {
    const chosen = render(result, { ...anything, offset: 10, filters: { tags: [['Dask']] } });
    expect(hrefOf(chosen, 'c++ 3')).toBe('?tag=Dask%2Cc%2B%2B');
    const both = render(result, { ...anything, filters: { tags: [['Dask', 'c++']] } });
    expect(hrefOf(both, 'c++ 3')).toBe('?tag=Dask');
    expect(both.match(/class="chip"[^>]*aria-current="true"/g)).toHaveLength(3);
    const all = render(result, { ...anything, filters: { tags: [['a'], ['b']] } });
    expect(hrefOf(all, 'c++ 3')).toBe('?tag=a&tag=b%2Cc%2B%2B');
  });

  test('are shown for each of the list, under its title', () => {
    const values = ['x', 'y'].map((value) => ({ value, count: 1 }));
    const all = Object.fromEntries(facets.map(({ name }) => [name, values]));
    const markup = render(createResult({ facets: all }));
    const titles = [...markup.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Tags', 'Categories', 'Authors', 'Series', 'Years', 'Languages']);
    expect(markup).toContain('href="?author=x"');
    expect(markup).toContain('href="?series=y"');
    expect(markup).toContain('href="?lang=x"');
  });

  test('of categories below others stand below them', () => {
    const categories = ['lang/rust', 'news', 'lang', 'lang/rust/async', 'ops/db'].map((value, at) => ({
      value,
      count: 9 - at,
    }));
    const markup = render(createResult({ facets: { categories } }), {
      ...anything,
      filters: { categories: [['lang/rust']] },
    });
    const chips = [
      ...markup.matchAll(/<li(?: class="(.*?)")?><a class="chip" href="(.*?)" data-refine data-key/g),
    ];
    expect(chips.map(([, below = '', href = '']) => `${below} ${decodeURIComponent(href)}`.trim())).toEqual([
      '?category=lang/rust,news',
      '?category=lang/rust,lang',
      'below-1 ?',
      'below-2 ?category=lang/rust,lang/rust/async',
      '?category=lang/rust,ops/db',
    ]);
    expect(hrefOf(markup, 'async 6')).toBe('?category=lang%2Frust%2Clang%2Frust%2Fasync');
  });

  test('count the filters in force in what they are folded under', () => {
    expect(render(result)).toContain('<summary>Filters</summary>');
    const filters = {
      tags: [['a', 'b'], ['c']],
      languages: ['de'],
      periods: ['2019', '2020'],
      from: '2019-01-01',
    };
    expect(render(result, { ...anything, filters })).toContain('<summary>Filters (6)</summary>');
  });

  test('are left out where there is nothing to choose', () => {
    expect(render(result)).not.toContain('Languages');
    expect(render(createResult())).not.toContain('id="filters"');
  });

  test('a value in force is marked, and a click on it lifts it, whatever its case', () => {
    const filters = { tags: [['Dask'], ['spark']], periods: ['2019'] };
    const markup = render(result, { ...anything, filters });
    expect(hrefOf(markup, 'dask 1,250')).toBe('?tag=spark&period=2019');
    expect(hrefOf(markup, '2019  1')).toBe('?tag=Dask&tag=spark');
    expect(markup.match(/data-key="tags:dask"[^>]*aria-current="true"/)).not.toBeNull();
  });

  test('show a dozen values and fold the rest', () => {
    const tags = [...Array(150).keys()].map((index) => ({ value: `t${index}`, count: 1 }));
    const markup = render(createResult({ facets: { tags } }));
    const fold = markup.indexOf('<details id="more-tags">');
    expect(markup.indexOf('>t11<')).toBeLessThan(fold);
    expect(markup.indexOf('>t12<')).toBeGreaterThan(fold);
    expect(markup).toContain('data-facet="tags" data-key="find-tags" aria-label="Find in Tags"');
    expect(markup).toContain('88 more');
    expect(markup).not.toContain('>t100<');
  });
});

describe('the archive', () => {
  const years = [
    { value: '2020', count: 20 },
    { value: '2019', count: 5 },
  ];
  const months = [
    { value: '2020-11', count: 15 },
    { value: '2020-02', count: 5 },
    { value: '2019-02', count: 5 },
  ];
  const show = (periods: readonly string[]) =>
    render(createResult({ facets: { years, months } }), { ...anything, filters: { periods } });
  /** Link and width of each bar. */
  const barsOf = (markup: string) =>
    [...markup.matchAll(/<a class="bar" href="(.*?)".*?<span class="period">(.*?)<.*?width="(.*?)"/g)].map(
      ([, href = '', period, width]) => `${period} ${width} ${decodeURIComponent(href)}`,
    );

  test('is a bar for each year, a link that asks for it; several years are any of them', () => {
    expect(barsOf(show([]))).toEqual(['2020 100% ?period=2020', '2019 25% ?period=2019']);
    expect(barsOf(show(['2019', '2020']))).toEqual(['2020 100% ?period=2019', '2019 25% ?period=2020']);
    expect(show(['2019', '2020']).match(/class="bar"[^>]*aria-current/g)).toHaveLength(2);
  });

  test('shows the months of the only year that is chosen, the first first', () => {
    expect(barsOf(show(['2020']))).toEqual([
      '2020 100% ?',
      'February 33% ?period=2020-02',
      'November 100% ?period=2020-11',
      '2019 25% ?period=2019,2020',
    ]);
  });

  test('a month takes the place of its year, which comes back with the last of them', () => {
    expect(barsOf(show(['2020-02']))).toEqual([
      '2020 100% ?',
      'February 33% ?period=2020',
      'November 100% ?period=2020-02,2020-11',
      '2019 25% ?period=2019,2020-02',
    ]);
    expect(hrefOf(show(['2020-02', '2020-11']), 'November  15')).toBe('?period=2020-02');
    expect(hrefOf(show(['2020-02']), 'February 2020 ×')).toBe('?period=2020');
  });
});

describe('filters in force', () => {
  const query: SearchQuery = {
    ...anything,
    text: 'x',
    filters: {
      tags: [['a', 'b'], ['c']],
      categories: [['blog']],
      series: [['Two parts']],
      languages: ['de'],
      from: '2019-02-01',
    },
  };

  test('are each a link that lifts them, even if nothing answers', () => {
    const markup = render(createResult({ total: 0, hits: [] }), query);
    expect(hrefOf(markup, 'a or b ×')).toBe(
      '?q=x&tag=c&category=blog&series=Two+parts&lang=de&from=2019-02-01',
    );
    expect(hrefOf(markup, 'blog ×')).toBe('?q=x&tag=a%2Cb&tag=c&series=Two+parts&lang=de&from=2019-02-01');
    expect(hrefOf(markup, 'Two parts ×')).toBe('?q=x&tag=a%2Cb&tag=c&category=blog&lang=de&from=2019-02-01');
    expect(hrefOf(markup, 'Deutsch ×')).toBe(
      '?q=x&tag=a%2Cb&tag=c&category=blog&series=Two+parts&from=2019-02-01',
    );
    expect(hrefOf(markup, 'since 1 February 2019 ×')).toBe(
      '?q=x&tag=a%2Cb&tag=c&category=blog&series=Two+parts&lang=de',
    );
    expect(hrefOf(markup, 'Clear all')).toBe('?q=x');
    expect(hrefOf(markup, 'Search without the filters')).toBe('?q=x');
  });
});

describe('sort', () => {
  const result = createResult({ total: 2 });
  const ordersOf = (markup: string) =>
    [...markup.matchAll(/<option value="([^"]*)"( selected)?>/g)].map(
      ([, order, chosen]) => `${order}${chosen ?? ''}`,
    );

  test('offers the best match only where there are words to match', () => {
    expect(ordersOf(render(result, { ...anything, text: 'x' }))).toEqual([
      'relevance selected',
      ...sortOrders.slice(1),
    ]);
    expect(ordersOf(render(result))).toEqual(['date selected', ...sortOrders.slice(2)]);
    expect(ordersOf(render(result, { ...anything, sort: 'longest' }))).toContain('longest selected');
  });

  test('is a form that keeps what is asked, but for the page', () => {
    const markup = render(result, {
      ...anything,
      text: 'x',
      offset: 10,
      sort: 'date',
      filters: { tags: [['a']] },
    });
    const [form = ''] = /<form class="sort" method="get">.*?<\/form>/s.exec(markup) ?? [];
    const kept = [...form.matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)];
    expect(kept.map(([, name, value]) => `${name}=${value}`)).toEqual(['q=x', 'tag=a']);
    expect(form).toContain('<noscript><button');
  });
});

describe('pages', () => {
  test('are numbered, with the first, the last and the neighbours', () => {
    const markup = render(createResult({ total: 95 }), { ...anything, text: 'x', offset: 40 });
    const labels = [...markup.matchAll(/aria-label="Page (\d+)"/g)].map(([, label]) => label);
    expect(labels).toEqual(['1', '4', '6', '10']);
    expect(hrefOf(markup, 'Previous')).toBe('?q=x&offset=30');
    expect(hrefOf(markup, 'Next')).toBe('?q=x&offset=50');
    expect(markup).toContain('<span aria-current="page">5</span>');
  });

  test('end where the posts end', () => {
    expect(hrefOf(render(createResult({ total: 20 }), { ...anything, offset: 10 }), 'Next')).toBeUndefined();
    expect(render(createResult({ total: 10 }))).not.toContain('pagination');
  });

  test('end where no question reaches further', () => {
    const markup = render(createResult({ total: 50_000 }));
    expect(markup).toContain('aria-label="Page 1,001"');
    expect(markup).not.toContain('aria-label="Page 5,000"');
  });

  test('past the end there is a way back', () => {
    const markup = render(createResult({ total: 20, hits: [] }), { ...anything, text: 'x', offset: 500 });
    expect(hrefOf(markup, 'Go to the first page')).toBe('?q=x');
  });
});
