/**
 * The list below the box of what may be typed next: a combobox as the ARIA Authoring Practices describe it, with the keyboard in
 * the box. It stands between the box and the answer, which it moves down and never covers.
 * @module
 */
import type { SearchEngine, SearchQuery } from '../../domain/search.js';
import { type CompletionOption, renderCompletions, toCompletionId } from '../render-completions.js';
import { sayCount } from '../say.js';
import type { PageElements } from './page-elements.js';
import { suggestCompletions, type Typed } from './suggest-completions.js';

/** As long as the page waits before it asks: who types fast is not interrupted. */
const pauseMilliseconds = 80;

/**
 * Until an arrow goes into the list, every key does what it does without it; then Enter and Tab take what is chosen. Past its end the
 * arrow goes on to the hits. Escape closes it.
 * @param currentQuery what is asked beside the text, unless that is wrong
 * @returns looks at what is typed
 */
export const completeTyping = (
  { root, input, form, completions: list, completionCount, wording }: PageElements,
  engine: Pick<SearchEngine, 'ask' | 'suggest'>,
  currentQuery: () => SearchQuery | undefined,
): (() => void) => {
  let options: readonly CompletionOption[] = [];
  /** What the options are for. */
  let typed: Typed = { text: '', caret: 0 };
  /** Position of the chosen one; -1 while it is the text itself. */
  let active = -1;
  let looking: AbortController | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isPressing = false;

  const show = (shown: readonly CompletionOption[]): void => {
    options = shown;
    const { length } = shown;
    list.hidden = length === 0;
    input.setAttribute('aria-expanded', String(length > 0));
    completionCount.textContent = length === 0 ? '' : sayCount(wording.suggestionCount, length, wording);
    choose(-1);
  };

  const choose = (at: number): void => {
    active = at;
    list.innerHTML = renderCompletions(options, at).markup;
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', toCompletionId(at));
  };

  const close = (): void => {
    clearTimeout(pause);
    looking?.abort();
    if (!list.hidden) show([]);
  };

  const look = async (): Promise<void> => {
    looking?.abort();
    looking = new AbortController();
    const { signal } = looking;
    const asked = { text: input.value, caret: input.selectionStart ?? input.value.length };
    const query = currentQuery();
    if (query === undefined) return close();
    try {
      const found = await suggestCompletions(asked, query, engine, wording, signal);
      if (signal.aborted) return;
      typed = asked;
      show(found);
    } catch {
      // The answer to the question fails for the same reason, and says so.
      if (!signal.aborted) close();
    }
  };

  const lookSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void look(), pauseMilliseconds);
  };

  const accept = ({ text, start, end, isWhole }: CompletionOption): void => {
    input.value = typed.text;
    input.setRangeText(text, start, end, 'end');
    close();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    if (isWhole) close();
  };

  /** @returns whether the key was for the list */
  const press = (key: string): boolean => {
    const chosen = options[active];
    if (key === 'Escape') close();
    else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) accept(chosen);
    else if (key === 'ArrowDown' && active < options.length - 1) choose(active + 1);
    else if (key === 'ArrowUp' && active >= 0) choose(active - 1);
    else {
      if (key.startsWith('Arrow') || key === 'Home' || key === 'End') close();
      return false;
    }
    return true;
  };

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) lookSoon();
  });
  input.addEventListener('compositionend', lookSoon);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (press(event.key)) event.preventDefault();
  });
  form.addEventListener('submit', close);
  // What is pressed must not move before it is let go, or it would not be what is clicked.
  root.addEventListener('pointerdown', () => {
    isPressing = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    root.addEventListener(end, () => {
      setTimeout(() => {
        isPressing = false;
        if (root.activeElement !== input) close();
      });
    });
  }
  input.addEventListener('blur', () => {
    if (!isPressing) close();
  });
  // The keyboard stays in the box.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null;
    const chosen = options.find((_, at) => option?.id === toCompletionId(at));
    if (chosen !== undefined) accept(chosen);
  });
  return lookSoon;
};
