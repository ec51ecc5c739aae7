/**
 * Text -> terms, and the words of a question -> the terms they stand for. Pure; runs anywhere.
 * @module
 */
export {
  type AnalyzedQuery,
  type AnalyzedTree,
  analyzeQuery,
  maxQueryWords,
} from './analyze-query.js';
export {
  type Analyzer,
  analyzerFingerprint,
  createAnalyzer,
  maxTermLength,
  type Token,
} from './analyzer.js';
export { expandWord, maxEditTerms, maxPrefixScan, maxPrefixTerms } from './expansion.js';
export type { QueryWord } from './query-words.js';
export { createTermDictionary } from './term-dictionary.js';
