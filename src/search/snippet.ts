/**
 * The window that is shown of a passage: where the words of the question stand closest, and the heading to link to.
 * @module
 */
import type { StoredPassage } from '../documents/document-store.js';
import type { Span } from '../domain/post.js';
import type { Hit, Snippet } from '../domain/search.js';
import type { MatchedTerm } from '../engines/matcher.js';
import type { FoundPassage } from './best-passage.js';
import { type FindMatches, type Match, toSegments } from './highlight.js';
import { weighTerms } from './weigh-terms.js';

/** UTF-16 units of a snippet at the most. */
export const snippetLength = 200;
/** How far a cut may move to fall between two words. */
const cutSlack = 24;

const space = /\s/;
const mark = /\p{M}/u;

/** Where a sentence ends and the next begins: after its sign, unless a small letter follows (`e.g. this`), and with a line. */
const sentenceEnd = /[.!?…؟۔।]["'”’»)\]]*\s+(?![\s\p{Ll}])|[。！？]["'”’」』）]*|\n/gu;

/** A match, and where its sentence begins, as far as a snippet can reach back. */
interface Placed extends Match {
  readonly sentence: number;
}

const placeMatches = (text: string, matches: readonly Match[]): readonly Placed[] => {
  let sentence = 0;
  let looked = 0;
  return matches.map((match) => {
    if (match.start > looked) {
      const from = Math.max(looked, match.start - snippetLength);
      if (from > looked) sentence = from;
      // One unit more, so that a small letter after the end is seen.
      for (const { 0: end, index } of text.slice(from, match.start + 1).matchAll(sentenceEnd))
        if (from + index + end.length <= match.start) sentence = from + index + end.length;
      // An end may be of several signs and blanks: they are looked at again, from the sign on.
      looked = Math.max(sentence, match.start - 8);
    }
    return { ...match, sentence };
  });
};

/** A window to be, from where it may begin to its last match. */
interface Found extends Span {
  readonly weight: number;
  /** Whether it begins with a sentence, or with its first match: then there is room before. */
  readonly isSentence: boolean;
}

/**
 * What a window is worth that begins at a place: the words in it, and once more those that stand in one sentence, which is read as one
 * answer.
 */
const weigh = (
  matches: readonly Placed[],
  start: number,
  first: number,
): { readonly weight: number; readonly end: number } => {
  const terms: MatchedTerm[] = [];
  let inSentence: MatchedTerm[] = [];
  let sentence = -1;
  let most = 0;
  let end = start;
  for (let at = first; at < matches.length; at += 1) {
    const match = matches[at];
    if (match === undefined || match.start >= start + snippetLength) break;
    if (match.start < start || match.end > start + snippetLength) continue;
    if (match.sentence !== sentence) {
      most = Math.max(most, weighTerms(inSentence));
      inSentence = [];
      sentence = match.sentence;
    }
    terms.push(match.term);
    inSentence.push(match.term);
    end = Math.max(end, match.end);
  }
  return { weight: weighTerms(terms) + Math.max(most, weighTerms(inSentence)), end };
};

/** Of equals, the earliest. */
const findBest = (matches: readonly Placed[]): Found | undefined => {
  let best: Found | undefined;
  let firstOfSentence = 0;
  matches.forEach(({ start, sentence }, at) => {
    const attempt = (from: number, first: number, isSentence: boolean): void => {
      const { weight, end } = weigh(matches, from, first);
      if (weight > (best?.weight ?? 0)) best = { start: from, end, weight, isSentence };
    };
    if (matches[firstOfSentence]?.sentence !== sentence) firstOfSentence = at;
    if (firstOfSentence === at) attempt(sentence, at, true);
    attempt(start, at, false);
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

/** From where its sentence begins; else with room around the matches, about as much before as after. */
const widen = (text: string, { start, end, isSentence }: Found, { start: first, end: last }: Span): Span => {
  const room = Math.max(0, snippetLength - (end - start));
  const earliest = Math.max(first, Math.min(start - Math.floor(room / 2), last - snippetLength));
  const from = isSentence ? Math.max(first, start) : moveForward(text, earliest, start);
  const latest = Math.max(end, Math.min(last, from + snippetLength));
  return { start: from, end: latest === last ? last : moveBack(text, latest, end) };
};

const trim = (text: string, { start, end }: Span): Span => {
  const shown = text.slice(start, end);
  const leading = shown.length - shown.trimStart().length;
  return { start: start + leading, end: start + Math.max(leading, shown.trimEnd().length) };
};

/** A stretch of a passage under one heading that can be linked to; the first may be under one above the passage, or none. */
interface Section extends Span {
  readonly heading: Snippet['heading'];
}

const toSections = ({ text, headings, above }: StoredPassage): readonly Section[] => {
  const linked = headings.filter(({ anchor }) => anchor !== '');
  const starts = linked.map(({ start }) => start);
  return [above, ...linked].map((heading, at) => ({
    start: at === 0 ? 0 : (starts[at - 1] ?? 0),
    end: starts[at] ?? text.length,
    heading: heading && { text: heading.text, anchor: heading.anchor },
  }));
};

const isIn = ({ start, end }: Span, at: number): boolean => at >= start && at < end;

/** Windows of a post at the most. */
const mostSnippets = 3;
/** Of the weight of the best window, what a further one has at least. */
const leastWeight = 0.5;

/**
 * The windows of a passage where the words of the question stand closest: the best first, further ones under other headings. Where nothing
 * matches, the beginning of the text, without a heading. Takes time in proportion to the length of the text.
 */
export const createSnippets = (
  stored: StoredPassage,
  { passage, count }: FoundPassage,
  findMatches: FindMatches,
): Hit['snippets'] => {
  const { text } = stored;
  const matches = placeMatches(text, findMatches(text));
  const cut = (window: Span, heading: Snippet['heading']): Snippet => ({
    segments: toSegments(text, window.start, window.end, matches),
    before: passage > 0 || text.slice(0, window.start).trim() !== '',
    after: passage < count - 1 || text.slice(window.end).trim() !== '',
    ...(heading && { heading }),
  });
  const best = findBest(matches);
  const all = { start: 0, end: text.length };
  if (best === undefined) {
    const none = { start: 0, end: 0, weight: 0, isSentence: true };
    return [cut(trim(text, widen(text, none, all)), undefined)];
  }
  const window = trim(text, widen(text, best, all));
  const sections = toSections(stored);
  const headingAt = (at: number) => sections.findLast((section) => section.start <= at)?.heading;
  const further = sections
    .filter(
      (section) => !isIn(section, best.start) && (section.end <= window.start || section.start >= window.end),
    )
    .flatMap((section) => {
      const found = findBest(matches.filter(({ start }) => isIn(section, start)));
      return found && found.weight >= leastWeight * best.weight ? [{ section, found }] : [];
    })
    .sort((a, b) => b.found.weight - a.found.weight)
    .slice(0, mostSnippets - 1)
    .map(({ section, found }) => cut(trim(text, widen(text, found, section)), section.heading));
  return [cut(window, headingAt(best.start)), ...further];
};
