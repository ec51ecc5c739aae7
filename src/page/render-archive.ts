import type { FacetCount, SearchQuery } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { hasPeriod, openYear, togglePeriod } from './refine-query.js';
import { formatCount, formatMonth } from './say.js';
import type { Wording } from './wording/wording.js';

/** A period with posts, and its part of the period that has most. */
const renderBar = (
  facet: 'years' | 'months',
  { value, count }: FacetCount,
  most: number,
  query: SearchQuery,
  wording: Wording,
): Html => {
  const isActive = hasPeriod(query, value);
  // No style may stand in the page; what stands in a drawing is none.
  return html`<a class="bar" href="${toAddress(togglePeriod(query, value))}" data-refine data-key="${facet}:${value}" rel="nofollow"${
    isActive && html` aria-current="true"`
  }><span class="period">${formatMonth(value, wording)}</span> <svg aria-hidden="true" focusable="false"><rect width="${Math.max(1, Math.round((100 * count) / most))}%" height="100%"></rect></svg> <span class="count">${formatCount(count, wording)}</span></a>`;
};

const mostOf = (counts: readonly FacetCount[]): number => Math.max(1, ...counts.map(({ count }) => count));

/**
 * Years as bars of a chart, each a link that filters; below the only one that is chosen, its months.
 * @param months of all years
 */
export const renderYears = (
  years: readonly FacetCount[],
  months: readonly FacetCount[],
  query: SearchQuery,
  wording: Wording,
): readonly Html[] => {
  const open = openYear(query);
  const inYear = months.filter(({ value }) => value.slice(0, 4) === open).reverse();
  const [mostOfYears, mostOfMonths] = [mostOf(years), mostOf(inYear)];
  return years.map(
    (year) =>
      html`<li>${renderBar('years', year, mostOfYears, query, wording)}${
        year.value === open &&
        inYear.length > 0 &&
        html`<ul class="bars">${inYear.map((month) => html`<li>${renderBar('months', month, mostOfMonths, query, wording)}</li>`)}</ul>`
      }</li>`,
  );
};
