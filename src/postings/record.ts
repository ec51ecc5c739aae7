/**
 * One post, analyzed once: all that an index wants to know of its words. It knows of no other post and of no ordinal, so it can be
 * made anywhere, in any order, and kept as long as post and analyzer are the same.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import type { Passage } from '../documents/passage.js';
import type { PostPiece } from '../documents/post-pieces.js';
import { fieldNames } from '../domain/fields.js';
import { grow, noPassage, OccurrenceList, type Occurrences } from './occurrences.js';

/** Words between two pieces that do not follow one another, so that none is near to one of the other. */
const pieceGap = 64;

export interface PostRecord {
  /** Different terms, in the order in which the post has them first. */
  readonly terms: readonly string[];
  /** The occurrences of term `t` are those from `starts[t]` to before `starts[t + 1]`, in order of position. */
  readonly starts: Uint32Array;
  readonly occurrences: Occurrences;
  /** By field id: how many words, each occurrence of a term counted. */
  readonly lengths: Uint32Array;
  /** By field id: how many different terms. */
  readonly differentTerms: Uint32Array;
  /** At least 1. */
  readonly passageCount: number;
}

/** Tells the passages of places in a text that come in ascending order. */
const createPassageFinder = (passages: readonly Pick<Passage, 'text'>[]): ((offset: number) => number) => {
  let passage = 0;
  let end = passages[0]?.text.length ?? 0;
  return (offset) => {
    while (offset >= end && passage < passages.length - 1) {
      passage += 1;
      end += passages[passage]?.text.length ?? 0;
    }
    return passage;
  };
};

/** The words of a post as they come. */
class Collected {
  readonly terms: string[] = [];
  readonly found = new OccurrenceList();
  /** Of each occurrence, the number of its term in {@link terms}. */
  numbers: Uint32Array = new Uint32Array(256);
  readonly #numbersByTerm = new Map<string, number>();

  /** @returns the number of the term */
  #numberOf(term: string): number {
    const known = this.#numbersByTerm.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.#numbersByTerm.set(term, number);
    this.terms.push(term);
    return number;
  }

  /** @param find the passage at an offset in the text of the post */
  add(pieces: readonly PostPiece[], find: (offset: number) => number, analyzer: Analyzer): void {
    const { found } = this;
    let end = 0;
    let wasText = false;
    for (const { field, text, start } of pieces) {
      // Pieces of the text follow one another; everything else stands apart.
      const isNext = start !== undefined && wasText;
      const base = isNext || end === 0 ? end : end + pieceGap;
      wasText = start !== undefined;
      const count = analyzer.scan(
        text,
        (term, from, _to, word) => {
          if (found.length === this.numbers.length) this.numbers = grow(this.numbers);
          this.numbers[found.length] = this.#numberOf(term);
          found.add(field, base + word, start === undefined ? noPassage : find(start + from));
        },
        fieldNames[field] === 'code' ? 'code' : 'prose',
      );
      end = base + count;
    }
  }
}

/** Brings the occurrences of each term together; those of one term stay in order. */
const sortByTerm = ({ terms, numbers, found }: Collected): Pick<PostRecord, 'starts' | 'occurrences'> => {
  const starts = new Uint32Array(terms.length + 1);
  for (let at = 0; at < found.length; at += 1) {
    const after = (numbers[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 0; term < terms.length; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const occurrences = {
    fields: new Uint8Array(found.length),
    positions: new Uint32Array(found.length),
    passages: new Uint32Array(found.length),
  };
  for (let at = 0; at < found.length; at += 1) {
    const term = numbers[at] ?? 0;
    const to = next[term] ?? 0;
    next[term] = to + 1;
    occurrences.fields[to] = found.fields[at] ?? 0;
    occurrences.positions[to] = found.positions[at] ?? 0;
    occurrences.passages[to] = found.passages[at] ?? 0;
  }
  return { starts, occurrences };
};

/** By field id. */
const countWords = (fields: Uint8Array): Uint32Array => {
  const lengths = new Uint32Array(fieldNames.length);
  for (const field of fields) lengths[field] = (lengths[field] ?? 0) + 1;
  return lengths;
};

/** By field id: how many different terms. */
const countTerms = (starts: Uint32Array, { fields }: Occurrences): Uint32Array => {
  const lengths = new Uint32Array(fieldNames.length);
  for (let term = 0; term + 1 < starts.length; term += 1) {
    let seen = 0;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const field = fields[at] ?? 0;
      if ((seen & (1 << field)) !== 0) continue;
      seen |= 1 << field;
      lengths[field] = (lengths[field] ?? 0) + 1;
    }
  }
  return lengths;
};

/**
 * Takes time in proportion to the length of the post.
 * @param pieces of the post, see `toPostPieces`
 * @param passages of the same post, at least one
 */
export const analyzePost = (
  pieces: readonly PostPiece[],
  passages: readonly Pick<Passage, 'text'>[],
  analyzer: Analyzer,
): PostRecord => {
  const collected = new Collected();
  collected.add(pieces, createPassageFinder(passages), analyzer);
  const { starts, occurrences } = sortByTerm(collected);
  return {
    terms: collected.terms,
    starts,
    occurrences,
    lengths: countWords(occurrences.fields),
    differentTerms: countTerms(starts, occurrences),
    passageCount: passages.length,
  };
};
