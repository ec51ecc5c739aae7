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
  type PartContent,
  type PartEntry,
  partName,
  type RootField,
  rootName,
  type TermRange,
  writeRoot,
} from './root.js';
import { type TextFields, writeTermPassages } from './term-passages.js';
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

/** The parts of one kind as they are finished, and what the root says of them. */
class PartList<Extra extends object> {
  readonly parts: CompiledPart[] = [];
  readonly entries: (PartEntry & Extra)[] = [];
  readonly #content: PartContent;

  constructor(content: PartContent) {
    this.#content = content;
  }

  add(bytes: Uint8Array, extra: Extra): void {
    const entry = { bytes: bytes.length, crc32: crc32(bytes), ...extra };
    this.parts.push({ name: partName(this.#content, this.entries.length, entry), bytes });
    this.entries.push(entry);
  }
}

type Range = Pick<TermRange, 'from' | 'count'>;

/** The shortest beginning of `term` that comes after `before`. */
const separatorOf = (before: string, term: string): string => term.slice(0, sharedLength(before, term) + 1);

/** The dictionary. Parts end where the first letter changes unless they are small, as misspellings are looked for by first letter. */
class DictionaryWriter {
  readonly list = new PartList<Range & Pick<DictionaryEntry, 'separator'>>('terms');
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
    this.list.add(bytes, { separator, from: this.#from, count: terms.length });
    this.#from += terms.length;
    this.#before = terms.at(-1) ?? '';
    this.#terms = [];
    this.#size = 0;
  }
}

/** The postings, and the positions along the same terms. */
class PostingsWriter {
  readonly list = new PartList<Range>('postings');
  readonly positionsList = new PartList<object>('positions');
  readonly #most: number;
  readonly #fields: TextFields;
  readonly #passageCounts: Uint32Array;
  /** By ordinal, of all fields. */
  readonly #lengths: Float64Array;
  readonly #part = new PostingsPartWriter();
  readonly #frequencies = new FieldFrequencies(fieldNames.length);
  /** Of the term at hand. */
  readonly #postings = new ByteWriter();
  readonly #passages = new BitWriter();
  /** Of the part at hand. */
  readonly #positions = new BitWriter();
  #from = 0;

  constructor(most: number, fields: TextFields, lengths: DocumentLengths) {
    this.#most = most;
    this.#fields = fields;
    this.#passageCounts = lengths.passages;
    this.#lengths = sumLengths(lengths);
  }

  add(postings: TermPostings): void {
    this.#frequencies.set(postings);
    this.#postings.clear();
    writePostings(this.#postings, postings, this.#frequencies);
    this.#passages.clear();
    writeTermPassages(this.#passages, postings, this.#fields, this.#passageCounts);
    const added = 1 + this.#postings.length + this.#passages.length / 8;
    if (this.#part.size + added > this.#most) this.end();
    this.#part.add(this.#postings, this.#passages);
    writePositions(this.#positions, postings, this.#frequencies, this.#lengths);
  }

  /** Ends the part at hand, if there is any term in it. */
  end(): void {
    const { count } = this.#part;
    if (count === 0) return;
    const bytes = this.#part.take();
    this.list.add(bytes, { from: this.#from, count });
    this.positionsList.add(this.#positions.toBytes(), {});
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
  readonly #fields: readonly RootField[];
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
    this.#fields = toRootFields(fields);
    this.#lengths = lengths;
    this.#dictionary = new DictionaryWriter(dictionaryPartBytes);
    this.#postings = new PostingsWriter(postingsPartBytes, this.#fields, lengths);
  }

  /**
   * @param postings of the next term; read during the call only
   * @throws RangeError for a term that does not come after the one before, stands in a field that there is not, or in the text without
   * a passage; and, when its part ends, for one of more than 65,535 UTF-16 units
   */
  add(postings: TermPostings): void {
    this.#dictionary.add(postings.term);
    this.#postings.add(postings);
  }

  /**
   * To be called once, after the last term.
   * @returns the root first
   * @throws RangeError as {@link add}
   */
  finish(): readonly CompiledPart[] {
    this.#dictionary.end();
    this.#postings.end();
    const bytes = writeLengths(this.#lengths);
    const isInline = bytes.length <= maxInlineLengths;
    const entry = { bytes: bytes.length, crc32: crc32(bytes), ...(isInline && { inline: bytes }) };
    const root = writeRoot({
      documentCount: this.#lengths.passages.length,
      termCount: this.#dictionary.termCount,
      fields: this.#fields,
      lengths: entry,
      dictionary: this.#dictionary.list.entries,
      postings: this.#postings.list.entries,
      positions: this.#postings.positionsList.entries,
    });
    return [
      { name: rootName, bytes: root },
      ...(isInline ? [] : [{ name: partName('lengths', 0, entry), bytes }]),
      ...this.#dictionary.list.parts,
      ...this.#postings.list.parts,
      ...this.#postings.positionsList.parts,
    ];
  }
}
