/**
 * Search within a facet that has more values than are shown at once.
 * @module
 */
import { facetNames } from '../../domain/facets.js';
import type { SearchEngine, SearchQuery } from '../../domain/search.js';
import { renderValues } from '../render-facets.js';
import type { Wording } from '../wording/wording.js';

/** No more than can be looked over. */
const maxFound = 50;

let looking: AbortController | undefined;

/**
 * Shows the values that contain what is typed, below where it is typed; all of them where nothing is.
 * @param query what the values are counted for
 */
export const findValues = async (
  input: HTMLInputElement,
  ask: SearchEngine['ask'],
  query: SearchQuery,
  wording: Wording,
): Promise<void> => {
  looking?.abort();
  looking = new AbortController();
  const { signal } = looking;
  const facet = facetNames.find((name) => name === input.dataset.facet);
  if (facet === undefined) return;
  const asked = {
    ...query,
    limit: 0,
    offset: 0,
    facets: [facet],
    facetContains: input.value.trim(),
    facetLimit: maxFound,
  };
  try {
    const { facets } = await ask(asked, { signal });
    const values = renderValues(facet, facets[facet] ?? [], query, wording);
    if (!signal.aborted && input.nextElementSibling !== null)
      input.nextElementSibling.innerHTML = values.join('');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};
