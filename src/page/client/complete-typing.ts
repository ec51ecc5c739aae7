/**
 * The list of completions below the box: a combobox as the ARIA Authoring Practices describe it, with the keyboard in the box.
 * @module
 */
import { type CompletionOption, renderCompletions, toCompletionId } from '../render-completions.js';
import { describeCompletions } from '../wording.js';
import type { PageElements } from './page-elements.js';
import {
  type CountValues,
  noSuggestion,
  type Suggestion,
  suggestCompletions,
} from './suggest-completions.js';

/**
 * Until an arrow goes into the list, every key does what it does without it; then Enter and Tab take what is chosen. Past its end the
 * arrow goes on to the hits. Escape closes it.
 * @returns looks at what is typed
 */
export const completeTyping = (
  { input, form, completions: list, completionCount }: PageElements,
  countValues: CountValues,
): (() => void) => {
  let shown = noSuggestion;
  /** Position of the chosen one; -1 while it is the text itself. */
  let active = -1;
  let looking: AbortController | undefined;

  const show = (suggestion: Suggestion): void => {
    shown = suggestion;
    const { length } = suggestion.options;
    list.hidden = length === 0;
    input.setAttribute('aria-expanded', String(length > 0));
    completionCount.textContent = length === 0 ? '' : describeCompletions(length);
    choose(-1);
  };

  const choose = (at: number): void => {
    active = at;
    list.innerHTML = renderCompletions(shown.options, at).markup;
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', toCompletionId(at));
  };

  const close = (): void => {
    looking?.abort();
    if (!list.hidden) show(noSuggestion);
  };

  const look = async (): Promise<void> => {
    looking?.abort();
    looking = new AbortController();
    const { signal } = looking;
    const caret = input.selectionStart ?? input.value.length;
    try {
      const suggestion = await suggestCompletions(input.value, caret, countValues, signal);
      if (!signal.aborted) show(suggestion);
    } catch {
      // The answer to the question fails for the same reason, and says so.
      if (!signal.aborted) close();
    }
  };

  const accept = ({ text }: CompletionOption): void => {
    input.setRangeText(text, shown.start, input.selectionStart ?? input.value.length, 'end');
    close();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  /** @returns whether the key was for the list */
  const press = (key: string): boolean => {
    const { options } = shown;
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
    if (!(event instanceof InputEvent && event.isComposing)) void look();
  });
  input.addEventListener('compositionend', () => void look());
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (press(event.key)) event.preventDefault();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // The keyboard stays in the box.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null;
    const chosen = shown.options.find((_, at) => option?.id === toCompletionId(at));
    if (chosen !== undefined) accept(chosen);
  });
  return () => void look();
};
