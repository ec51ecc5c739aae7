/**
 * Where words stand, column by column: an occurrence is a place in each of the columns.
 * @module
 */

/** Passage of an occurrence that does not stand in the text: in the title, a tag, a category. */
export const noPassage = 0xffff_ffff;

/** Where one or more terms stand. Columns may be longer than they are filled. */
export interface Occurrences {
  /** The id of its field. */
  readonly fields: Uint8Array;
  /** The number of its word in the post, from 0. */
  readonly positions: Uint32Array;
  /** The passage that it begins in, from 0, or {@link noPassage}. */
  readonly passages: Uint32Array;
}

/** @returns a copy of the column, with room for twice as many */
export const grow = (column: Uint32Array): Uint32Array => {
  const grown = new Uint32Array(2 * column.length);
  grown.set(column);
  return grown;
};

/** Occurrences that are added one by one. Memory grows as needed, and is used again once they are forgotten. */
export class OccurrenceList implements Occurrences {
  fields: Uint8Array = new Uint8Array(256);
  positions: Uint32Array = new Uint32Array(256);
  passages: Uint32Array = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(field: number, position: number, passage: number): void {
    const at = this.#length;
    if (at === this.fields.length) this.#grow();
    this.fields[at] = field;
    this.positions[at] = position;
    this.passages[at] = passage;
    this.#length = at + 1;
  }

  /** Forgets the occurrences and keeps the memory. */
  clear(): void {
    this.#length = 0;
  }

  #grow(): void {
    const fields = new Uint8Array(2 * this.fields.length);
    fields.set(this.fields);
    this.fields = fields;
    this.positions = grow(this.positions);
    this.passages = grow(this.passages);
  }
}
