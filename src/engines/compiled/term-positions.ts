/**
 * The positions: where in their documents the terms stand, in bits. Only what looks for words next to one another asks for them: they are
 * as large as all words parts together.
 *
 * Positions go on from field to field where the text does, so a phrase may begin in a heading and end in the body; one that is asked for
 * in a field is looked for in the positions of that field.
 * @module
 */
import { BitReader } from '../../bytes/bit-reader.js';
import type { BitWriter } from '../../bytes/bit-writer.js';
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import type { TermPostings } from '../../postings/merge.js';
import type { FieldFrequencies } from './field-frequencies.js';
import type { PositionLists } from './positions-part.js';
import { type PostingLists, PostingsReader } from './posting-lists.js';

/** By ordinal: how many words the fields have, added up. */
export const sumLengths = ({ fields, passages }: DocumentLengths): Float64Array => {
  const sums = new Float64Array(passages.length);
  for (const lengths of fields)
    for (let ordinal = 0; ordinal < sums.length; ordinal += 1)
      sums[ordinal] = (sums[ordinal] ?? 0) + (lengths[ordinal] ?? 0);
  return sums;
};

/** What Golomb codes of gaps divide by: 0.69 times the mean gap is best, if gaps are as they come. */
const divisorOf = (length: number, frequency: number): number =>
  Math.min(2 ** 30, 1 + Math.floor((0.69 * length) / frequency));

/**
 * Writes the positions of one term, in the order of its postings.
 * @param frequencies of the term
 * @param lengths by {@link sumLengths}
 */
export const writePositions = (
  writer: BitWriter,
  { count, ordinals, starts, fields, positions }: TermPostings,
  frequencies: FieldFrequencies,
  lengths: Float64Array,
): void => {
  for (let field = 0; field < frequencies.fieldCount; field += 1) {
    if (frequencies.documents[field] === 0) continue;
    for (let document = 0; document < count; document += 1) {
      const frequency = frequencies.of(document, field);
      if (frequency === 0) continue;
      const divisor = divisorOf(lengths[ordinals[document] ?? 0] ?? 0, frequency);
      let before = 0;
      for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at += 1) {
        if (fields[at] !== field) continue;
        const position = positions[at] ?? 0;
        writer.golomb(position - before, divisor);
        before = position;
      }
    }
  }
};

/** A position in a document and the id of the field that is there, as one number: position * number of fields + field. */
export type Place = number;

/** Reads the positions of terms. */
export class PositionsReader {
  readonly #lengths: Float64Array;
  readonly #fieldCount: number;
  readonly #postings: PostingsReader;
  /** Where in the bits its terms begin, as far as somebody asked. */
  readonly #starts = new WeakMap<PositionLists, number[]>();

  constructor(lengths: DocumentLengths) {
    this.#lengths = sumLengths(lengths);
    this.#fieldCount = lengths.fields.length;
    this.#postings = new PostingsReader(this.#lengths.length, lengths.fields.length);
  }

  /**
   * @param postings of the same terms
   * @param term ordinal among all terms, one of theirs
   * @param wanted documents whose positions are told
   * @param field id of the one field that is looked at; all where absent
   * @returns by ordinal, for those of the wanted documents that have the term: where it stands, ascending
   * @throws LookbackError `index-corrupt`
   */
  read(
    part: PositionLists,
    postings: PostingLists,
    term: number,
    wanted: OrdinalSet,
    field?: number,
  ): ReadonlyMap<number, readonly Place[]> {
    const found = new Map<number, Place[]>();
    const reader = new BitReader(part.bytes, part.name, this.#startOf(part, postings, term));
    let fieldsRead = 0;
    this.#postings.open(postings, term);
    while (this.#postings.next()) {
      const isField = field === undefined || field === this.#postings.field;
      if (isField) fieldsRead += 1;
      this.#readField(reader, (ordinal) => {
        if (!isField || !wanted.has(ordinal)) return undefined;
        const places = found.get(ordinal) ?? [];
        found.set(ordinal, places);
        return places;
      });
    }
    if (fieldsRead > 1) for (const places of found.values()) places.sort((a, b) => a - b);
    return found;
  }

  /** Bits say where they end only to who reads them. */
  #startOf(part: PositionLists, postings: PostingLists, term: number): number {
    const starts = this.#starts.get(part) ?? [0];
    this.#starts.set(part, starts);
    const reader = new BitReader(part.bytes, part.name, starts.at(-1) ?? 0);
    while (starts.length <= term - postings.from) {
      this.#postings.open(postings, postings.from + starts.length - 1);
      while (this.#postings.next()) this.#readField(reader, () => undefined);
      starts.push(reader.at);
    }
    return starts[term - postings.from] ?? 0;
  }

  /** @param listOf what the places in a document are added to, or nothing */
  #readField(reader: BitReader, listOf: (ordinal: number) => Place[] | undefined): void {
    const { field, count, ordinals, frequencies } = this.#postings;
    for (let at = 0; at < count; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      const frequency = frequencies[at] ?? 0;
      const divisor = divisorOf(this.#lengths[ordinal] ?? 0, frequency);
      const list = listOf(ordinal);
      let position = 0;
      for (let left = frequency; left > 0; left -= 1) {
        position += reader.golomb(divisor);
        list?.push(position * this.#fieldCount + field);
      }
    }
  }
}
