/**
 * The window that is shown of a passage: where the words of the question stand closest, and the heading to link to.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import type { StoredPassage } from '../documents/document-store.js';
import type { Span } from '../domain/post.js';
import type { Snippet } from '../domain/search.js';
import type { MatchedTerm } from '../engines/matcher.js';
import type { FoundPassage } from './best-passage.js';
import { findMatches, type Match, toSegments } from './highlight.js';
import { weighTerms } from './weigh-terms.js';

/** UTF-16 units of a snippet at the most. */
export const snippetLength = 200;
/** How far a cut may move to fall between two words. */
const cutSlack = 24;

const space = /\s/;
const mark = /\p{M}/u;

/** What the window that starts with match `first` is worth, and where its last match ends. */
const weigh = (
  matches: readonly Match[],
  first: number,
): { readonly weight: number; readonly end: number } => {
  const terms: MatchedTerm[] = [];
  const limit = (matches[first]?.start ?? 0) + snippetLength;
  let end = matches[first]?.end ?? 0;
  for (let at = first; at < matches.length; at += 1) {
    const match = matches[at];
    if (match === undefined || match.start >= limit) break;
    if (match.end > limit) continue;
    terms.push(match.term);
    end = Math.max(end, match.end);
  }
  return { weight: weighTerms(terms), end };
};

/** From its first match to its last. Of equals, the earliest. */
const findBest = (matches: readonly Match[]): Span | undefined => {
  let best: Span | undefined;
  let most = 0;
  matches.forEach(({ start }, first) => {
    const { weight, end } = weigh(matches, first);
    if (weight <= most) return;
    best = { start, end };
    most = weight;
  });
  return best;
};

/** Between the halves of a surrogate pair, or before a mark that belongs to the letter before. */
const isInsideCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 0xdc00 && code <= 0xdfff) || mark.test(text.charAt(at));
};

/** Moves a cut forward to the start of a word, or at least of a character; never past `latest`. */
const moveForward = (text: string, at: number, latest: number): number => {
  if (at === 0 || space.test(text.charAt(at - 1))) return at;
  for (let next = at; next < Math.min(latest, at + cutSlack); next += 1) {
    if (space.test(text.charAt(next))) return next + 1;
  }
  let next = at;
  while (next < latest && isInsideCharacter(text, next)) next += 1;
  return next;
};

/** Moves a cut back to the end of a word, or at least of a character; never before `earliest`. */
const moveBack = (text: string, at: number, earliest: number): number => {
  if (at === text.length) return at;
  for (let next = at; next > Math.max(earliest, at - cutSlack); next -= 1) {
    if (space.test(text.charAt(next))) return next;
  }
  let next = at;
  while (next > earliest && isInsideCharacter(text, next)) next -= 1;
  return next;
};

/** Room around the matches: from the start of their line if that is near, else about as much before as after. */
const widen = (text: string, { start, end }: Span): Span => {
  const room = Math.max(0, snippetLength - (end - start));
  const earliest = Math.max(0, Math.min(start - Math.floor(room / 2), text.length - snippetLength));
  const line = text.slice(earliest, start).lastIndexOf('\n');
  const from = line < 0 ? moveForward(text, earliest, start) : earliest + line + 1;
  const to = moveBack(text, Math.max(end, Math.min(text.length, from + snippetLength)), end);
  return { start: from, end: to };
};

const trim = (text: string, { start, end }: Span): Span => {
  const shown = text.slice(start, end);
  const leading = shown.length - shown.trimStart().length;
  return { start: start + leading, end: start + Math.max(leading, shown.trimEnd().length) };
};

/** The nearest heading at or above a place that can be linked to. */
const findHeading = ({ headings, above }: StoredPassage, at: number): Snippet['heading'] => {
  const heading = headings.findLast(({ start, anchor }) => start <= at && anchor !== '') ?? above;
  return heading && { text: heading.text, anchor: heading.anchor };
};

/**
 * Where nothing matches, the snippet is the beginning of the text, without a heading. Takes time in proportion to the
 * length of the text.
 */
export const createSnippet = (
  stored: StoredPassage,
  { passage, count }: FoundPassage,
  analyzer: Analyzer,
  terms: ReadonlyMap<string, MatchedTerm>,
): Snippet => {
  const { text } = stored;
  const matches = findMatches(text, analyzer, terms);
  const best = findBest(matches);
  const shown = trim(text, widen(text, best ?? { start: 0, end: 0 }));
  const heading = best && findHeading(stored, best.start);
  return {
    segments: toSegments(text, shown.start, shown.end, matches),
    before: passage > 0 || text.slice(0, shown.start).trim() !== '',
    after: passage < count - 1 || text.slice(shown.end).trim() !== '',
    ...(heading && { heading }),
  };
};
