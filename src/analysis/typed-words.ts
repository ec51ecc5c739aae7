/**
 * A word as it was typed -> the words that are asked for by it, each with the ways in which a text may write it.
 *
 * Mostly it is one. An identifier is one too, whole and in parts: `node.js`, `PodSecurityPolicy`, `CVE-2021-3711`. A run of a script
 * without spaces is as many as it has pairs of characters, and so is what only lacks a space: `one,two`.
 * @module
 */
import { type Analyzer, maxTermLength, type Token } from './analyzer.js';
import { toExactForm, toOtherSpelling, toPlainForm, toSequence } from './make-forms.js';
import {
  characterWeight,
  type Form,
  foldedWeight,
  isCompletable,
  isOnlyLetters,
  partWeight,
  type QueryWord,
  type TermForm,
} from './query-words.js';
import { isGram } from './split-script-runs.js';

/** A word that stands in another one, as it is or without accents. */
interface LesserWord extends Pick<QueryWord, 'text' | 'weight'> {
  readonly form: TermForm;
}

/** A word without what the words beside it say. */
export interface TypedWord {
  readonly text: string;
  /** Terms one after the other: what is compared to find words that mean the same. */
  readonly terms: readonly string[];
  readonly forms: readonly Form[];
  /** Words that are asked for beside it, each less than it: what has the word mostly has them too. */
  readonly beside: readonly LesserWord[];
  /** Whether a blank may have been typed where others write none. */
  readonly isJoinable: boolean;
}

/** A token that lies in no other one, and those that do: `js`, which lies in `node.js`, says nothing more. */
interface Piece extends Token {
  /** The same letters without accents, where the language has both. */
  readonly folded?: string;
  readonly parts: readonly Token[];
}

const isSamePlace = (token: Token, other: Token | undefined): boolean =>
  token.start === other?.start && token.end === other.end;

const toPieces = (tokens: readonly Token[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (last === undefined || token.end > last.end) pieces.push({ ...token, parts: [] });
    else if (isSamePlace(token, last)) pieces[pieces.length - 1] = { ...last, folded: token.term };
    else if (!isSamePlace(token, last.parts.at(-1)))
      pieces[pieces.length - 1] = { ...last, parts: [...last.parts, token] };
  }
  return pieces;
};

/** Parts that have no parts, one after the other. */
const innermost = (parts: readonly Token[]): readonly Token[] =>
  parts.filter(
    (part, at) =>
      !parts.some(({ start, end }, other) => other > at && start >= part.start && end <= part.end),
  );

const signs = /[^\p{L}\p{N}\p{M}]+/u;
/** Digits that follow digits make another number. */
const numberEnd = /\p{N}$/u;
const numberStart = /^\p{N}/u;

/** What is written between signs; nothing where it is one word, or numbers that are others without the signs. */
const betweenSigns = (terms: readonly string[]): readonly string[] => {
  const words = terms.flatMap((term) => term.split(signs)).filter((word) => word !== '');
  const isNumber = words.some(
    (word, at) => at > 0 && numberStart.test(word) && numberEnd.test(words[at - 1] ?? ''),
  );
  return words.length < 2 || isNumber ? [] : words;
};

const runTogether = (words: readonly string[]): readonly Form[] => {
  const term = words.join('');
  return term === '' || term.length > maxTermLength ? [] : [toOtherSpelling(toExactForm(term))];
};

/** `v5.0.0` is also written `5.0.0`. */
const withoutMark = (term: string): readonly Form[] =>
  /^v\d+\.\d/.test(term) ? [toOtherSpelling(toExactForm(term.slice(1)))] : [];

/** A compound as if blanks were typed in it. */
const takeApart = (words: readonly string[], parts: readonly Token[]): readonly Form[] => {
  // A part of one character is no token.
  const tokens = parts.length < words.length ? words.map((term, position) => ({ term, position })) : parts;
  return tokens.length < 2 ? [] : [toOtherSpelling(toSequence(tokens))];
};

/** Words of their own that stand in an identifier; a number in it means nothing elsewhere. */
const toParts = (parts: readonly Token[], { text, end, ...typing }: Typing): readonly LesserWord[] =>
  parts
    .filter(({ term }) => /\p{L}/u.test(term))
    .map((part) => ({
      text: text.slice(part.start, part.end),
      form: toPlainForm(part.term, part.end === end ? typing.prefix : 'never', typing.isFuzzy),
      weight: partWeight,
    }));

/** What makes one word of those beside it: `docker-compose`, `std::vector`, `user@example.org`. */
const glue = /^[-‐‑–/:.@&+=\\~_#*'’]*$/;

/** Pieces that were typed as one thing. */
const groupPieces = (text: string, pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isGlued =
      last !== undefined &&
      !isGram(last.term) &&
      !isGram(piece.term) &&
      glue.test(text.slice(last.end, piece.start));
    if (group && isGlued) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
};

/** How a text is typed: as a whole, up to where there are words, whether the last may be unfinished, and any misspelt. */
interface Typing {
  readonly text: string;
  readonly end: number;
  readonly prefix: 'never' | 'scarce';
  readonly isFuzzy: boolean;
}

/** Characters of a script without spaces: what a text says of them is just them. */
const toGram = ({ term, parts, start, end }: Piece, { text, prefix, ...typing }: Typing): TypedWord => ({
  text: text.slice(start, end),
  terms: [term],
  forms: [toPlainForm(term, end === typing.end ? prefix : 'never', typing.isFuzzy)],
  beside: parts.map((part) => ({
    text: text.slice(part.start, part.end),
    form: toExactForm(part.term),
    weight: characterWeight,
  })),
  isJoinable: false,
});

/** Of one piece or of several. */
const toTypedWord = (group: readonly Piece[], typing: Typing): TypedWord => {
  const [first, ...others] = group;
  if (first === undefined) throw new RangeError('A word has at least one piece.');
  if (isGram(first.term)) return toGram(first, typing);
  const { end } = others.at(-1) ?? first;
  const text = typing.text.slice(first.start, end);
  const terms = group.map(({ term }) => term);
  const words = betweenSigns(terms);
  const parts = group.flatMap((piece) => innermost(piece.parts));
  if (others.length > 0)
    return {
      text,
      terms,
      forms: [toSequence(group), ...runTogether(words)],
      beside: toParts([...group, ...parts], typing),
      isJoinable: false,
    };
  const { term, folded } = first;
  const prefix = end === typing.end ? typing.prefix : 'never';
  return {
    text,
    terms,
    forms: [
      toPlainForm(term, prefix, typing.isFuzzy),
      ...takeApart(words, parts),
      ...runTogether(words),
      ...withoutMark(term),
    ],
    beside: [
      ...(folded === undefined
        ? []
        : [{ text, form: toPlainForm(folded, 'never', false), weight: foldedWeight }]),
      // `e-mail` is no mail, and `.net` no net.
      ...(parts.length < 2 ? [] : toParts(parts, typing)),
    ],
    isJoinable: isOnlyLetters(term) && term.length > 1,
  };
};

/**
 * @param isUnfinished whether the last of the words may be the beginning of another one
 * @param isFuzzy whether they may be misspelt
 */
export const toTypedWords = (
  text: string,
  analyzer: Analyzer,
  { isUnfinished, isFuzzy }: { readonly isUnfinished: boolean; readonly isFuzzy: boolean },
): readonly TypedWord[] => {
  const pieces = toPieces(analyzer.tokens(text));
  const end = pieces.at(-1)?.end ?? 0;
  const typing: Typing = { text, end, prefix: isUnfinished ? 'scarce' : 'never', isFuzzy };
  return groupPieces(text, pieces).map((group) => toTypedWord(group, typing));
};

/** What is typed in quotes: its words one after the other, just as they are. */
export const toPhraseForm = (text: string, analyzer: Analyzer): Form | undefined => {
  const [first, ...others] = toPieces(analyzer.tokens(text));
  if (first === undefined) return undefined;
  return others.length === 0 ? toExactForm(first.term) : toSequence([first, ...others]);
};

/** Words of which the last is only begun, and the others are just as they are: a document has all of them. */
export const toWildcardForms = (text: string, analyzer: Analyzer): readonly TermForm[] => {
  const tokens = toPieces(analyzer.tokens(text));
  return tokens.map(({ term }, at) => ({
    ...toExactForm(term),
    prefix: at === tokens.length - 1 && isCompletable(term) ? 'always' : 'never',
  }));
};
