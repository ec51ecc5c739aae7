/**
 * A query whose text has been read: once, for all shards.
 * @module
 */
import type { QueryTree } from '../domain/query-tree.js';
import type { Pin, RankingSettings, Recency } from '../domain/ranking-settings.js';
import type { SearchQuery } from '../domain/search.js';
import { readPlainText } from '../query/read-plain-text.js';
import { loadScript } from '../sharing/load-script.js';
import { isLanguageAsked } from './asked-languages.js';

export interface Question {
  readonly query: SearchQuery;
  readonly tree: QueryTree;
  /** The text that means just the tree. */
  readonly understood: string;
  /** Whether there is a word to score by: a text may hold nothing but filters, and words that are asked not to be there. */
  readonly asksWords: boolean;
  /** Seconds since the epoch. */
  readonly now: number;
  /** URLs of the posts that stand first, in their order. */
  readonly pins: readonly string[];
  readonly recency: Recency | undefined;
  /** Words, as typed, that stand for no other, whatever a shard finds of them. Default none. */
  readonly settled?: ReadonlySet<string>;
}

const asksWords = (tree: QueryTree): boolean => {
  switch (tree.kind) {
    case 'term':
    case 'prefix':
    case 'wildcard':
    case 'phrase':
      return true;
    case 'field':
      return asksWords(tree.of);
    case 'all':
    case 'any':
    case 'most':
      return tree.of.some(asksWords);
    case 'not':
    case 'filter':
      return false;
  }
};

/** Case and Unicode form do not count, nor do blanks around and between words. */
const toPinKey = (text: string): string =>
  text.normalize('NFC').toLowerCase().normalize('NFC').trim().replace(/\s+/g, ' ');

const toPinned = (pins: readonly Pin[], text: string, now: number): readonly string[] => {
  const key = toPinKey(text);
  const today = new Date(now * 1000).toISOString().slice(0, 10);
  const urls = pins
    .filter(({ query, from = today, to = today }) => toPinKey(query) === key && from <= today && today <= to)
    .flatMap((pin) => pin.urls);
  return [...new Set(urls)];
};

const loadReader = () => loadScript('operators of questions', () => import('../query/read-text.js'));

/**
 * @param now seconds since the epoch
 * @throws LookbackError `index-unreachable` where a text is more than words, and what reads it does not load
 */
export const toQuestion = async (
  query: SearchQuery,
  now: number,
  { pins, recency, fuzzy }: RankingSettings = { pins: [] },
): Promise<Question> => {
  const { tree, understood } = readPlainText(query.text) ?? (await loadReader()).readText(query.text);
  return {
    query: { ...query, fuzzy: query.fuzzy && fuzzy !== false },
    tree,
    understood,
    asksWords: asksWords(tree),
    now,
    pins: toPinned(pins, query.text, now),
    recency,
  };
};

/** @returns false where no post of the language can match, whatever its words are */
export const mayMatch = (tree: QueryTree, language: string): boolean => {
  switch (tree.kind) {
    case 'filter':
      return tree.filter.by !== 'language' || isLanguageAsked(language, [tree.filter.language]);
    case 'all':
      return tree.of.every((branch) => mayMatch(branch, language));
    case 'any':
    case 'most':
      return tree.of.length === 0 || tree.of.some((branch) => mayMatch(branch, language));
    case 'field':
      return mayMatch(tree.of, language);
    default:
      return true;
  }
};
