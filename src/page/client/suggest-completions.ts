/**
 * What could be typed next: names of operators, and the values that posts have.
 * @module
 */
import type { FacetName } from '../../domain/facets.js';
import type { FacetCount } from '../../domain/search.js';
import { completeAt, type NameCompletion, type ValueCompletion } from '../../query/completions.js';
import { printNamed } from '../../query/print-text.js';
import type { CompletionOption } from '../render-completions.js';
import { formatCount, nameLanguage } from '../wording.js';

/** Counts the values of a facet over the posts that a text asks for. */
export type CountValues = (
  text: string,
  facet: FacetName,
  signal: AbortSignal,
) => Promise<readonly FacetCount[]>;

/** What could take the place of what stands between `start` and the caret. */
export interface Suggestion {
  readonly start: number;
  readonly options: readonly CompletionOption[];
}

export const noSuggestion: Suggestion = { start: 0, options: [] };

/** No more than can be looked over. */
const maxOptions = 8;
/** A single letter begins too much. */
const minNameLength = 2;

export const suggestCompletions = async (
  text: string,
  caret: number,
  countValues: CountValues,
  signal: AbortSignal,
): Promise<Suggestion> => {
  const completion = completeAt(text, caret);
  if (completion === undefined) return noSuggestion;
  const { start, end } = completion;
  if (completion.kind === 'name') return { start, options: completeName(completion) };
  // Over the posts that the rest of the text asks for: half a value is none that a post has.
  const before = text.slice(0, start).replace(/-$/, '');
  const after = text.slice(end);
  const values = await countValues(before + after, completion.facet, signal);
  return { start, options: completeValue(completion, values, after === '' ? ' ' : '') };
};

const completeName = ({ rows, start, end }: NameCompletion): readonly CompletionOption[] =>
  end - start < minNameLength
    ? []
    : rows.map(({ name, meaning }) => ({ text: `${name}:`, label: `${name}:`, detail: meaning }));

/** @param gap to what is typed next */
const completeValue = (
  { name, facet, typed }: ValueCompletion,
  values: readonly FacetCount[],
  gap: string,
): readonly CompletionOption[] => {
  const begun = toKey(typed);
  const isBegun = (value: string): boolean => toKey(value).startsWith(begun);
  const fitting = values.filter(({ value }) => toKey(value).includes(begun) && toKey(value) !== begun);
  return [...fitting.filter(({ value }) => isBegun(value)), ...fitting.filter(({ value }) => !isBegun(value))]
    .slice(0, maxOptions)
    .map(({ value, count }) => ({
      text: printNamed(name, value) + gap,
      label: facet === 'languages' ? `${value} ${nameLanguage(value)}` : value,
      detail: formatCount(count),
    }));
};

/** Values are compared as the engines do: ignoring case and Unicode form. */
const toKey = (value: string): string => value.normalize('NFC').toLowerCase();
