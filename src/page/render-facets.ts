import type { FacetCount, FacetName, SearchQuery, SearchResult } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import * as refine from './refine-query.js';
import { formatCount, nameLanguage } from './wording.js';

/** How a facet is shown, and which question a click on one of its values asks. */
interface FacetView {
  readonly facet: FacetName;
  readonly title: string;
  readonly toLabel: (value: string) => string;
  readonly isActive: (query: SearchQuery, value: string) => boolean;
  readonly toggle: (query: SearchQuery, value: string) => SearchQuery;
}

const asIs = (value: string) => value;

const views: readonly FacetView[] = [
  {
    facet: 'tags',
    title: 'Tags',
    toLabel: asIs,
    isActive: (query, value) => refine.hasName(query, 'tags', value),
    toggle: (query, value) => refine.toggleName(query, 'tags', value),
  },
  {
    facet: 'categories',
    title: 'Categories',
    toLabel: asIs,
    isActive: (query, value) => refine.hasName(query, 'categories', value),
    toggle: (query, value) => refine.toggleName(query, 'categories', value),
  },
  { facet: 'years', title: 'Years', toLabel: asIs, isActive: refine.hasYear, toggle: refine.toggleYear },
  {
    facet: 'languages',
    title: 'Languages',
    toLabel: nameLanguage,
    isActive: refine.hasLanguage,
    toggle: refine.toggleLanguage,
  },
];

/** Values to see at once; more are folded away, and what is beyond `maxValues` is left to the search box. */
const valuesAtOnce = 12;
const maxValues = 100;

/** Every facet that can narrow the result, as lists of links with counts. Empty if there is nothing to choose from. */
export const renderFacets = (result: SearchResult, query: SearchQuery): Html => {
  const sections = views.flatMap((view) => {
    const values = (result.facets[view.facet] ?? []).slice(0, maxValues);
    const isChoice = values.length > 1 || values.some(({ value }) => view.isActive(query, value));
    return isChoice ? [renderFacet(view, values, query)] : [];
  });
  if (sections.length === 0) return html``;
  return html`<aside class="facets" id="filters" aria-label="Filters">${sections}</aside>`;
};

const renderFacet = (view: FacetView, values: readonly FacetCount[], query: SearchQuery): Html => {
  const chips = values.map((value) => renderChip(view, value, query));
  const rest = chips.slice(valuesAtOnce);
  return html`<section class="facet">
<h2>${view.title}</h2>
<ul class="chips">${chips.slice(0, valuesAtOnce)}</ul>
${
  rest.length > 0 &&
  html`<details id="more-${view.facet}"><summary>${rest.length} more</summary><ul class="chips">${rest}</ul></details>`
}
</section>`;
};

const renderChip = (view: FacetView, { value, count }: FacetCount, query: SearchQuery): Html => {
  const isActive = view.isActive(query, value);
  return html`<li><a class="chip" href="${toAddress(view.toggle(query, value))}" data-refine data-key="${view.facet}:${value}" rel="nofollow"${
    isActive && html` aria-current="true"`
  }><bdi>${view.toLabel(value)}</bdi> <span class="count">${formatCount(count)}</span></a></li>`;
};
