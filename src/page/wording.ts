/**
 * Figures, days and names as the page writes them: the same on every machine, whatever its locale.
 * @module
 */
import { monthNames } from '../domain/month-names.js';
import type { SearchQuery, SearchResult } from '../domain/search.js';

const grouped = new Intl.NumberFormat('en');

/** `12,345` */
export const formatCount = (count: number): string => grouped.format(count);

/** `2019-03-07` becomes `7 March 2019`; anything else stays as it is. */
export const formatDay = (day: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = monthNames[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
};

/** A language by the name its readers use (`Deutsch`), or its tag where the platform knows none. */
export const nameLanguage = (tag: string): string => {
  if (tag === 'und') return 'Unknown';
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** How many posts answer, in one sentence. It is read out to who cannot see the page change. */
export const describeTotal = ({ total }: SearchResult, { text, offset, limit }: SearchQuery): string => {
  const words = text.trim() === '' ? '' : ` for “${text.trim()}”`;
  if (total === 0) return `No posts${words}`;
  const page = offset > 0 && limit > 0 ? `, page ${formatCount(Math.floor(offset / limit) + 1)}` : '';
  return `${formatCount(total)} ${total === 1 ? 'post' : 'posts'}${words}${page}`;
};

/** A sentence about how a question was understood, and what it is about. */
export interface Note {
  /** `understood` and `likelier` are about a question that could be asked, `dropped` about words. */
  readonly kind: 'understood' | 'dropped' | 'likelier';
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** @returns nothing where a question was understood as it was typed, and answered with all of its words */
export const describeUnderstanding = (
  { total, understood: { text, dropped, didYouMean } }: SearchResult,
  query: SearchQuery,
): readonly Note[] => {
  const notes: Note[] = [];
  if (!isAsTyped(text, query.text))
    notes.push({ kind: 'understood', before: 'Understood as ', text, after: '' });
  // Where nothing answers, that is all there is to say.
  if (total > 0 && dropped.length > 0) {
    const before = 'No post has all of these words: answered without ';
    notes.push({
      kind: 'dropped',
      before,
      text: dropped.map((word) => `“${word}”`).join(' and '),
      after: '.',
    });
  }
  if (didYouMean !== undefined) {
    notes.push({ kind: 'likelier', before: 'Did you mean ', text: didYouMean, after: '?' });
  }
  return notes;
};

/** Blanks, case and the order of what was typed tell nothing. */
const isAsTyped = (understood: string, typed: string): boolean => toPieces(understood) === toPieces(typed);

const toPieces = (text: string): string => text.toLowerCase().split(/\s+/).filter(Boolean).sort().join(' ');

/** Read out to who cannot see the list below the box. */
export const describeCompletions = (count: number): string =>
  `${count} ${count === 1 ? 'completion' : 'completions'}, arrow down to choose`;

/** What the tab and the history show. */
export const describePage = (siteTitle: string, text: string): string =>
  text.trim() === '' ? siteTitle : `${text.trim()} – ${siteTitle}`;
