/**
 * The only place where text becomes markup. Whatever a template interpolates is escaped unless it is {@link Html}
 * already, so a string of a post, a tag or a query cannot reach the page unescaped by being forgotten.
 * @module
 */

/** Markup that is safe to put between tags. Made by {@link html} only. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What a template takes. `undefined` and `false` are nothing. */
export type TemplateValue = string | number | Html | undefined | false | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and inside quoted attribute values. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** A template whose values are escaped. Attribute values must be quoted in the template. */
export const html = (strings: TemplateStringsArray, ...values: readonly TemplateValue[]): Html => {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += toMarkup(value) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
};

const toMarkup = (value: TemplateValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(String).join('');
  return escapeHtml(String(value));
};
