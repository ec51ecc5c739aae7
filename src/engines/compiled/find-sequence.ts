/**
 * Which documents hold a sequence of terms, in which field and how often.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import type { FieldOccurrences, PostedTerm } from './found-forms.js';
import type { ByTerm } from './index-parts.js';
import { matchSequence } from './match-sequence.js';
import type { PositionLists } from './positions-part.js';
import { PostingsReader } from './posting-lists.js';
import { PositionsReader } from './term-positions.js';

/** Its memory is that of all documents, and used again for every sequence. */
export class SequenceFinder {
  readonly #documentCount: number;
  readonly #fieldCount: number;
  readonly #postings: PostingsReader;
  readonly #positions: PositionsReader;

  constructor(lengths: DocumentLengths) {
    this.#documentCount = lengths.passages.length;
    this.#fieldCount = lengths.fields.length;
    this.#postings = new PostingsReader(this.#documentCount, this.#fieldCount);
    this.#positions = new PositionsReader(lengths);
  }

  /**
   * @param terms one after the other
   * @param offsets of them, in words from the first
   * @param positionsOf the positions of them
   * @param field id of the only field that is looked at; all where absent: then one may begin in a heading and end in the body, and
   * stands where it begins
   * @throws LookbackError `index-corrupt`
   */
  find(
    terms: readonly PostedTerm[],
    offsets: readonly number[],
    positionsOf: ByTerm<PositionLists>,
    field: number | undefined,
  ): readonly FieldOccurrences[] {
    const fieldCount = this.#fieldCount;
    const documents = OrdinalSet.full(this.#documentCount);
    for (const term of terms) documents.intersect(this.#documentsOf(term, field));
    const starts = matchSequence(
      terms.map(({ part, index }, at) => ({
        offset: offsets[at] ?? 0,
        placesIn: (wanted) => {
          const ofTerm = positionsOf(index);
          return ofTerm ? this.#positions.read(ofTerm, part, index, wanted, field) : new Map();
        },
      })),
      documents,
      fieldCount,
    );
    const fields = Array.from({ length: fieldCount }, () => new Map<number, number>());
    for (const [ordinal, places] of starts) {
      for (const place of places) {
        const frequencies = fields[place % fieldCount];
        frequencies?.set(ordinal, (frequencies.get(ordinal) ?? 0) + 1);
      }
    }
    return fields.flatMap((frequencies, number) =>
      frequencies.size === 0
        ? []
        : [
            {
              field: number,
              count: frequencies.size,
              ordinals: [...frequencies.keys()],
              frequencies: [...frequencies.values()],
            },
          ],
    );
  }

  /** @returns the documents that have a term, in the field if there is one */
  #documentsOf({ part, index }: PostedTerm, field: number | undefined): OrdinalSet {
    const documents = new OrdinalSet(this.#documentCount);
    const postings = this.#postings;
    postings.open(part, index);
    while (postings.next()) {
      if (field !== undefined && postings.field !== field) continue;
      for (let at = 0; at < postings.count; at += 1) documents.add(postings.ordinals[at] ?? 0);
    }
    return documents;
  }
}
