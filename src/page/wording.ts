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

/** Words are dropped where posts have the others but none has all. */
export const describeDropped = (dropped: readonly string[]): string =>
  `No post has all of these words: answered without ${dropped.map((word) => `“${word}”`).join(' and ')}.`;

/** What stands before the words that are likelier. */
export const likelierWords = 'Did you mean';

/** What stands before the question as it was understood. */
export const understoodAs = 'Understood as';

/** Read out to who cannot see the list below the box. */
export const describeCompletions = (count: number): string =>
  `${count} ${count === 1 ? 'completion' : 'completions'}, arrow down to choose`;

/** What the tab and the history show. */
export const describePage = (siteTitle: string, text: string): string =>
  text.trim() === '' ? siteTitle : `${text.trim()} – ${siteTitle}`;
