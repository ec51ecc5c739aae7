import type { PageElements } from './page-elements.js';

/**
 * `/` goes to the search box, the arrows through the hits, Escape clears. Enter needs nothing: the hits are links.
 * @param clear empties the search box and asks again.
 */
export const handleKeys = ({ root, input, results, status }: PageElements, clear: () => void): void => {
  /** `undefined` where the arrow shall do what it always does. */
  const findNeighbour = (target: HTMLElement, step: 1 | -1): HTMLElement | undefined => {
    const hits = [...results.querySelectorAll<HTMLElement>('a.hit-link')];
    if (target === input) return step === 1 ? hits[0] : undefined;
    const hit = target.closest('.hit')?.querySelector<HTMLElement>('a.hit-link');
    if (!hit) return undefined;
    const position = hits.indexOf(hit) + step;
    return position < 0 ? input : hits[position];
  };

  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    // A key may have been for the list of completions. While a word is composed (Japanese, Chinese), keys belong to the input method.
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;

    if (event.key === '/' && !isEditable(target)) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (
      event.key === 'Escape' &&
      (target === input || target === status || (results.contains(target) && !isEditable(target)))
    ) {
      event.preventDefault();
      input.focus();
      if (input.value !== '') clear();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = findNeighbour(target, event.key === 'ArrowDown' ? 1 : -1);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    }
  });
};

const isEditable = (element: HTMLElement): boolean =>
  element.isContentEditable || element.matches('input, textarea, select');
