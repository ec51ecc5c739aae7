import { type Html, html } from './escape-html.js';

/** Something that could be typed next. */
export interface CompletionOption {
  /** What takes the place of what has been typed of it. */
  readonly text: string;
  readonly label: string;
  /** What it finds, or how many posts. */
  readonly detail: string;
}

/** @param active position of the one that the keyboard is on; -1 for none */
export const renderCompletions = (options: readonly CompletionOption[], active: number): Html =>
  html`${options.map(
    ({ label, detail }, at) =>
      html`<li class="completion" role="option" id="${toCompletionId(at)}" aria-selected="${at === active ? 'true' : 'false'}"><bdi>${label}</bdi> <span class="detail">${detail}</span></li>`,
  )}`;

export const toCompletionId = (at: number): string => `completion-${at}`;
