/**
 * Which words the answer was found without.
 * @module
 */
import type { QueryWord } from '../analysis/query-words.js';
import type { QueryTree } from '../domain/query-tree.js';
import type { ShardMatches } from './match-shard.js';

/** The plain words of a text, as typed: only of words side by side some may be missing. */
const listPlainWords = (tree: QueryTree): readonly string[] => {
  switch (tree.kind) {
    case 'most':
      return tree.of.flatMap((branch) =>
        branch.kind === 'term' || branch.kind === 'prefix' ? [branch.text] : listPlainWords(branch),
      );
    case 'all':
    case 'any':
      return tree.of.flatMap(listPlainWords);
    default:
      return [];
  }
};

/** One word, or several where the script has no spaces between them: those that count most, not the characters of which they are made. */
const numbersOf = (typed: string, words: readonly QueryWord[]): readonly number[] => {
  const numbers = words.flatMap(({ text, excluded }, number) =>
    !excluded && typed.includes(text) ? [number] : [],
  );
  const whole = numbers.filter((number) => words[number]?.text === typed);
  if (whole.length > 0) return whole;
  const weightOf = (number: number): number => words[number]?.weight ?? 0;
  const most = Math.max(...numbers.map(weightOf));
  return numbers.filter((number) => weightOf(number) === most);
};

const isMissing = (typed: string, { asked, matches }: ShardMatches): boolean => {
  const numbers = numbersOf(typed, asked.words);
  if (numbers.length === 0) return false;
  const found = new Set([...matches.terms.values()].flatMap(({ words }) => words));
  return numbers.every((number) => {
    const word = matches.words[number];
    return word?.isDropped || (word?.documents === 0 && !found.has(number));
  });
};

/** @returns each once, as typed: dropped in every shard that answers, or in no post of it at all */
export const findDropped = (tree: QueryTree, matches: readonly ShardMatches[]): readonly string[] => {
  const answering = matches.filter(({ answers }) => answers.ordinals.length > 0);
  if (answering.length === 0) return [];
  return [...new Set(listPlainWords(tree))].filter((typed) =>
    answering.every((ofShard) => isMissing(typed, ofShard)),
  );
};
