/**
 * The records of some posts, sorted by term and packed: a few bytes an occurrence. What is merged are runs, read term by term, so a
 * merge holds the heads of runs and not their contents.
 * @module
 */
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { compareText } from '../domain/compare-text.js';
import { noPassage } from './occurrences.js';
import type { PostRecord } from './record.js';

/** What {@link RunBuilder} made, for {@link RunReader} only. */
export type Run = Uint8Array;

/** A record without its terms. */
interface NumberedRecord extends Pick<PostRecord, 'starts' | 'occurrences'> {
  readonly document: number;
}

/** Told of each occurrence of a term. */
type VisitOccurrence = (document: number, field: number, position: number, passage: number) => void;

const writeTerm = (writer: ByteWriter, before: string, term: string): void => {
  let shared = 0;
  while (
    shared < before.length &&
    shared < term.length &&
    before.charCodeAt(shared) === term.charCodeAt(shared)
  )
    shared += 1;
  writer.varint(shared);
  writer.text(term.slice(shared));
};

const writeOccurrences = (
  writer: ByteWriter,
  { starts, occurrences }: NumberedRecord,
  term: number,
): void => {
  const { fields, positions, passages } = occurrences;
  const from = starts[term] ?? 0;
  const to = starts[term + 1] ?? 0;
  writer.varint(to - from);
  let positionBefore = 0;
  let passageBefore = 0;
  for (let at = from; at < to; at += 1) {
    const position = positions[at] ?? 0;
    const passage = passages[at] ?? noPassage;
    writer.u8(fields[at] ?? 0);
    writer.varint(position - positionBefore);
    positionBefore = position;
    if (passage === noPassage) writer.varint(0);
    else {
      writer.varint(passage - passageBefore + 1);
      passageBefore = passage;
    }
  }
};

/** Collects the records of a run. Of the terms that they share it keeps one. */
export class RunBuilder {
  #records: NumberedRecord[] = [];
  /** Where the records have a term: number of a record, and of the term in it, by turns. */
  #holders = new Map<string, number[]>();
  #occurrences = 0;

  /** How many occurrences it holds: 9 bytes each and their terms until it is finished, and less than half of that then. */
  get occurrences(): number {
    return this.#occurrences;
  }

  /** @param document greater than that of the record before, and one that no run has that it is merged with */
  add(document: number, { terms, starts, occurrences }: PostRecord): void {
    const at = this.#records.length;
    this.#records.push({ document, starts, occurrences });
    this.#occurrences += occurrences.fields.length;
    for (const [number, term] of terms.entries()) {
      const held = this.#holders.get(term);
      if (held === undefined) this.#holders.set(term, [at, number]);
      else held.push(at, number);
    }
  }

  /**
   * @returns the run of all that was added since the last one; the builder is empty then
   * @throws RangeError for documents that were not added in ascending order
   */
  finish(): Run {
    const writer = new ByteWriter();
    let before = '';
    for (const [term, held] of [...this.#holders].sort(([a], [b]) => compareText(a, b))) {
      writeTerm(writer, before, term);
      this.#writePostings(writer, held);
      before = term;
    }
    this.#records = [];
    this.#holders = new Map();
    this.#occurrences = 0;
    return writer.toBytes();
  }

  #writePostings(writer: ByteWriter, held: readonly number[]): void {
    writer.varint(held.length / 2);
    let documentBefore = 0;
    for (let holder = 0; holder < held.length; holder += 2) {
      const record = this.#records[held[holder] ?? 0];
      if (record === undefined) continue;
      writer.varint(record.document - documentBefore);
      documentBefore = record.document;
      writeOccurrences(writer, record, held[holder + 1] ?? 0);
    }
  }
}

/** Reads a run from its first term to its last. */
export class RunReader {
  readonly #reader: ByteReader;
  #term: string | undefined = '';

  constructor(run: Run) {
    this.#reader = new ByteReader(run, 'run');
    this.#readTerm();
  }

  /** The term at hand; nothing after the last. */
  get term(): string | undefined {
    return this.#term;
  }

  /** Tells the occurrences of the term at hand, in order of document and position, and goes on to the next. */
  take(visit: VisitOccurrence): void {
    const reader = this.#reader;
    let document = 0;
    for (let documents = reader.varint(); documents > 0; documents -= 1) {
      document += reader.varint();
      let position = 0;
      let passage = 0;
      for (let occurrences = reader.varint(); occurrences > 0; occurrences -= 1) {
        const field = reader.u8();
        position += reader.varint();
        const told = reader.varint();
        if (told > 0) passage += told - 1;
        visit(document, field, position, told > 0 ? passage : noPassage);
      }
    }
    this.#readTerm();
  }

  #readTerm(): void {
    const reader = this.#reader;
    if (reader.left === 0) {
      this.#term = undefined;
      return;
    }
    const shared = reader.varint();
    this.#term = (this.#term ?? '').slice(0, shared) + reader.text();
  }
}
