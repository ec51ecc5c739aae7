/**
 * How often a term occurs in each field of each of its documents: merged postings go by document, written ones by field.
 * @module
 */
import type { TermPostings } from '../../postings/merge.js';

/** Of one term at a time; memory is reused from term to term. */
export class FieldFrequencies {
  readonly fieldCount: number;
  /** By field id: how many documents have the term in it. */
  readonly documents: Uint32Array;
  /** Row by row, a row a document. */
  #frequencies = new Uint32Array(64);

  constructor(fieldCount: number) {
    this.fieldCount = fieldCount;
    this.documents = new Uint32Array(fieldCount);
  }

  set({ count, starts, fields }: TermPostings): void {
    const { fieldCount, documents } = this;
    const size = count * fieldCount;
    if (size > this.#frequencies.length) this.#frequencies = new Uint32Array(2 * size);
    const frequencies = this.#frequencies.fill(0, 0, size);
    documents.fill(0);
    let at = starts[0] ?? 0;
    for (let document = 0; document < count; document += 1) {
      const end = starts[document + 1] ?? 0;
      for (; at < end; at += 1) {
        const field = fields[at] ?? 0;
        const place = document * fieldCount + field;
        const before = frequencies[place] ?? 0;
        if (before === 0) documents[field] = (documents[field] ?? 0) + 1;
        frequencies[place] = before + 1;
      }
    }
  }

  /** @param document position among the documents of the term; see `TermPostings.ordinals` */
  of(document: number, field: number): number {
    return this.#frequencies[document * this.fieldCount + field] ?? 0;
  }
}
