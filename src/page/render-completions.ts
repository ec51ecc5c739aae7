import type { Segment } from '../domain/search.js';
import { type Html, html } from './escape-html.js';
import { renderSegments } from './render-segments.js';

/** Something that could be typed next. */
export interface CompletionOption {
  /** What takes the place of what has been typed from `start` to `end`: UTF-16 units. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly label: readonly Segment[];
  /** What it finds, what it is, or how many posts. */
  readonly detail: string;
  /** Whether it is a whole question; after others there may be more to choose. */
  readonly isWhole: boolean;
}

/** @param active position of the one that the keyboard is on; -1 for none */
export const renderCompletions = (options: readonly CompletionOption[], active: number): Html =>
  html`${options.map(
    ({ label, detail }, at) =>
      html`<li class="completion" role="option" id="${toCompletionId(at)}" aria-selected="${at === active ? 'true' : 'false'}"><bdi>${renderSegments(label)}</bdi> <span class="detail">${detail}</span></li>`,
  )}`;

export const toCompletionId = (at: number): string => `completion-${at}`;
