import type { SearchQuery, SearchResult } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { withoutFilters } from './refine-query.js';
import { renderFacets } from './render-facets.js';
import { renderFilters } from './render-filters.js';
import { renderHit } from './render-hit.js';
import { renderPagination } from './render-pagination.js';
import { renderSort } from './render-sort.js';
import type { Wording } from './wording/wording.js';

/**
 * What goes inside the page's `#results`: filters in force, facets, order, hits and pages. The server writes it into the
 * document, the script replaces it as one types; so both show the same.
 */
export const renderResults = (result: SearchResult, query: SearchQuery, wording: Wording): Html =>
  html`${renderFilters(query, wording)}
${renderFacets(result, query, wording)}
<div class="answer">
${result.total > 1 && renderSort(query, wording)}
${
  result.hits.length > 0
    ? html`<ol class="hits">${result.hits.map((hit) => renderHit(hit, query, wording))}</ol>`
    : renderNothing(result, query, wording)
}
${renderPagination(result.total, query, wording)}
</div>`;

const renderNothing = ({ total }: SearchResult, query: SearchQuery, wording: Wording): Html => {
  if (query.limit === 0) return html``;
  if (total > 0) {
    return html`<p class="nothing">${wording.emptyPage} <a href="${toAddress({ ...query, offset: 0 })}" data-refine>${wording.firstPage}</a></p>`;
  }
  const isFiltered = Object.values(query.filters).some((filter) => filter !== undefined && filter.length > 0);
  return html`<p class="nothing">${wording.nothing} ${
    isFiltered
      ? html`<a href="${toAddress(withoutFilters(query))}" data-refine>${wording.withoutFilters}</a>`
      : wording.fewerWords
  }</p>`;
};
