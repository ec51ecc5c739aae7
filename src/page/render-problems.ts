import { type Html, html } from './escape-html.js';
import type { Wording } from './wording/wording.js';

/** Something wrong with what was asked; a `LookbackError` is one. */
export interface PageProblem {
  readonly message: string;
  readonly hint: string;
}

/** What goes inside the page's `#problems`. Errors are in English, whatever the language of the page. */
export const renderProblems = (problems: readonly PageProblem[]): Html => {
  if (problems.length === 0) return html``;
  return html`<ul lang="en" dir="ltr">${problems.map(({ message, hint }) => html`<li>${message} ${hint}</li>`)}</ul>`;
};

/** What stands there when nobody answers. */
export const renderFailure = (isOffline: boolean, { offline, unanswered, retry }: Wording): Html =>
  html`<p>${isOffline ? offline : unanswered} <button type="button" data-retry>${retry}</button></p>`;
