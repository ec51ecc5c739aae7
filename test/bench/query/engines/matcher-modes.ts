/**
 * The modes of a matcher of ours: its words read more or less freely, the ten best selected as our search does.
 * @module
 */
import { analyzeQuery, createAnalyzer, type QueryWord } from '../../../../src/analysis/index.js';
import type { Matcher } from '../../../../src/engines/matcher.js';
import { parseText } from '../../../../src/query/parse-text.js';
import { selectTop } from '../../../../src/search/select-top.js';
import { type Ask, language, limit, type Mode } from './engine.js';

const read: Readonly<Record<Mode, (word: QueryWord) => QueryWord>> = {
  words: (word) => ({ ...word, prefix: false, maxEdits: 0 }),
  prefix: (word) => ({ ...word, maxEdits: 0 }),
  typos: (word) => word,
};

/** @param ids by ordinal */
export const toModes = (matcher: Matcher, ids: readonly string[]): Readonly<Record<Mode, Ask>> => {
  const analyzer = createAnalyzer(language);
  const ask =
    (mode: Mode): Ask =>
    async (text) => {
      const { words, tree } = analyzeQuery(parseText(text), analyzer);
      const { ordinals, scores } = await matcher.match({ words: words.map(read[mode]), tree });
      const best = selectTop(ordinals.length, limit, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
      return best.map((at) => ids[ordinals[at] ?? 0] ?? '');
    };
  return { words: ask('words'), prefix: ask('prefix'), typos: ask('typos') };
};
