/**
 * A search result for a terminal.
 * @module
 */
import { facets } from '../domain/facets.js';
import { toOneLine } from '../domain/one-line.js';
import type { Hit, SearchQuery, SearchResult, Segment } from '../domain/search.js';
import { describeUnderstanding } from '../page/describe.js';
import { say } from '../page/say.js';
import { english } from '../page/wording/english.js';
import { formatScore } from './format-score.js';
import { toPrintable } from './terminal.js';

export type Paint = (style: 'bold' | 'dim' | 'underline' | 'yellow' | 'cyan', text: string) => string;

export const formatSegments = (segments: readonly Segment[], paint: Paint): string =>
  segments
    .map(({ text, highlighted }) => {
      const plain = toPrintable(text).replace(/\s+/g, ' ');
      return highlighted ? paint('yellow', plain) : plain;
    })
    .join('');

/** Day, categories and tags, in a line. */
export const formatFacts = ({ date, categories, tags }: Pick<Hit, 'date' | 'categories' | 'tags'>): string =>
  toOneLine([date, ...categories, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join('  '));

const formatHit = (hit: Hit, number: number, paint: Paint): string => {
  const [snippet] = hit.snippets;
  const facts = formatFacts(hit);
  const anchor = snippet.heading?.anchor ? `#${snippet.heading.anchor}` : '';
  const shown = formatSegments(snippet.segments, paint).trim();
  const lines = [
    `${String(number).padStart(3)}. ${paint('bold', formatSegments(hit.title, paint))}`,
    facts && paint('dim', facts),
    paint('cyan', toOneLine(hit.url + anchor)),
    shown && `${snippet.before ? '…' : ''}${shown}${snippet.after ? '…' : ''}`,
    ...(hit.explanation === undefined ? [] : formatScore(hit.explanation)),
  ];
  return lines.filter((line) => line !== '').join('\n     ');
};

const formatFacets = (result: SearchResult, paint: Paint): string =>
  facets
    .flatMap(({ name, title }) => {
      const counted = result.facets[name] ?? [];
      const values = counted.map(({ value, count }) => `${toOneLine(value)} (${count})`);
      return counted.length > 0 ? [`\n${paint('bold', title)}: ${values.join(', ')}\n`] : [];
    })
    .join('');

/** How the question was understood, where that is not plain; then the hits, whose numbers go on after those that were skipped; then what was counted. */
export const formatResult = (result: SearchResult, query: SearchQuery, paint: Paint): string => {
  const { total, hits } = result;
  const { offset } = query;
  const notes = describeUnderstanding(result, query, english)
    .map(({ sentence, text }) => `${toOneLine(say(sentence, { text }))}\n`)
    .join('');
  if (total === 0) return `No post matches.\n${notes}`;
  const head = `${total} ${total === 1 ? 'post' : 'posts'}, ${hits.length === 0 ? 'none shown' : `${offset + 1} to ${offset + hits.length}`}\n`;
  return `${head}${notes}\n${hits.map((hit, at) => `${formatHit(hit, offset + at + 1, paint)}\n`).join('\n')}${formatFacets(result, paint)}`;
};
