import type { SearchQuery } from '../domain/search.js';
import { toParameters } from '../query/to-parameters.js';
import { type Html, html } from './escape-html.js';

/** What a form asks beside its own fields. The page number does not survive a new question. */
export const renderKeptParameters = (query: SearchQuery): readonly Html[] =>
  toParameters({ ...query, offset: 0 }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
