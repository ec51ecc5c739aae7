import { type Html, html, type TemplateValue } from './escape-html.js';
import { formatsOf, place } from './say.js';
import type { Wording } from './wording/wording.js';

/** As `say`, with markup in the places. */
export const phrase = (text: string, values: Readonly<Record<string, TemplateValue>>): Html =>
  html`${text.split(place).map((piece, at) => html`${at % 2 === 0 ? piece : values[piece]}`)}`;

/** Items of a sentence: `a, b and c`. */
export const listed = (items: readonly Html[], wording: Wording): Html =>
  html`${formatsOf(wording)
    .and.formatToParts(items.map((_, at) => String(at)))
    .map(({ type, value }) => html`${type === 'element' ? items[Number(value)] : value}`)}`;
