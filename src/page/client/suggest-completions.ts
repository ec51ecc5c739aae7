/**
 * What could be typed next: names of operators, the values that posts have, and what posts say.
 * @module
 */
import type { FacetCount, SearchEngine, SearchQuery, Suggestion } from '../../domain/search.js';
import { completeAt, type NameCompletion, type ValueCompletion } from '../../query/completions.js';
import { printNamed } from '../../query/print-text.js';
import type { CompletionOption } from '../render-completions.js';
import { formatCount, nameLanguage } from '../say.js';
import type { Wording } from '../wording/wording.js';

/** No more than can be looked over. */
const maxOptions = 8;
const maxSuggestions = 6;
/** A single letter begins too much. */
const minLength = 2;

/** What was typed, and where the caret is in it. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/**
 * @param query what is asked beside the text
 * @param engine counts values over the posts that the rest of the text asks for, and suggests
 */
export const suggestCompletions = async (
  { text, caret }: Typed,
  query: SearchQuery,
  engine: Pick<SearchEngine, 'ask' | 'suggest'>,
  wording: Wording,
  signal: AbortSignal,
): Promise<readonly CompletionOption[]> => {
  const completion = completeAt(text, caret);
  if (completion?.kind === 'value') {
    const { start, end, facet } = completion;
    // Over the posts that the rest of the text asks for: half a value is none that a post has.
    const before = text.slice(0, start).replace(/-$/, '');
    const after = text.slice(end);
    const rest = { ...query, text: before + after, limit: 0, offset: 0, facets: [facet] };
    const { facets } = await engine.ask(rest, { signal });
    return completeValue(completion, facets[facet] ?? [], after === '' ? ' ' : '', wording);
  }
  const names = completion === undefined ? [] : completeName(completion, wording);
  if (caret < text.length || text.trim().length < minLength) return names;
  const { prefer, filters } = query;
  const asked = { text, languages: filters.languages ?? [], prefer, limit: maxSuggestions };
  const suggestions = await engine.suggest(asked, { signal });
  return [...names, ...suggestions.map((suggestion) => toOption(suggestion, text, wording))];
};

const plain = (text: string): CompletionOption['label'] => [{ text, highlighted: false }];

const completeName = (
  { rows, start, end }: NameCompletion,
  { meanings }: Wording,
): readonly CompletionOption[] =>
  end - start < minLength
    ? []
    : rows.map(({ name }) => ({
        text: `${name}:`,
        start,
        end,
        label: plain(`${name}:`),
        detail: meanings[name],
        isWhole: false,
      }));

/** @param gap to what is typed next */
const completeValue = (
  { name, facet, typed, start, end }: ValueCompletion,
  values: readonly FacetCount[],
  gap: string,
  wording: Wording,
): readonly CompletionOption[] => {
  const begun = toKey(typed);
  const isBegun = (value: string): boolean => toKey(value).startsWith(begun);
  const fitting = values.filter(({ value }) => toKey(value).includes(begun) && toKey(value) !== begun);
  return [...fitting.filter(({ value }) => isBegun(value)), ...fitting.filter(({ value }) => !isBegun(value))]
    .slice(0, maxOptions)
    .map(({ value, count }) => ({
      text: printNamed(name, value) + gap,
      start,
      end,
      label: plain(facet === 'languages' ? `${value} ${nameLanguage(value, wording)}` : value),
      detail: formatCount(count, wording),
      isWhole: false,
    }));
};

/** A suggestion takes the place of all that was typed. */
const toOption = (
  { kind, segments, text }: Suggestion,
  typed: string,
  { kinds }: Wording,
): CompletionOption => ({
  text,
  start: 0,
  end: typed.length,
  label: segments,
  detail: kinds[kind],
  isWhole: true,
});

/** Values are compared as the engines do: ignoring case and Unicode form. */
const toKey = (value: string): string => value.normalize('NFC').toLowerCase();
