import type { SearchQuery, SearchResult } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { toAddress } from './page-address.js';
import { withText } from './refine-query.js';
import { describeDropped, likelierWords, understoodAs } from './wording.js';

/**
 * What goes inside the page's `#note`, above the hits: how the question was understood, where that is not plain. Empty where it is.
 */
export const renderNote = ({ total, understood }: SearchResult, query: SearchQuery): Html => {
  const { text, dropped, didYouMean } = understood;
  return html`${
    !isAsTyped(text, query.text) && html`<p>${understoodAs} <code dir="auto">${text}</code></p>`
  }${total > 0 && dropped.length > 0 && html`<p>${describeDropped(dropped)}</p>`}${
    didYouMean !== undefined &&
    html`<p>${likelierWords} <a href="${toAddress(withText(query, didYouMean))}" data-refine dir="auto">${didYouMean}</a>?</p>`
  }`;
};

/** Blanks, case and the order of what was typed tell nothing. */
const isAsTyped = (understood: string, typed: string): boolean => toPieces(understood) === toPieces(typed);

const toPieces = (text: string): string => text.toLowerCase().split(/\s+/).filter(Boolean).sort().join(' ');
