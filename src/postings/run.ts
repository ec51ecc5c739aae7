/**
 * The records of some posts, sorted by term and packed: a few bytes an occurrence. What is merged are runs, read term by term, so a
 * merge holds the heads of runs and not their contents.
 * @module
 */
import { ByteReader } from '../bytes/byte-reader.js';
import { ByteWriter } from '../bytes/byte-writer.js';
import { compareText } from '../domain/compare-text.js';
import { noPassage, type PostRecord } from './record.js';

/** What {@link RunBuilder} made, for {@link RunReader} only. */
export type Run = Uint8Array;

interface NumberedRecord {
  readonly document: number;
  readonly record: PostRecord;
}

/** Told of each occurrence of a term. */
export type VisitOccurrence = (document: number, field: number, position: number, passage: number) => void;

export class RunBuilder {
  readonly #records: NumberedRecord[] = [];
  #occurrences = 0;

  /** How many occurrences it holds: 13 bytes each until it is finished, and less than half of that then. */
  get occurrences(): number {
    return this.#occurrences;
  }

  /** @param document any number of its own */
  add(document: number, record: PostRecord): void {
    this.#records.push({ document, record });
    this.#occurrences += record.fields.length;
  }

  /** The same records in whatever order give the same bytes. */
  finish(): Run {
    const records = this.#records.sort((a, b) => a.document - b.document);
    const numbers = new Map<string, number>();
    const holders: number[][] = [];
    records.forEach(({ record }, at) => {
      record.terms.forEach((term, index) => {
        const number = numbers.get(term);
        if (number === undefined) {
          numbers.set(term, holders.length);
          holders.push([at, index]);
        } else holders[number]?.push(at, index);
      });
    });
    const writer = new ByteWriter();
    let before = '';
    for (const [term, number] of [...numbers].sort(([a], [b]) => compareText(a, b))) {
      writeTerm(writer, before, term);
      writePostings(writer, records, holders[number] ?? []);
      before = term;
    }
    return writer.toBytes();
  }
}

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

/** @param holders number of a record, and of the term in it, by turns */
const writePostings = (
  writer: ByteWriter,
  records: readonly NumberedRecord[],
  holders: readonly number[],
): void => {
  writer.varint(holders.length / 2);
  let documentBefore = 0;
  for (let holder = 0; holder < holders.length; holder += 2) {
    const numbered = records[holders[holder] ?? 0];
    if (numbered === undefined) continue;
    const { document, record } = numbered;
    const index = holders[holder + 1] ?? 0;
    const from = record.starts[index] ?? 0;
    const to = record.starts[index + 1] ?? 0;
    writer.varint(document - documentBefore);
    documentBefore = document;
    writer.varint(to - from);
    let position = 0;
    let passage = 0;
    for (let at = from; at < to; at += 1) {
      writer.u8(record.fields[at] ?? 0);
      writer.varint((record.positions[at] ?? 0) - position);
      position = record.positions[at] ?? 0;
      const own = record.passages[at] ?? noPassage;
      writer.varint(own === noPassage ? 0 : own - passage + 1);
      if (own !== noPassage) passage = own;
    }
  }
};

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
