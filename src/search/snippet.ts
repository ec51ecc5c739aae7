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

/** A sentence with words of the question. */
interface Sentence extends Span {
  readonly matches: readonly Match[];
}

const toSentences = (text: string, matches: readonly Match[]): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  const add = (end: number, following: number): void => {
    const first = next;
    while ((matches[next]?.start ?? Infinity) < following) next += 1;
    if (next > first) sentences.push({ start, end, matches: matches.slice(first, next) });
    start = following;
  };
  for (const { 0: sign, index } of text.matchAll(sentenceEnd)) {
    if (next === matches.length) break;
    add(index + sign.trimEnd().length, index + sign.length);
  }
  add(text.length, Infinity);
  return sentences;
};

/** A window to be: what must be in it, and how far it may reach. */
interface Found extends Span {
  readonly weight: number;
  readonly reach: Span;
}

/** A term counts once, however often it is there. */
const weighMatches = (matches: readonly Match[]): number =>
  weighTerms(new Set(matches.map(({ term }) => term)));

/** What the words of one sentence weigh compared to those beside it: they are read as one answer. */
const sentenceWeight = 2;

/** Those that a window would hold that begins with a sentence. */
const matchesFrom = (sentences: readonly Sentence[], first: number, start: number): readonly Match[] => {
  const held: Match[] = [];
  const limit = start + snippetLength;
  for (let at = first; at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.start >= limit) break;
    for (const match of sentence.matches) {
      if (match.start >= limit) break;
      if (match.end <= limit) held.push(match);
    }
  }
  return held;
};

/** How many sentences before the one that a window is about it may begin. */
const mostBefore = 2;

/** The best window that holds a whole sentence, if there is room for it: it begins with that one or with one before. */
const findAroundSentence = (sentences: readonly Sentence[], at: number): Found | undefined => {
  const sentence = sentences[at];
  if (sentence === undefined) return undefined;
  const own = sentenceWeight * weighMatches(sentence.matches);
  let best: Found | undefined;
  for (let first = at; first >= Math.max(0, at - mostBefore); first -= 1) {
    const start = sentences[first]?.start ?? 0;
    if (sentence.end - start > snippetLength) break;
    const weight = own + weighMatches(matchesFrom(sentences, first, start));
    if (weight > (best?.weight ?? 0))
      best = { start, end: sentence.end, weight, reach: { start, end: Infinity } };
  }
  return best;
};

/**
 * The best window of a sentence that is too long, from one match to another. It moves over the matches once, and is weighed anew only where
 * its terms change: a sentence may be all of a text, and nothing but matches.
 */
const findInSentence = (sentence: Sentence): Found | undefined => {
  const { matches } = sentence;
  const held = new Map<MatchedTerm, number>();
  const count = ({ term }: Match, more: 1 | -1): void => {
    const times = (held.get(term) ?? 0) + more;
    if (times === 0) held.delete(term);
    else held.set(term, times);
  };
  let best: Found | undefined;
  let weight = 0;
  let next = 0;
  matches.forEach((match, first) => {
    const terms = held.size;
    let isOther = first === 0;
    const before = matches[first - 1];
    if (before) {
      count(before, -1);
      isOther = held.size !== terms;
    }
    const limit = match.start + snippetLength;
    for (let after = matches[next]; after && (next === first || after.end <= limit); after = matches[next]) {
      isOther ||= !held.has(after.term);
      count(after, 1);
      next += 1;
    }
    if (isOther) weight = (sentenceWeight + 1) * weighTerms(held.keys());
    if (weight <= (best?.weight ?? 0)) return;
    const end = Math.max(match.end, matches[next - 1]?.end ?? 0);
    best = { start: match.start, end, weight, reach: sentence };
  });
  return best;
};

/** Of equals, the earliest. */
const findBest = (sentences: readonly Sentence[]): Found | undefined => {
  let best: Found | undefined;
  sentences.forEach((sentence, at) => {
    const isLong = sentence.end - sentence.start > snippetLength;
    const found = isLong ? findInSentence(sentence) : findAroundSentence(sentences, at);
    if (found && found.weight > (best?.weight ?? 0)) best = found;
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

/** As much before as after what must be in it, as far as it may reach. */
const widen = (text: string, { start, end, reach }: Found, { start: first, end: last }: Span): Span => {
  const from = Math.max(first, reach.start);
  const to = Math.min(last, reach.end);
  const room = Math.max(0, snippetLength - (end - start));
  const earliest = Math.max(from, Math.min(start - Math.floor(room / 2), to - snippetLength));
  const begin = earliest === from ? from : moveForward(text, earliest, start);
  const latest = Math.max(end, Math.min(to, begin + snippetLength));
  return { start: begin, end: latest === to ? to : moveBack(text, latest, end) };
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
  const matches = findMatches(text);
  const sentences = matches.length > 0 ? toSentences(text, matches) : [];
  const cut = (window: Span, heading: Snippet['heading']): Snippet => ({
    segments: toSegments(text, window.start, window.end, matches),
    before: passage > 0 || text.slice(0, window.start).trim() !== '',
    after: passage < count - 1 || text.slice(window.end).trim() !== '',
    ...(heading && { heading }),
  });
  const best = findBest(sentences);
  const all = { start: 0, end: text.length };
  if (best === undefined) {
    const none = { start: 0, end: 0, weight: 0, reach: all };
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
      const found = findBest(sentences.filter(({ start }) => isIn(section, start)));
      return found && found.weight >= leastWeight * best.weight ? [{ section, found }] : [];
    })
    .sort((a, b) => b.found.weight - a.found.weight)
    .slice(0, mostSnippets - 1)
    .map(({ section, found }) => cut(trim(text, widen(text, found, section)), section.heading));
  return [cut(window, headingAt(best.start)), ...further];
};
