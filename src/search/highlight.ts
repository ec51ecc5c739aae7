/**
 * Where the words of a question are in a text.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import { TermFinder } from '../analysis/find-terms.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { Span } from '../domain/post.js';
import type { Segment } from '../domain/search.js';
import type { MatchedTerm } from '../engines/matcher.js';

/** Where a term of the answer stands in a text. */
export interface Match extends Span {
  readonly name: string;
  readonly term: MatchedTerm;
}

/** Matches after so many in one text are not looked at. */
export const maxMatches = 10_000;

/** Where the words of a question are in a text, in order; those of compounds overlap. */
export type FindMatches = (text: string) => readonly Match[];

/** A text does not say where in it there is code, so all may be. */
export const createMatchFinder = (
  analyzer: Analyzer,
  terms: ReadonlyMap<string, MatchedTerm>,
): FindMatches => {
  const finder = new TermFinder(analyzer, terms.keys());
  return (text) => {
    const matches: Match[] = [];
    finder.find(text, (name, start, end) => {
      const term = terms.get(name);
      if (term && matches.length < maxMatches) matches.push({ start, end, name, term });
    });
    return matches;
  };
};

/** Whether a word is looked for as words one after the other, and not otherwise. */
export const isPhrase = ({ forms, excluded }: QueryWord): boolean =>
  !excluded && forms.every(({ kind }) => kind === 'sequence');

/** Overlapping and touching spans become one. */
const unite = (spans: readonly Span[]): readonly Span[] => {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
};

/** The part of a text between two offsets, cut where highlighting begins and ends. No segment is empty. */
export const toSegments = (
  text: string,
  from: number,
  to: number,
  matches: readonly Span[],
): readonly Segment[] => {
  const segments: Segment[] = [];
  const push = (start: number, end: number, highlighted: boolean): void => {
    if (start < end) segments.push({ text: text.slice(start, end), highlighted });
  };
  let at = from;
  for (const { start, end } of unite(matches)) {
    if (end <= at || start >= to) continue;
    push(at, Math.max(at, start), false);
    push(Math.max(at, start), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  push(at, to, false);
  return segments;
};

/** All of a text. */
export const highlight = (text: string, findMatches: FindMatches): readonly Segment[] =>
  toSegments(text, 0, text.length, findMatches(text));
