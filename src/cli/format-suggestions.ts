/**
 * Suggestions for a terminal: a line each, with the text that is asked for them.
 * @module
 */
import { toOneLine } from '../domain/one-line.js';
import type { Suggestion } from '../domain/search.js';
import { formatSegments, type Paint } from './format-result.js';

export const formatSuggestions = (suggestions: readonly Suggestion[], paint: Paint): string =>
  suggestions.length === 0
    ? 'Nothing holds these words.\n'
    : suggestions
        .map(({ kind, segments, text, url }) => {
          const place = paint('cyan', toOneLine(url ?? text));
          return `${kind.padEnd(7)}  ${formatSegments(segments, paint)}  ${place}\n`;
        })
        .join('');
