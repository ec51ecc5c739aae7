/**
 * One post, analyzed once: all that an index wants to know of its words. It knows of no other post and of no ordinal, so it can be
 * made anywhere, in any order, and kept as long as post and analyzer are the same.
 * @module
 */
import type { Analyzer } from '../analysis/analyzer.js';
import type { Passage } from '../documents/cut-passages.js';
import type { PostPiece } from '../documents/post-pieces.js';
import { compareText } from '../domain/compare-text.js';
import { fieldNames } from '../domain/fields.js';

/** Passage of an occurrence that does not stand in the text: in the title, a tag, a category. */
export const noPassage = 0xffff_ffff;

/** Words between two pieces that do not follow one another, so that none is near to one of the other. */
const pieceGap = 64;

export interface PostRecord {
  /** Different terms, ascending. */
  readonly terms: readonly string[];
  /** Parallel to `terms`: as the post writes it first. */
  readonly surfaces: readonly string[];
  /** The occurrences of term `t` are those from `starts[t]` to before `starts[t + 1]`, in order of position. */
  readonly starts: Uint32Array;
  /** Of each occurrence, parallel: the id of its field, the number of its word in the post, and its passage or {@link noPassage}. */
  readonly fields: Uint8Array;
  readonly positions: Uint32Array;
  readonly passages: Uint32Array;
  /** By field id: how many different terms. */
  readonly lengths: Uint32Array;
  /** At least 1. */
  readonly passageCount: number;
}

/**
 * Takes time in proportion to the length of the post.
 * @param pieces of the post, see `toPostPieces`
 * @param passages of the same post, at least one; a word belongs to the one that it begins in
 */
export const analyzePost = (
  pieces: readonly PostPiece[],
  passages: readonly Pick<Passage, 'text'>[],
  analyzer: Analyzer,
): PostRecord => {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const surfaces: string[] = [];
  const found: { term: number; field: number; position: number; passage: number }[] = [];
  let base = 0;
  let end = 0;
  let passage = 0;
  let passageEnd = passages[0]?.text.length ?? 0;
  let isText = false;
  for (const { field, text, start } of pieces) {
    // Pieces of the text follow one another; everything else stands apart.
    if (start === undefined || !isText) base = end + (end > 0 ? pieceGap : 0);
    else base = end;
    isText = start !== undefined;
    const used = analyzer.scan(text, (name, from, to, word) => {
      let term = numbers.get(name);
      if (term === undefined) {
        term = terms.length;
        numbers.set(name, term);
        terms.push(name);
        surfaces.push(text.slice(from, to));
      }
      if (start !== undefined) {
        while (start + from >= passageEnd && passage < passages.length - 1) {
          passage += 1;
          passageEnd += passages[passage]?.text.length ?? 0;
        }
      }
      found.push({ term, field, position: base + word, passage: start === undefined ? noPassage : passage });
    });
    end = base + used;
  }
  const order = terms.map((_, term) => term).sort((a, b) => compareText(terms[a] ?? '', terms[b] ?? ''));
  const rankOf = new Uint32Array(terms.length);
  order.forEach((term, rank) => {
    rankOf[term] = rank;
  });
  const starts = new Uint32Array(terms.length + 1);
  for (const { term } of found) {
    const rank = (rankOf[term] ?? 0) + 1;
    starts[rank] = (starts[rank] ?? 0) + 1;
  }
  for (let rank = 0; rank < terms.length; rank += 1)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const next = starts.slice();
  const record = {
    terms: order.map((term) => terms[term] ?? ''),
    surfaces: order.map((term) => surfaces[term] ?? ''),
    starts,
    fields: new Uint8Array(found.length),
    positions: new Uint32Array(found.length),
    passages: new Uint32Array(found.length),
    lengths: new Uint32Array(fieldNames.length),
    passageCount: passages.length,
  };
  const seen = new Uint8Array(terms.length);
  for (const { term, field, position, passage } of found) {
    const rank = rankOf[term] ?? 0;
    const at = next[rank] ?? 0;
    next[rank] = at + 1;
    record.fields[at] = field;
    record.positions[at] = position;
    record.passages[at] = passage;
    const bit = 1 << field;
    if (((seen[rank] ?? 0) & bit) !== 0) continue;
    seen[rank] = (seen[rank] ?? 0) | bit;
    record.lengths[field] = (record.lengths[field] ?? 0) + 1;
  }
  return record;
};
