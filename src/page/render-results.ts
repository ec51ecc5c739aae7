import type { SearchQuery, SearchResult, SortOrder } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { withoutFilters, withSort } from './refine-query.js';
import { renderFacets } from './render-facets.js';
import { renderFilters } from './render-filters.js';
import { renderHit } from './render-hit.js';
import { renderPagination } from './render-pagination.js';

/**
 * What goes inside the page's `#results`: filters in force, sort, hits, pages and facets. The server writes it into the
 * document, the script replaces it as one types; so both show the same.
 */
export const renderResults = (result: SearchResult, query: SearchQuery): Html => {
  const facets = renderFacets(result, query);
  return html`<div class="answer">
<div class="toolbar">
${renderFilters(query)}
${result.total > 1 && renderSort(query)}
${facets.markup !== '' && html`<a class="to-filters" href="#filters">Filters</a>`}
</div>
${result.hits.length > 0 ? html`<ol class="hits">${result.hits.map((hit) => renderHit(hit, query))}</ol>` : renderNothing(result, query)}
${renderPagination(result.total, query)}
</div>
${facets}`;
};

const renderSort = (query: SearchQuery): Html => {
  const hasWords = query.text.trim() !== '';
  // Without words every post is as relevant as the next, and the newest come first.
  const current: SortOrder = !hasWords && query.sort === 'relevance' ? 'date' : query.sort;
  const orders: readonly (readonly [SortOrder, string])[] = [
    ...(hasWords ? [['relevance', 'Best match'] as const] : []),
    ['date', 'Newest'],
    ['date-asc', 'Oldest'],
  ];
  return html`<ul class="sort" aria-label="Sort by">${orders.map(
    ([sort, label]) =>
      html`<li><a href="${toAddress(withSort(query, sort))}" data-refine data-key="sort:${sort}" rel="nofollow"${
        sort === current && html` aria-current="true"`
      }>${label}</a></li>`,
  )}</ul>`;
};

const renderNothing = ({ total }: SearchResult, query: SearchQuery): Html => {
  if (query.limit === 0) return html``;
  if (total > 0) {
    return html`<p class="nothing">There are no posts on this page. <a href="${toAddress({ ...query, offset: 0 })}" data-refine>Go to the first page</a></p>`;
  }
  const isFiltered = Object.values(query.filters).some((filter) => filter !== undefined && filter.length > 0);
  return html`<p class="nothing">Nothing here answers that. ${
    isFiltered
      ? html`<a href="${toAddress(withoutFilters(query))}" data-refine>Search without the filters</a>`
      : 'Fewer or shorter words may.'
  }</p>`;
};
