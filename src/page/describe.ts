/**
 * What is said of an answer in plain text: on the page, and some of it on a terminal.
 * @module
 */
import type { SearchQuery, SearchResult } from '../domain/search.js';
import { formatCount, formatsOf, say, sayCount } from './say.js';
import type { Wording } from './wording/wording.js';

/** How many posts answer, in one sentence. It is read out to who cannot see the page change. */
export const describeTotal = (
  { total }: SearchResult,
  { text: typed, offset, limit }: SearchQuery,
  wording: Wording,
): string => {
  const text = typed.trim();
  if (total === 0) return text === '' ? wording.none : say(wording.noneFor, { text });
  const said = sayCount(text === '' ? wording.total : wording.totalFor, total, wording, { text });
  if (offset === 0 || limit === 0) return said;
  return say(wording.onPage, { total: said, page: formatCount(Math.floor(offset / limit) + 1, wording) });
};

/** A sentence about how a question was understood, and what it is about. */
export interface Note {
  /** `understood` and `likelier` are about a question that could be asked, `dropped` about words. */
  readonly kind: 'understood' | 'dropped' | 'likelier';
  /** With a place for `text`. */
  readonly sentence: string;
  readonly text: string;
}

/** @returns nothing where a question was understood as it was typed, and answered with all of its words */
export const describeUnderstanding = (
  { total, understood: { text, dropped, didYouMean } }: SearchResult,
  query: SearchQuery,
  wording: Wording,
): readonly Note[] => {
  const notes: Note[] = [];
  if (!isAsTyped(text, query.text)) notes.push({ kind: 'understood', sentence: wording.understoodAs, text });
  // Where nothing answers, that is all there is to say.
  if (total > 0 && dropped.length > 0) {
    const words = formatsOf(wording).and.format(dropped.map((word) => say(wording.quoted, { text: word })));
    notes.push({ kind: 'dropped', sentence: wording.answeredWithout, text: words });
  }
  if (didYouMean !== undefined)
    notes.push({ kind: 'likelier', sentence: wording.didYouMean, text: didYouMean });
  return notes;
};

/** Blanks, case and the order of what was typed tell nothing. */
const isAsTyped = (understood: string, typed: string): boolean => toPieces(understood) === toPieces(typed);

const toPieces = (text: string): string => text.toLowerCase().split(/\s+/).filter(Boolean).sort().join(' ');

/** What the tab and the history show. */
export const describePage = (siteTitle: string, text: string): string =>
  text.trim() === '' ? siteTitle : `${text.trim()} – ${siteTitle}`;
