/**
 * Runs -> the postings of one term after the other.
 * @module
 */
import { type Run, RunReader } from './run.js';

/** Numbers that grow as needed; memory is reused from term to term. */
class Column<Numbers extends Uint32Array | Uint8Array> {
  values: Numbers;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.values = make(64);
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) {
      const grown = this.#make(2 * this.values.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[at] = value;
  }
}

/** Where one term stands. Columns are valid until the next term is asked for, and may be longer than they are filled. */
export interface TermPostings {
  readonly term: string;
  /** How many documents have it. */
  readonly count: number;
  /** Of each such document its ordinal, ascending. */
  readonly ordinals: Uint32Array;
  /** The occurrences in document `d` of them are those from `starts[d]` to before `starts[d + 1]`, in order of position. */
  readonly starts: Uint32Array;
  /** Of each occurrence: the id of its field, the number of its word in the post, and its passage or `noPassage`. */
  readonly fields: Uint8Array;
  readonly positions: Uint32Array;
  readonly passages: Uint32Array;
}

class Collected {
  count = 0;
  readonly ordinals = new Column((length) => new Uint32Array(length));
  readonly starts = new Column((length) => new Uint32Array(length));
  readonly fields = new Column((length) => new Uint8Array(length));
  readonly positions = new Column((length) => new Uint32Array(length));
  readonly passages = new Column((length) => new Uint32Array(length));
  #occurrences = 0;
  #isSorted = true;

  clear(): void {
    this.count = 0;
    this.#occurrences = 0;
    this.#isSorted = true;
  }

  get isSorted(): boolean {
    return this.#isSorted;
  }

  /** Occurrences of one document come one after the other. */
  add(ordinal: number, field: number, position: number, passage: number): void {
    const last = this.count === 0 ? -1 : (this.ordinals.values[this.count - 1] ?? 0);
    if (ordinal !== last) {
      if (ordinal < last) this.#isSorted = false;
      this.ordinals.set(this.count, ordinal);
      this.starts.set(this.count, this.#occurrences);
      this.count += 1;
    }
    this.fields.set(this.#occurrences, field);
    this.positions.set(this.#occurrences, position);
    this.passages.set(this.#occurrences, passage);
    this.#occurrences += 1;
    this.starts.set(this.count, this.#occurrences);
  }

  /** Copies into `sorted` in order of ordinal. */
  sortInto(sorted: Collected): void {
    sorted.clear();
    const ordinals = this.ordinals.values;
    const order = Array.from({ length: this.count }, (_, document) => document).sort(
      (a, b) => (ordinals[a] ?? 0) - (ordinals[b] ?? 0),
    );
    for (const document of order) {
      const to = this.starts.values[document + 1] ?? 0;
      for (let at = this.starts.values[document] ?? 0; at < to; at += 1) {
        sorted.add(
          ordinals[document] ?? 0,
          this.fields.values[at] ?? 0,
          this.positions.values[at] ?? 0,
          this.passages.values[at] ?? 0,
        );
      }
    }
  }

  toPostings(term: string): TermPostings {
    return {
      term,
      count: this.count,
      ordinals: this.ordinals.values,
      starts: this.starts.values,
      fields: this.fields.values,
      positions: this.positions.values,
      passages: this.passages.values,
    };
  }
}

const least = (readers: readonly RunReader[]): string | undefined => {
  let first: string | undefined;
  for (const { term } of readers)
    if (term !== undefined && (first === undefined || term < first)) first = term;
  return first;
};

/**
 * Every term once, ascending. Memory is that of the longest postings of one term, whatever the runs hold.
 * @param runs with documents of different numbers
 * @param ordinals by document number
 */
export function* mergeRuns(runs: readonly Run[], ordinals: Uint32Array): Generator<TermPostings, void, void> {
  const readers = runs.map((run) => new RunReader(run));
  const collected = new Collected();
  const sorted = new Collected();
  for (let term = least(readers); term !== undefined; term = least(readers)) {
    collected.clear();
    for (const reader of readers) {
      if (reader.term !== term) continue;
      reader.take((document, field, position, passage) =>
        collected.add(ordinals[document] ?? 0, field, position, passage),
      );
    }
    if (collected.isSorted) yield collected.toPostings(term);
    else {
      collected.sortInto(sorted);
      yield sorted.toPostings(term);
    }
  }
}
