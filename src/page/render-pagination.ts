import type { SearchQuery } from '../domain/search.js';
import { maxOffset } from '../query/limits.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { withOffset } from './refine-query.js';
import { formatCount, say } from './say.js';
import type { Wording } from './wording/wording.js';

/** Pages on either side of the present one; the first and the last are always there. */
const neighbours = 1;

/**
 * Nothing is shown where one page holds all posts; pages too far to be asked for are left out.
 * @param total matching posts on all pages
 */
export const renderPagination = (total: number, query: SearchQuery, wording: Wording): Html => {
  const { limit, offset } = query;
  if (limit === 0 || (total <= limit && offset === 0)) return html``;
  const pages = Math.max(1, Math.min(Math.ceil(total / limit), Math.floor(maxOffset / limit) + 1));
  const current = Math.min(Math.floor(offset / limit) + 1, pages);
  const link = (page: number, label: string, rel?: string) =>
    html`<a href="${toAddress(withOffset(query, (page - 1) * limit))}" data-refine${
      rel !== undefined && html` rel="${rel}"`
    }${rel === undefined && html` aria-label="${say(wording.page, { page: label })}"`}>${label}</a>`;

  const shown = [...Array(2 * neighbours + 1).keys()].map((step) => current - neighbours + step);
  const numbers = [...new Set([1, ...shown, pages])].filter((page) => page >= 1 && page <= pages);
  return html`<nav class="pagination" aria-label="${wording.pages}">
${current > 1 && link(current - 1, wording.previous, 'prev')}
<ol>${numbers.map((page, index) => {
    const gap = page - (numbers[index - 1] ?? 0) > 1;
    const number = formatCount(page, wording);
    return html`<li${gap && html` class="after-gap"`}>${
      page === current ? html`<span aria-current="page">${number}</span>` : link(page, number)
    }</li>`;
  })}</ol>
${current < pages && link(current + 1, wording.next, 'next')}
</nav>`;
};
