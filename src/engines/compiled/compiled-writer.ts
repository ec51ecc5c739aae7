/**
 * Merged postings, term by term -> the parts of a compiled index.
 * @module
 */
import { BitWriter } from '../../bytes/bit-writer.js';
import { ByteWriter } from '../../bytes/byte-writer.js';
import { crc32 } from '../../domain/crc32.js';
import { fieldNames, textFieldNames } from '../../domain/fields.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import type { TermPostings } from '../../postings/merge.js';
import { FieldFrequencies } from './field-frequencies.js';
import { writeLengths } from './lengths-part.js';
import { maxPassages } from './passage-list.js';
import { sumLengths, writePositions } from './positions-part.js';
import { PostingsPartWriter, writePostings } from './postings-part.js';
import {
  type DictionaryEntry,
  type PartEntry,
  partName,
  type RootField,
  rootName,
  type TermRange,
  writeRoot,
} from './root.js';
import { writeTermPassages } from './term-passages.js';
import { sharedLength, termSize, writeTerms } from './terms-part.js';

/** A file to be: its name is unique in the index and says the checksum of the content, except for the root's. */
export interface CompiledPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CompiledWriterOptions {
  /**
   * Bytes of dictionary a part at most, before compression. A misspelling needs all terms with its first letter, so
   * smaller parts mean more requests rather than fewer bytes. Default 12288.
   */
  readonly dictionaryPartBytes?: number;
  /** Bytes of postings a part, before compression; more only if one term needs more. Default 4096. */
  readonly postingsPartBytes?: number;
}

/** Lengths up to so many bytes travel inside the root: a request less, and every query needs both. */
const maxInlineLengths = 8_192;

const entryOf = (bytes: Uint8Array): PartEntry => ({ bytes: bytes.length, crc32: crc32(bytes) });

/** The shortest beginning of `term` that comes after `before`. */
const separatorOf = (before: string, term: string): string => term.slice(0, sharedLength(before, term) + 1);

/** The dictionary. Parts end where the first letter changes unless they are small, as misspellings are looked for by first letter. */
class DictionaryWriter {
  readonly entries: DictionaryEntry[] = [];
  readonly parts: CompiledPart[] = [];
  readonly #most: number;
  /** Of the part at hand, and their size. */
  #terms: string[] = [];
  #size = 0;
  /** How many terms are in the parts before it, and the last of them. */
  #from = 0;
  #before = '';

  constructor(most: number) {
    this.#most = most;
  }

  get termCount(): number {
    return this.#from + this.#terms.length;
  }

  /** @throws RangeError for a term that does not come after the one before */
  add(term: string): void {
    const last = this.#terms.at(-1);
    if (term <= (last ?? this.#before)) {
      throw new RangeError('Terms are written in ascending order, each once, and none is empty.');
    }
    if (last !== undefined && !this.#fits(term, last)) this.end();
    this.#size += termSize(this.#terms.at(-1) ?? '', term);
    this.#terms.push(term);
  }

  #fits(term: string, last: string): boolean {
    if (this.#size > this.#most / 4 && term.charCodeAt(0) !== last.charCodeAt(0)) return false;
    return this.#size + termSize(last, term) <= this.#most;
  }

  /** Ends the part at hand, if there is any term in it. */
  end(): void {
    const terms = this.#terms;
    const [first] = terms;
    if (first === undefined) return;
    const bytes = writeTerms(terms);
    const separator = separatorOf(this.#before, first);
    const entry = { ...entryOf(bytes), separator, from: this.#from, count: terms.length };
    this.parts.push({ name: partName('terms', this.entries.length, entry), bytes });
    this.entries.push(entry);
    this.#from += terms.length;
    this.#before = terms.at(-1) ?? '';
    this.#terms = [];
    this.#size = 0;
  }
}

/** The postings, and the positions along the same terms. */
class PostingsWriter {
  readonly entries: TermRange[] = [];
  readonly positionsEntries: PartEntry[] = [];
  readonly parts: CompiledPart[] = [];
  readonly positionsParts: CompiledPart[] = [];
  readonly #most: number;
  readonly #passageCounts: Uint32Array;
  /** By ordinal, of all fields. */
  readonly #lengths: Float64Array;
  readonly #part = new PostingsPartWriter();
  readonly #frequencies = new FieldFrequencies(fieldNames.length);
  /** Of the term at hand. */
  readonly #list = new ByteWriter();
  readonly #passages = new BitWriter();
  /** Of the part at hand. */
  readonly #positions = new BitWriter();
  #from = 0;

  constructor(most: number, lengths: DocumentLengths) {
    this.#most = most;
    this.#passageCounts = lengths.passages;
    this.#lengths = sumLengths(lengths);
  }

  add(postings: TermPostings): void {
    this.#frequencies.set(postings);
    this.#list.clear();
    writePostings(this.#list, postings, this.#frequencies);
    this.#passages.clear();
    writeTermPassages(this.#passages, postings, this.#passageCounts);
    const added = 1 + this.#list.length + this.#passages.length / 8;
    if (this.#part.size + added > this.#most) this.end();
    this.#part.add(this.#list, this.#passages);
    writePositions(this.#positions, postings, this.#frequencies, this.#lengths);
  }

  /** Ends the part at hand, if there is any term in it. */
  end(): void {
    const { count } = this.#part;
    if (count === 0) return;
    const number = this.entries.length;
    const bytes = this.#part.take();
    const entry = { ...entryOf(bytes), from: this.#from, count };
    this.parts.push({ name: partName('postings', number, entry), bytes });
    this.entries.push(entry);
    const positions = this.#positions.toBytes();
    const positionsEntry = entryOf(positions);
    this.positionsParts.push({ name: partName('positions', number, positionsEntry), bytes: positions });
    this.positionsEntries.push(positionsEntry);
    this.#positions.clear();
    this.#from += count;
  }
}

const meanOf = (lengths: Uint32Array): number =>
  lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

const toRootFields = (lengths: readonly Uint32Array[]): readonly RootField[] =>
  fieldNames.map((name, field) => ({
    name,
    averageLength: meanOf(lengths[field] ?? new Uint32Array()),
    isText: textFieldNames.includes(name),
  }));

/** Parts are finished as they are full, so that its memory is that of the parts. The same postings give the same bytes. */
export class CompiledWriter {
  readonly #lengths: DocumentLengths;
  readonly #dictionary: DictionaryWriter;
  readonly #postings: PostingsWriter;

  /** @throws RangeError for other fields than ours, columns of different lengths, and documents of no passage */
  constructor(
    lengths: DocumentLengths,
    { dictionaryPartBytes = 12_288, postingsPartBytes = 4_096 }: CompiledWriterOptions = {},
  ) {
    const { fields, passages } = lengths;
    if (fields.length !== fieldNames.length || fields.some(({ length }) => length !== passages.length)) {
      throw new RangeError('Every field has a length in every document.');
    }
    if (!passages.every((count) => count >= 1 && count <= maxPassages)) {
      throw new RangeError('Every document has at least one passage.');
    }
    this.#lengths = lengths;
    this.#dictionary = new DictionaryWriter(dictionaryPartBytes);
    this.#postings = new PostingsWriter(postingsPartBytes, lengths);
  }

  /**
   * @param postings of the next term; read during the call only
   * @throws RangeError for a term that does not come after the one before, is too long, or stands in a field that there is not
   */
  add(postings: TermPostings): void {
    this.#dictionary.add(postings.term);
    this.#postings.add(postings);
  }

  /**
   * To be called once, after the last term.
   * @returns the root first
   */
  finish(): readonly CompiledPart[] {
    this.#dictionary.end();
    this.#postings.end();
    const lengths = writeLengths(this.#lengths);
    const isInline = lengths.length <= maxInlineLengths;
    const entry = entryOf(lengths);
    const root = writeRoot({
      documentCount: this.#lengths.passages.length,
      termCount: this.#dictionary.termCount,
      fields: toRootFields(this.#lengths.fields),
      lengths: isInline ? { ...entry, inline: lengths } : entry,
      dictionary: this.#dictionary.entries,
      postings: this.#postings.entries,
      positions: this.#postings.positionsEntries,
    });
    return [
      { name: rootName, bytes: root },
      ...(isInline ? [] : [{ name: partName('lengths', 0, entry), bytes: lengths }]),
      ...this.#dictionary.parts,
      ...this.#postings.parts,
      ...this.#postings.positionsParts,
    ];
  }
}
