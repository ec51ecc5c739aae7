import type { SearchQuery, SearchResult } from '../../domain/search.js';
import { describeTotal } from '../describe.js';
import { renderNotes } from '../render-notes.js';
import { type PageProblem, renderFailure, renderProblems } from '../render-problems.js';
import { renderResults } from '../render-results.js';
import type { PageElements } from './page-elements.js';

/** Replaces the results; what the reader had unfolded and where the keyboard was stay. */
export const showResult = (page: PageElements, result: SearchResult, query: SearchQuery): void => {
  const unfolded = [...page.results.querySelectorAll('details[open]')].map(({ id }) => id);
  const { activeElement } = page.root;
  const focused = [page.results, page.notes].some((part) => part.contains(activeElement))
    ? activeElement
    : null;
  const focusedKey = focused?.getAttribute('data-key');

  page.results.innerHTML = renderResults(result, query, page.wording).markup;
  showNotes(page, renderNotes(result, query, page.wording).markup);
  showStatus(page, describeTotal(result, query, page.wording));

  for (const details of page.results.querySelectorAll('details'))
    details.open = unfolded.includes(details.id);
  if (focused === null || focused.isConnected) return;
  const successor = [...page.results.querySelectorAll<HTMLElement>('[data-key]')].find(
    (element) => element.getAttribute('data-key') === focusedKey,
  );
  (successor ?? page.status).focus({ preventScroll: true });
};

/** @param problems none if the question is all right. */
export const showProblems = (page: PageElements, problems: readonly PageProblem[]): void => {
  page.problems.innerHTML = renderProblems(problems).markup;
  if (problems.length === 0) {
    page.input.removeAttribute('aria-invalid');
    page.input.removeAttribute('aria-describedby');
    return;
  }
  page.input.setAttribute('aria-invalid', 'true');
  page.input.setAttribute('aria-describedby', 'problems');
  showNothing(page);
};

/** Nobody answers: what was shown is of another question, and nothing is better than that. */
export const showFailure = (page: PageElements, isOffline: boolean): void => {
  page.problems.innerHTML = renderFailure(isOffline, page.wording).markup;
  showNothing(page);
};

const showNothing = (page: PageElements): void => {
  page.results.replaceChildren();
  showNotes(page, '');
  showStatus(page, '');
};

/** A live region is read out when its text changes, so the same text is not written twice. */
const showStatus = ({ status }: PageElements, text: string): void => {
  if (status.textContent !== text) status.textContent = text;
};

/** It is read out as the status is. */
const showNotes = ({ notes }: PageElements, markup: string): void => {
  if (notes.innerHTML !== markup) notes.innerHTML = markup;
};
