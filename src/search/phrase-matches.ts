/**
 * Where the words of a phrase stand together; loaded where a question has one.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import type { Form, QueryWord } from '../analysis/query-words.js';
import { isPhrase, type Match } from './highlight.js';

type SequenceForm = Extract<Form, { readonly kind: 'sequence' }>;

/** How far apart two neighbouring words of a phrase may be, in UTF-16 units: blanks and signs are between them. */
const farthest = 200;

/**
 * @param matches of a text, in order
 * @returns those but the words of phrases that stand by themselves, and that nothing else of the question asks for
 */
export const keepPhrases = (
  text: string,
  matches: readonly Match[],
  words: readonly QueryWord[],
  analyzer: Analyzer,
): readonly Match[] => {
  const kept = new Set<Match>();

  /** Whether one term stands so many words after another. */
  const follows = (before: Match, after: Match, offset: number): boolean =>
    after.start < before.end ||
    analyzer.scan(text.slice(before.end, after.start), () => undefined, 'code') === offset - 1;

  const findNext = (before: Match, from: number, name: string, offset: number): number | undefined => {
    for (let at = from; at < matches.length; at += 1) {
      const match = matches[at];
      if (match === undefined || match.start > before.end + farthest) return undefined;
      if (match.name !== name || match.start <= before.start) continue;
      return follows(before, match, offset) ? at : undefined;
    }
    return undefined;
  };

  const keepFrom = (first: number, { terms, offsets }: SequenceForm): void => {
    const together: Match[] = [];
    let at: number | undefined = first;
    for (let number = 0; number < terms.length; number += 1) {
      const before = together.at(-1);
      if (before) {
        const offset = (offsets[number] ?? 0) - (offsets[number - 1] ?? 0);
        at = findNext(before, at + 1, terms[number] ?? '', offset);
      }
      const match = at === undefined ? undefined : matches[at];
      if (at === undefined || match === undefined) return;
      together.push(match);
    }
    for (const match of together) kept.add(match);
  };

  for (const { forms } of words.filter(isPhrase)) {
    for (const form of forms) {
      if (form.kind !== 'sequence') continue;
      matches.forEach(({ name }, at) => {
        if (name === form.terms[0]) keepFrom(at, form);
      });
    }
  }
  const isOnlyOfPhrases = ({ term }: Match): boolean =>
    term.words.every((number) => words[number] !== undefined && isPhrase(words[number]));
  return matches.filter((match) => kept.has(match) || !isOnlyOfPhrases(match));
};
