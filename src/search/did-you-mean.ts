/**
 * The text of a question with likelier words, where some of those typed find nothing, or hardly anything.
 * @module
 */
import { isScarce } from '../analysis/expansion.js';
import type { QueryTree } from '../domain/query-tree.js';
import type { Correction } from '../engines/matcher.js';
import { parseText } from '../query/parse-text.js';
import { printText } from '../query/print-text.js';
import type { ShardMatches } from './match-shard.js';
import type { Question } from './question.js';

/** What all shards say of a word, as it was typed. */
interface TypedWord {
  documents: number;
  /** Whether it begins words of the index: it is not misspelt but unfinished. */
  isBeginning: boolean;
  /** By term; `at` is its best place in a list of corrections. */
  readonly corrections: Map<string, { at: number; documents: number }>;
}

const isBeginning = ({ asked, matches }: ShardMatches, number: number): boolean => {
  const [own] = asked.words[number]?.forms ?? [];
  if (own?.kind !== 'term' || own.prefix === 'never') return false;
  for (const [term, { words }] of matches.terms) {
    if (term.length > own.term.length && term.startsWith(own.term) && words.includes(number)) return true;
  }
  return false;
};

const addCorrections = (known: TypedWord['corrections'], corrections: readonly Correction[]): void => {
  corrections.forEach(({ term, documents }, at) => {
    const before = known.get(term) ?? { at, documents: 0 };
    known.set(term, { at: Math.min(before.at, at), documents: before.documents + documents });
  });
};

const collectWords = (matches: readonly ShardMatches[]): ReadonlyMap<string, TypedWord> => {
  const typed = new Map<string, TypedWord>();
  for (const ofShard of matches) {
    ofShard.asked.words.forEach(({ text, excluded }, number) => {
      const found = ofShard.matches.words[number];
      if (excluded || found === undefined) return;
      const word = typed.get(text) ?? { documents: 0, isBeginning: false, corrections: new Map() };
      word.documents += found.documents;
      word.isBeginning ||= isBeginning(ofShard, number);
      addCorrections(word.corrections, found.corrections);
      typed.set(text, word);
    });
  }
  return typed;
};

/** The likeliest of all shards: of those that are as likely, that of most posts. */
const chooseCorrection = ({ documents, isBeginning, corrections }: TypedWord): string | undefined => {
  const [best] = [...corrections]
    .filter(([, correction]) => !isBeginning && isScarce(documents, correction.documents))
    .sort(([, a], [, b]) => a.at - b.at || b.documents - a.documents);
  return best?.[0];
};

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

const characterBefore = (text: string, at: number): string =>
  /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0x20);

/** In place of the word wherever it stands by itself. */
const replaceWord = (text: string, typed: string, likelier: string): string => {
  let replaced = '';
  let from = 0;
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + typed.length)) {
    const end = at + typed.length;
    if (wordCharacter.test(characterBefore(text, at)) || wordCharacter.test(characterAt(text, end))) continue;
    replaced += text.slice(from, at) + likelier;
    from = end;
  }
  return replaced + text.slice(from);
};

/** Typed to likelier. */
type Corrections = ReadonlyMap<string, string>;

const replaceWords = (text: string, corrections: Corrections): string =>
  [...corrections].reduce((replaced, [typed, likelier]) => replaceWord(replaced, typed, likelier), text);

/** Only words that are asked for: what stands in quotes, names of a filter and what is not to be there are as they are. */
const correctTree = (tree: QueryTree, corrections: Corrections): QueryTree => {
  switch (tree.kind) {
    case 'term':
    case 'prefix':
      return { ...tree, text: replaceWords(tree.text, corrections) };
    case 'all':
    case 'any':
    case 'most':
      return { ...tree, of: tree.of.map((branch) => correctTree(branch, corrections)) };
    case 'field':
      return { ...tree, of: correctTree(tree.of, corrections) };
    default:
      return tree;
  }
};

/**
 * Looks at what was found, and asks once whether the corrected text leads to anything.
 * @param count how many posts a text finds
 * @returns the text as it was typed but for the words
 */
export const suggestText = async (
  { query, tree }: Question,
  matches: readonly ShardMatches[],
  count: (text: string) => Promise<number>,
): Promise<string | undefined> => {
  const corrections = new Map(
    [...collectWords(matches)].flatMap(([typed, word]) => {
      const likelier = chooseCorrection(word);
      return likelier === undefined ? [] : [[typed, likelier] as const];
    }),
  );
  if (corrections.size === 0) return undefined;
  const typed = replaceWords(query.text.trim(), corrections);
  const meant = correctTree(tree, corrections);
  // The word may be in quotes or the name of a filter too: then only the text that is written anew means just this.
  const text = JSON.stringify(parseText(typed)) === JSON.stringify(meant) ? typed : printText(meant);
  return (await count(text)) > 0 ? text : undefined;
};
