import { type FacetName, facets, mapValueFacets } from '../domain/facets.js';
import type { FacetCount, SearchQuery, SearchResult } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import * as refine from './refine-query.js';
import { renderYears } from './render-archive.js';
import { activeFilters } from './render-filters.js';
import { formatCount, nameLanguage, say, sayCount } from './say.js';
import type { Wording } from './wording/wording.js';

/** How the values of a facet are shown, and which question a click on one of them asks. */
interface FacetView {
  readonly isActive: (query: SearchQuery, value: string) => boolean;
  readonly toggle: (query: SearchQuery, value: string) => SearchQuery;
}

const periods: FacetView = { isActive: refine.hasPeriod, toggle: refine.togglePeriod };

const views: Readonly<Record<FacetName, FacetView>> = {
  ...mapValueFacets<FacetView>(({ name }) => ({
    isActive: (query, value) => refine.hasName(query, name, value),
    toggle: (query, value) => refine.toggleName(query, name, value),
  })),
  years: periods,
  months: periods,
  languages: { isActive: refine.hasLanguage, toggle: refine.toggleLanguage },
};

/** Values to see at once; more are folded away, and what is beyond `maxValues` is left to the search within the facet. */
const valuesAtOnce = 12;
const maxValues = 100;

/** Every facet that can narrow the result, as lists of links with counts. Empty if there is nothing to choose from. */
export const renderFacets = (result: SearchResult, query: SearchQuery, wording: Wording): Html => {
  const sections = facets.flatMap(({ name }) => {
    // Months are shown within their year.
    if (name === 'months') return [];
    const values = (result.facets[name] ?? []).slice(0, maxValues);
    const isChoice = values.length > 1 || values.some(({ value }) => views[name].isActive(query, value));
    return isChoice ? [renderFacet(name, values, result, query, wording)] : [];
  });
  if (sections.length === 0) return html``;
  const count = activeFilters(query, wording).length;
  const summary = count === 0 ? wording.filters : sayCount(wording.filterCount, count, wording);
  return html`<aside class="narrowing" aria-label="${wording.filters}"><details class="facets" id="filters">
<summary>${summary}</summary>
${sections}</details></aside>`;
};

const renderFacet = (
  name: FacetName,
  values: readonly FacetCount[],
  result: SearchResult,
  query: SearchQuery,
  wording: Wording,
): Html => {
  const title = wording.facets[name];
  const items =
    name === 'years'
      ? renderYears(values, result.facets.months ?? [], query, wording)
      : renderValues(name, values, query, wording);
  const list = name === 'years' ? 'bars' : 'chips';
  const rest = items.slice(valuesAtOnce);
  const id = `find-${name}`;
  return html`<section class="facet">
<h2>${title}</h2>
<ul class="${list}">${items.slice(0, valuesAtOnce)}</ul>
${
  rest.length > 0 &&
  html`<details id="more-${name}"><summary>${sayCount(wording.moreValues, rest.length, wording)}</summary>${
    name !== 'years' &&
    html`<input class="find-values" id="${id}" type="search" data-facet="${name}" data-key="${id}" aria-label="${say(wording.findValues, { facet: title })}" placeholder="${say(wording.findValues, { facet: title })}" autocomplete="off" spellcheck="false">`
  }<ul class="${list}">${rest}</ul></details>`
}
</section>`;
};

/** The value that a value with slashes is below: that up to its last slash, if it is one of them too. */
const parentOf = (value: string, all: ReadonlySet<string>): string | undefined => {
  const slash = value.lastIndexOf('/');
  if (slash <= 0) return undefined;
  const parent = value.slice(0, slash);
  return all.has(parent) ? parent : parentOf(parent, all);
};

/** Links with counts; categories below others come behind these, indented. */
export const renderValues = (
  name: FacetName,
  values: readonly FacetCount[],
  query: SearchQuery,
  wording: Wording,
): readonly Html[] => {
  const all = new Set(name === 'categories' ? values.map(({ value }) => value) : []);
  const below = (parent: string | undefined, depth: number): readonly Html[] =>
    values
      .filter(({ value }) => parentOf(value, all) === parent)
      .flatMap((value) => [
        renderChip(name, value, depth === 0 ? '' : `${parent}/`, depth, query, wording),
        ...(all.size > 0 ? below(value.value, depth + 1) : []),
      ]);
  return below(undefined, 0);
};

const renderChip = (
  facet: FacetName,
  { value, count }: FacetCount,
  above: string,
  depth: number,
  query: SearchQuery,
  wording: Wording,
): Html => {
  const view = views[facet];
  const label = facet === 'languages' ? nameLanguage(value, wording) : value.slice(above.length);
  return html`<li${depth > 0 && html` class="below-${Math.min(depth, 3)}"`}><a class="chip" href="${toAddress(view.toggle(query, value))}" data-refine data-key="${facet}:${value}" rel="nofollow"${
    view.isActive(query, value) && html` aria-current="true"`
  }><bdi>${label}</bdi> <span class="count">${formatCount(count, wording)}</span></a></li>`;
};
