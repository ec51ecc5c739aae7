import { valueFacets } from '../domain/facets.js';
import type { SearchQuery } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import * as refine from './refine-query.js';
import { formatDay, nameLanguage } from './wording.js';

/** The filters in force, each a link that lifts it. They are shown even if nothing answers, or nobody could get out. */
export const renderFilters = (query: SearchQuery): Html => {
  const { languages, from, to } = query.filters;
  const filters = [
    ...valueFacets.flatMap(({ name }) =>
      (query.filters[name] ?? []).map((group) =>
        renderFilter(group.join(' or '), refine.withoutGroup(query, name, group)),
      ),
    ),
    ...(languages ?? []).map((language) =>
      renderFilter(nameLanguage(language), refine.toggleLanguage(query, language)),
    ),
    ...(from === undefined && to === undefined
      ? []
      : [renderFilter(nameRange(from, to), refine.withoutDates(query))]),
  ];
  if (filters.length === 0) return html``;
  return html`<ul class="chips active-filters" aria-label="Filters in force">${filters}${
    filters.length > 1 &&
    html`<li><a class="clear" href="${toAddress(refine.withoutFilters(query))}" data-refine>Clear all</a></li>`
  }</ul>`;
};

const renderFilter = (label: string, without: SearchQuery): Html =>
  html`<li><a class="chip" href="${toAddress(without)}" data-refine aria-current="true" aria-label="Remove the filter ${label}"><bdi>${label}</bdi> <span class="remove" aria-hidden="true">×</span></a></li>`;

const nameRange = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `until ${formatDay(to ?? '')}`;
  if (to === undefined) return `since ${formatDay(from)}`;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const isYears = from === `${first}-01-01` && to === `${last}-12-31`;
  if (isYears && first === last) return first;
  return isYears ? `${first} to ${last}` : `${formatDay(from)} to ${formatDay(to)}`;
};
