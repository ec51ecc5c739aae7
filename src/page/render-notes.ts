import type { SearchQuery, SearchResult } from '../domain/search.js';
import { describeUnderstanding, type Note } from './describe.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { phrase } from './phrase.js';
import { withText } from './refine-query.js';
import type { Wording } from './wording/wording.js';

/** What goes inside the page's `#note`, above the hits: how the question was understood, where that is not plain. */
export const renderNotes = (result: SearchResult, query: SearchQuery, wording: Wording): Html =>
  html`${describeUnderstanding(result, query, wording).map(
    (note) => html`<p>${phrase(note.sentence, { text: renderSubject(note, query) })}</p>`,
  )}`;

const renderSubject = ({ kind, text }: Note, query: SearchQuery): Html => {
  if (kind === 'dropped') return html`${text}`;
  if (kind === 'understood') return html`<code dir="auto">${text}</code>`;
  return html`<a href="${toAddress(withText(query, text))}" data-refine dir="auto">${text}</a>`;
};
