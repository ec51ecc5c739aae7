import { type SearchQuery, type SortOrder, sortOrders } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { renderKeptParameters } from './render-kept-parameters.js';
import type { Wording } from './wording/wording.js';

/** A form of its own, which asks by GET; the script of the page asks as soon as another order is chosen. */
export const renderSort = (query: SearchQuery, wording: Wording): Html => {
  const hasWords = query.text.trim() !== '';
  // Without words every post is as relevant as the next, and the newest come first.
  const current: SortOrder = !hasWords && query.sort === 'relevance' ? 'date' : query.sort;
  const orders = sortOrders.filter((order) => hasWords || order !== 'relevance');
  return html`<form class="sort" method="get">${renderKeptParameters({ ...query, sort: 'relevance' })}
<label for="sort">${wording.sortBy}</label>
<select id="sort" name="sort" data-key="sort">${orders.map(
    (order) =>
      html`<option value="${order}"${order === current && html` selected`}>${wording.orders[order]}</option>`,
  )}</select>
<noscript><button type="submit">${wording.sort}</button></noscript>
</form>`;
};
