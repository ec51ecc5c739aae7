/**
 * Which passages of a shard's posts hold which terms.
 * @module
 */
import { createAnalyzer } from '../analysis/index.js';
import type { Passage } from '../documents/cut-passages.js';
import type { PassageIndex } from '../engines/compiled/index.js';

/**
 * Terms are those that a snippet of the passage would highlight: its text is analyzed as it is shown. What it takes is one
 * number for each term of each passage.
 * @param documents the passages of each, in document order
 */
export const indexPassages = (
  documents: readonly (readonly Pick<Passage, 'text'>[])[],
  language: string,
): PassageIndex => {
  const analyzer = createAnalyzer(language);
  const holding = new Map<string, number[]>();
  let number = 0;
  for (const passages of documents) {
    // Of a post of one passage there is nothing to ask.
    if (passages.length > 1) {
      passages.forEach(({ text }, at) => {
        for (const term of new Set(analyzer.terms(text))) {
          const held = holding.get(term);
          if (held === undefined) holding.set(term, [number + at]);
          else held.push(number + at);
        }
      });
    }
    number += passages.length;
  }
  return { counts: documents.map(({ length }) => length), holding };
};
