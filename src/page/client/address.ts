/**
 * Where the question of a view stands: in the address of the page, or, in a part of a page, nowhere.
 * @module
 */

/** What a question does to the history: typing rewrites the present entry, a click makes one to go back from. */
export type HistoryChange = 'push' | 'replace' | 'none';

/** How a view reads and changes the address that it has, if it has one. */
export interface Address {
  /** Parameters of the question that it asks for; none where there is no address. */
  read(): URLSearchParams;
  /** @param title of what is shown from now on */
  show(parameters: URLSearchParams, title: string, change: HistoryChange): void;
  /** @param listener called when the reader has gone back or forth to another question */
  onMove(listener: () => void): void;
}

/** The address, history and title of the whole page. */
export const createPageAddress = (): Address => {
  let shown = location.search;
  return {
    read: () => new URLSearchParams(location.search),
    show(parameters, title, change) {
      document.title = title;
      const address = parameters.size === 0 ? location.pathname : `?${parameters}`;
      try {
        if (change === 'push') history.pushState(null, '', address);
        if (change === 'replace') history.replaceState(null, '', address);
      } catch {
        // Safari refuses more than 100 changes in 30 seconds. The address lags then; the results need not.
      }
      shown = location.search;
    },
    onMove(listener) {
      addEventListener('popstate', () => {
        // Jumping to a place on the page is a step of the history too, but no new question.
        if (location.search !== shown) listener();
      });
    },
  };
};
