import { type Facet, type FacetName, facets, mapValueFacets } from '../domain/facets.js';
import type { FacetCount, SearchQuery, SearchResult } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import * as refine from './refine-query.js';
import { formatCount, nameLanguage } from './wording.js';

/** How the values of a facet are shown, and which question a click on one of them asks. */
interface FacetView {
  readonly toLabel: (value: string) => string;
  readonly isActive: (query: SearchQuery, value: string) => boolean;
  readonly toggle: (query: SearchQuery, value: string) => SearchQuery;
}

const asIs = (value: string) => value;

const views: Readonly<Record<FacetName, FacetView>> = {
  ...mapValueFacets<FacetView>(({ name }) => ({
    toLabel: asIs,
    isActive: (query, value) => refine.hasName(query, name, value),
    toggle: (query, value) => refine.toggleName(query, name, value),
  })),
  years: { toLabel: asIs, isActive: refine.hasYear, toggle: refine.toggleYear },
  months: { toLabel: asIs, isActive: refine.hasYear, toggle: refine.toggleYear },
  languages: { toLabel: nameLanguage, isActive: refine.hasLanguage, toggle: refine.toggleLanguage },
};

/** Values to see at once; more are folded away, and what is beyond `maxValues` is left to the search box. */
const valuesAtOnce = 12;
const maxValues = 100;

/** Every facet that can narrow the result, as lists of links with counts. Empty if there is nothing to choose from. */
export const renderFacets = (result: SearchResult, query: SearchQuery): Html => {
  const sections = facets.flatMap((facet) => {
    const values = (result.facets[facet.name] ?? []).slice(0, maxValues);
    const isChoice =
      values.length > 1 || values.some(({ value }) => views[facet.name].isActive(query, value));
    return isChoice ? [renderFacet(facet, values, query)] : [];
  });
  if (sections.length === 0) return html``;
  return html`<aside class="facets" id="filters" aria-label="Filters">${sections}</aside>`;
};

const renderFacet = ({ name, title }: Facet, values: readonly FacetCount[], query: SearchQuery): Html => {
  const chips = values.map((value) => renderChip(name, value, query));
  const rest = chips.slice(valuesAtOnce);
  return html`<section class="facet">
<h2>${title}</h2>
<ul class="chips">${chips.slice(0, valuesAtOnce)}</ul>
${
  rest.length > 0 &&
  html`<details id="more-${name}"><summary>${rest.length} more</summary><ul class="chips">${rest}</ul></details>`
}
</section>`;
};

const renderChip = (facet: FacetName, { value, count }: FacetCount, query: SearchQuery): Html => {
  const view = views[facet];
  const isActive = view.isActive(query, value);
  return html`<li><a class="chip" href="${toAddress(view.toggle(query, value))}" data-refine data-key="${facet}:${value}" rel="nofollow"${
    isActive && html` aria-current="true"`
  }><bdi>${view.toLabel(value)}</bdi> <span class="count">${formatCount(count)}</span></a></li>`;
};
