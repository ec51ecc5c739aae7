/**
 * Runs -> the postings of one term after the other.
 * @module
 */
import { grow, OccurrenceList, type Occurrences } from './occurrences.js';
import { type Run, RunReader } from './run.js';

/** Ordinal of a document that is left out: nobody hears of its occurrences. */
export const noOrdinal = 0xffff_ffff;

/** Where one term stands. Columns are valid until the next term is asked for, and may be longer than they are filled. */
export interface TermPostings extends Occurrences {
  readonly term: string;
  /** How many documents have it, at least 1. */
  readonly count: number;
  /** Of each such document its ordinal, ascending. */
  readonly ordinals: Uint32Array;
  /** The occurrences in document `d` of them are those from `starts[d]` to before `starts[d + 1]`, in order of position. */
  readonly starts: Uint32Array;
}

/** The documents of one term at a time; memory is reused from term to term. */
class Collected {
  count = 0;
  ordinals: Uint32Array = new Uint32Array(64);
  starts: Uint32Array = new Uint32Array(64);
  isSorted = true;
  readonly #occurrences = new OccurrenceList();

  clear(): void {
    this.count = 0;
    this.isSorted = true;
    this.#occurrences.clear();
  }

  /** Occurrences of one document come one after the other. */
  add(ordinal: number, field: number, position: number, passage: number): void {
    const last = this.count === 0 ? -1 : (this.ordinals[this.count - 1] ?? 0);
    if (ordinal !== last) {
      if (ordinal < last) this.isSorted = false;
      if (this.count + 1 === this.ordinals.length) {
        this.ordinals = grow(this.ordinals);
        this.starts = grow(this.starts);
      }
      this.ordinals[this.count] = ordinal;
      this.starts[this.count] = this.#occurrences.length;
      this.count += 1;
    }
    this.#occurrences.add(field, position, passage);
    this.starts[this.count] = this.#occurrences.length;
  }

  /** Copies into `sorted` in order of ordinal. */
  sortInto(sorted: Collected): void {
    sorted.clear();
    const { ordinals, starts, count } = this;
    const { fields, positions, passages } = this.#occurrences;
    const order = Uint32Array.from({ length: count }, (_, document) => document).sort(
      (a, b) => (ordinals[a] ?? 0) - (ordinals[b] ?? 0),
    );
    for (const document of order) {
      const to = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < to; at += 1)
        sorted.add(ordinals[document] ?? 0, fields[at] ?? 0, positions[at] ?? 0, passages[at] ?? 0);
    }
  }

  toPostings(term: string): TermPostings {
    const { count, ordinals, starts } = this;
    const { fields, positions, passages } = this.#occurrences;
    return { term, count, ordinals, starts, fields, positions, passages };
  }
}

const least = (readers: readonly RunReader[]): string | undefined => {
  let first: string | undefined;
  for (const { term } of readers)
    if (term !== undefined && (first === undefined || term < first)) first = term;
  return first;
};

/**
 * Every term that a document has once, ascending. Memory is that of the longest postings of one term, whatever the runs hold.
 * @param runs with documents of different numbers
 * @param ordinals by document number; {@link noOrdinal} for a document that is left out
 */
export function* mergeRuns(runs: readonly Run[], ordinals: Uint32Array): Generator<TermPostings, void, void> {
  const readers = runs.map((run) => new RunReader(run));
  const collected = new Collected();
  const sorted = new Collected();
  for (let term = least(readers); term !== undefined; term = least(readers)) {
    collected.clear();
    for (const reader of readers) {
      if (reader.term !== term) continue;
      reader.take((document, field, position, passage) => {
        const ordinal = ordinals[document] ?? noOrdinal;
        if (ordinal !== noOrdinal) collected.add(ordinal, field, position, passage);
      });
    }
    if (collected.count === 0) continue;
    if (collected.isSorted) yield collected.toPostings(term);
    else {
      collected.sortInto(sorted);
      yield sorted.toPostings(term);
    }
  }
}
