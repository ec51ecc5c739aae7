import type { SearchEngine, SearchQuery } from '../../domain/search.js';
import { toParameters } from '../../query/to-parameters.js';
import { describePage } from '../describe.js';
import { parseAddress, toQuestion } from '../parse-address.js';
import type { Address, HistoryChange } from './address.js';
import { handleKeys } from './handle-keys.js';
import { findPageElements, type PageElements, type Root } from './page-elements.js';
import { showFailure, showProblems, showResult } from './show-results.js';

/** Long enough to skip the letters in between of who types fast, too short to be noticed. */
const pauseMilliseconds = 80;

/** Who answers: a server, or an index that is open in the page. */
export type AskedEngine = Pick<SearchEngine, 'ask' | 'suggest'>;

export interface SearchPage {
  /** Where the elements are that `render-page.ts` makes. Nothing outside of it is read or changed. */
  readonly root: Root;
  readonly address: Address;
  readonly engine: AskedEngine;
}

/** Makes the page answer as one types. Whatever the script does, the page could do without it by loading again. */
export const startSearchPage = ({ root, address, engine }: SearchPage): void => {
  const page = findPageElements(root);
  const siteTitle = page.siteTitle.textContent ?? '';
  let parameters = address.read();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let hasFailed = false;
  let isComposing = false;

  /** What is shown is older than what is asked: see `aria-busy` in the style. */
  const setBusy = (isBusy: boolean): void => page.results.setAttribute('aria-busy', String(isBusy));

  /** An answer that comes after a newer question was asked is dropped, whether or not its request could be stopped. */
  const answer = async (query: SearchQuery, signal: AbortSignal): Promise<void> => {
    try {
      const result = await engine.ask(toQuestion(query), { signal });
      if (!signal.aborted) showResult(page, result, query);
    } catch (error) {
      if (signal.aborted) return;
      hasFailed = true;
      showFailure(page, !navigator.onLine);
      reportError(error);
    } finally {
      if (!signal.aborted) setBusy(false);
    }
  };

  const ask = (change: HistoryChange): void => {
    clearTimeout(pause);
    running?.abort();
    hasFailed = false;
    const { query, problems } = parseAddress(parameters);
    showProblems(page, problems);
    if (query !== undefined) parameters = new URLSearchParams(toParameters(query));
    address.show(parameters, describePage(siteTitle, page.input.value), change);
    setBusy(query !== undefined);
    if (query === undefined) return;
    running = new AbortController();
    void answer(query, running.signal);
  };

  /** Asks what is typed, with one parameter of it changed. */
  const askWith = (name: string, value: string, change: HistoryChange): void => {
    parameters.set('q', page.input.value);
    parameters.set(name, value);
    parameters.delete('offset');
    ask(change);
  };

  const askTyped = (): void => askWith('q', page.input.value, 'replace');

  const askSoon = (): void => {
    clearTimeout(pause);
    running?.abort();
    setBusy(true);
    pause = setTimeout(askTyped, pauseMilliseconds);
  };

  const askAddress = (): void => {
    parameters = address.read();
    page.input.value = parameters.get('q') ?? '';
    ask('none');
  };

  const followLink = (link: HTMLAnchorElement): void => {
    parameters = new URLSearchParams(link.search);
    // The results may be older than the last letters typed; the link home, and those of the note, say what shall be asked.
    if (page.results.contains(link)) parameters.set('q', page.input.value);
    else page.input.value = parameters.get('q') ?? '';
    ask('push');
    if (page.form.getBoundingClientRect().bottom < 0) scrollTo({ top: 0 });
  };

  const findWithin = async (input: HTMLInputElement): Promise<void> => {
    const { findValues } = await import('./when-typing.js');
    const { query } = parseAddress(parameters);
    if (query !== undefined) await findValues(input, engine.ask, query, page.wording);
  };

  /** No answer needs it, so it is loaded apart. What was typed meanwhile is looked at then. */
  const completeWords = async (): Promise<void> => {
    const typed = page.input.value;
    const { completeTyping } = await import('./when-typing.js');
    const look = completeTyping(page, engine, () => parseAddress(parameters).query);
    if (page.input.value !== typed && !isComposing) look();
  };

  page.input.addEventListener('input', (event) => {
    // Half a word of Japanese or Chinese is not yet a question.
    isComposing = event instanceof InputEvent && event.isComposing;
    if (!isComposing) askSoon();
  });
  page.input.addEventListener('compositionend', () => {
    isComposing = false;
    askSoon();
  });
  page.form.addEventListener('submit', (event) => {
    event.preventDefault();
    askTyped();
    // On a phone this puts the keyboard away, which hides the results.
    if (matchMedia('(pointer: coarse)').matches) page.input.blur();
  });
  root.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element && event instanceof MouseEvent)) return;
    if (target.closest('[data-retry]')) return askTyped();
    const link = target.closest('a[data-refine]');
    if (!(link instanceof HTMLAnchorElement && isPlainClick(event))) return;
    event.preventDefault();
    followLink(link);
  });
  page.results.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) askWith(target.name, target.value, 'push');
  });
  page.results.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) findWithin(target).catch(reportError);
  });
  dropMissingImages(page.results);
  addEventListener('online', () => {
    if (hasFailed) askTyped();
  });
  whenFirstUsed(page, completeWords);
  address.onMove(askAddress);
  handleKeys(page, () => {
    page.input.value = '';
    askTyped();
  });
  page.keys.hidden = false;
  // A page that no server filled asks for itself.
  if (!page.results.hasChildNodes() && !page.problems.hasChildNodes()) askAddress();
};

/** @param start fails where the connection does, and the page goes on without it */
const whenFirstUsed = ({ root, input }: PageElements, start: () => Promise<void>): void => {
  const use = (): void => void start().catch(reportError);
  if (root.activeElement === input) use();
  else input.addEventListener('focus', use, { once: true });
};

/** A picture that is not there, be it since before the script was, is no loss; its frame would be ugly. */
const dropMissingImages = (results: HTMLElement): void => {
  for (const image of results.querySelectorAll('img'))
    if (image.complete && image.naturalWidth === 0) image.remove();
  const drop = ({ target }: Event): void => {
    if (target instanceof HTMLImageElement) target.remove();
  };
  results.addEventListener('error', drop, { capture: true });
};

/** Other clicks open a tab or a window, which the browser does. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
