import { valueFacets } from '../domain/facets.js';
import type { SearchQuery } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import * as refine from './refine-query.js';
import { formatDay, formatPeriod, formatsOf, nameLanguage, say } from './say.js';
import type { Wording } from './wording/wording.js';

/** A filter in force, and the question without it. */
interface ActiveFilter {
  readonly label: string;
  readonly without: SearchQuery;
}

export const activeFilters = (query: SearchQuery, wording: Wording): readonly ActiveFilter[] => {
  const { languages = [], from, to, periods = [] } = query.filters;
  return [
    ...valueFacets.flatMap(({ name }) =>
      (query.filters[name] ?? []).map((group) => ({
        label: formatsOf(wording).or.format(group),
        without: refine.withoutGroup(query, name, group),
      })),
    ),
    ...languages.map((language) => ({
      label: nameLanguage(language, wording),
      without: refine.toggleLanguage(query, language),
    })),
    ...(from === undefined && to === undefined
      ? []
      : [{ label: nameRange(from, to, wording), without: refine.withoutDates(query) }]),
    ...periods.map((period) => ({
      label: formatPeriod(period, wording),
      without: refine.withoutPeriod(query, period),
    })),
  ];
};

/** The filters in force, each a link that lifts it. They are shown even if nothing answers, or nobody could get out. */
export const renderFilters = (query: SearchQuery, wording: Wording): Html => {
  const filters = activeFilters(query, wording);
  if (filters.length === 0) return html``;
  return html`<ul class="chips active-filters" aria-label="${wording.inForce}">${filters.map((filter) => renderFilter(filter, wording))}${
    filters.length > 1 &&
    html`<li><a class="clear" href="${toAddress(refine.withoutFilters(query))}" data-refine>${wording.clearAll}</a></li>`
  }</ul>`;
};

const renderFilter = ({ label, without }: ActiveFilter, { removeFilter }: Wording): Html =>
  html`<li><a class="chip" href="${toAddress(without)}" data-refine aria-current="true" aria-label="${say(removeFilter, { filter: label })}"><bdi>${label}</bdi> <span class="remove" aria-hidden="true">×</span></a></li>`;

const nameRange = (from: string | undefined, to: string | undefined, wording: Wording): string => {
  if (from === undefined) return say(wording.until, { day: formatDay(to ?? '', wording) });
  if (to === undefined) return say(wording.since, { day: formatDay(from, wording) });
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const isYears = from === `${first}-01-01` && to === `${last}-12-31`;
  if (isYears && first === last) return first;
  return isYears
    ? say(wording.range, { from: first, to: last })
    : say(wording.range, { from: formatDay(from, wording), to: formatDay(to, wording) });
};
