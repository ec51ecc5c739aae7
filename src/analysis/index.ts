/**
 * Text -> terms, and a query tree -> the terms of one language. Pure; runs anywhere.
 * @module
 */
export {
  type AnalyzedQuery,
  type AnalyzedTree,
  analyzeQuery,
  emptyQuery,
  maxQueryWords,
} from './analyze-query.js';
export {
  type Analyzer,
  analyzerFingerprint,
  createAnalyzer,
  hasOwnTerms,
  maxTermLength,
  type Token,
} from './analyzer.js';
export type { Form, QueryWord, TermForm } from './query-words.js';
export { analyzeSynonyms } from './synonym-forms.js';
