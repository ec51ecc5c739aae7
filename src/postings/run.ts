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

interface NumberedRecord {
  readonly document: number;
  readonly record: PostRecord;
}

/** Told of each occurrence of a term. */
export type VisitOccurrence = (document: number, field: number, position: number, passage: number) => void;

/** Where the records have a term: number of a record, and of the term in it, by turns. */
type Holders = readonly number[];

const collectHolders = (records: readonly NumberedRecord[]): ReadonlyMap<string, Holders> => {
  const holders = new Map<string, number[]>();
  records.forEach(({ record }, at) => {
    record.terms.forEach((term, number) => {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, [at, number]);
      else known.push(at, number);
    });
  });
  return holders;
};

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

const writeOccurrences = (writer: ByteWriter, { starts, occurrences }: PostRecord, term: number): void => {
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

const writePostings = (writer: ByteWriter, records: readonly NumberedRecord[], holders: Holders): void => {
  writer.varint(holders.length / 2);
  let documentBefore = 0;
  for (let holder = 0; holder < holders.length; holder += 2) {
    const numbered = records[holders[holder] ?? 0];
    if (numbered === undefined) continue;
    writer.varint(numbered.document - documentBefore);
    documentBefore = numbered.document;
    writeOccurrences(writer, numbered.record, holders[holder + 1] ?? 0);
  }
};

/** Collects the records of a run. */
export class RunBuilder {
  #records: NumberedRecord[] = [];
  #occurrences = 0;

  /** How many occurrences it holds: 9 bytes each and their terms until it is finished, and less than half of that then. */
  get occurrences(): number {
    return this.#occurrences;
  }

  /** @param document a number that no other record of the run has, and none of a run that it is merged with */
  add(document: number, record: PostRecord): void {
    this.#records.push({ document, record });
    this.#occurrences += record.occurrences.fields.length;
  }

  /**
   * The same records, in whatever order they were added, give the same bytes.
   * @returns the run of all that was added since the last one; the builder is empty then
   */
  finish(): Run {
    const records = this.#records.sort((a, b) => a.document - b.document);
    this.#records = [];
    this.#occurrences = 0;
    const holders = [...collectHolders(records)].sort(([a], [b]) => compareText(a, b));
    const writer = new ByteWriter();
    let before = '';
    for (const [term, held] of holders) {
      writeTerm(writer, before, term);
      writePostings(writer, records, held);
      before = term;
    }
    return writer.toBytes();
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
