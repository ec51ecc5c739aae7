/**
 * The modes of a matcher of ours: its words read more or less freely, the ten best selected as our search does.
 * @module
 */
import { analyzeQuery, createAnalyzer, type Form } from '../../../../src/analysis/index.js';
import type { Matcher } from '../../../../src/engines/matcher.js';
import { parseText } from '../../../../src/query/parse-text.js';
import { selectTop } from '../../../../src/search/select-top.js';
import { type Ask, language, limit, type Mode } from './engine.js';

const read: Readonly<Record<Mode, (form: Form) => Form>> = {
  words: (form) => (form.kind === 'term' ? { ...form, prefix: 'never', maxEdits: 0 } : form),
  prefix: (form) => (form.kind === 'term' ? { ...form, maxEdits: 0 } : form),
  typos: (form) => form,
};

/** @param ids by ordinal */
export const toModes = (matcher: Matcher, ids: readonly string[]): Readonly<Record<Mode, Ask>> => {
  const analyzer = createAnalyzer(language);
  const ask =
    (mode: Mode): Ask =>
    async (text) => {
      const query = analyzeQuery(parseText(text), analyzer);
      const words = query.words.map((word) => ({ ...word, forms: word.forms.map(read[mode]) }));
      const { ordinals, scores } = await matcher.match({ ...query, words });
      const best = selectTop(ordinals.length, limit, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
      return best.map((at) => ids[ordinals[at] ?? 0] ?? '');
    };
  return { words: ask('words'), prefix: ask('prefix'), typos: ask('typos') };
};
