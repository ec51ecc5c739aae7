/**
 * FlexSearch at its fastest: whole words, of which a post has all; the same terms as ours.
 * @module
 */
import { createAnalyzer } from '../../../../src/analysis/index.js';
import { language } from './engine.js';
import { createFlexSearch } from './flexsearch-index.js';

const analyzer = createAnalyzer(language);

export const engine = createFlexSearch(
  { tokenize: 'strict', encode: (text: string) => [...analyzer.terms(text)] },
  (ask) => ({ words: ask(false) }),
);
