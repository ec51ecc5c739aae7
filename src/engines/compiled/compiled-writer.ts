/**
 * Merged postings, term by term -> the parts of a compiled index.
 * @module
 */
import { BitWriter } from '../../bytes/bit-writer.js';
import { ByteWriter, varintSize } from '../../bytes/byte-writer.js';
import { crc32 } from '../../domain/crc32.js';
import { fieldNames, textFieldNames } from '../../domain/fields.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import type { TermPostings } from '../../postings/merge.js';
import { FieldFrequencies } from './field-frequencies.js';
import { roundLengths, writeLengths } from './lengths-part.js';
import { type CompiledPart, GroupedParts, PartList } from './part-list.js';
import { type CompiledWriterOptions, type PartBudgets, toBudgets } from './part-sizes.js';
import { maxPassages } from './passage-list.js';
import { writePositionsPart } from './positions-part.js';
import { writePostings } from './posting-lists.js';
import { type PartEntry, partName, type RootField, rootName, type WordsEntry, writeRoot } from './root.js';
import { writeTermPassages } from './term-passages.js';
import { sumLengths, writePositions } from './term-positions.js';
import { sharedLength, termSize, writeTerms } from './terms-part.js';
import { WordsPartWriter } from './words-part.js';

/** Lengths up to so many bytes travel inside the root: a request less, and every query needs both. */
const maxInlineLengths = 8_192;

/** The shortest beginning of `term` that comes after `before`. */
const separatorOf = (before: string, term: string): string => term.slice(0, sharedLength(before, term) + 1);

/** Where a words part ends, and what goes along with it. */
class PartCutter {
  readonly words: PartList<Omit<WordsEntry, keyof PartEntry>>;
  readonly terms: GroupedParts<readonly string[]>;
  readonly positions: GroupedParts<Uint8Array>;
  readonly #part = new WordsPartWriter();
  /** Of the part at hand. */
  readonly #partPositions = new BitWriter();
  /** How many terms are in the parts before it, and the last of them. */
  #from = 0;
  #before = '';

  constructor({ words, terms, positions }: PartBudgets) {
    this.words = new PartList('words', words);
    this.terms = new GroupedParts('terms', terms, (groups) => writeTerms(groups.flat()));
    this.positions = new GroupedParts('positions', positions, writePositionsPart);
  }

  get termCount(): number {
    return this.#from + this.#part.terms.length;
  }

  /**
   * @param write appends the positions of the term
   * @throws RangeError for a term that does not come after the one before
   */
  add(term: string, list: ByteWriter, passages: BitWriter, write: (positions: BitWriter) => void): void {
    const last = this.#part.terms.at(-1) ?? '';
    if (term <= (last || this.#before)) {
      throw new RangeError('Terms are written in ascending order, each once, and none is empty.');
    }
    const added = termSize(last, term) + varintSize(list.length) + list.length + passages.length / 8;
    if (this.#part.size + added > this.words.mostBytes) this.#endPart();
    this.#part.add(term, list, passages);
    write(this.#partPositions);
  }

  end(): void {
    this.#endPart();
    this.terms.end();
    this.positions.end();
  }

  #endPart(): void {
    const { terms, termsSize } = this.#part;
    const [first] = terms;
    if (first === undefined) return;
    const bytes = this.#part.take();
    this.words.add(bytes, {
      separator: separatorOf(this.#before, first),
      from: this.#from,
      count: terms.length,
    });
    this.terms.addItem(terms, termsSize);
    const positions = this.#partPositions.toBytes();
    this.#partPositions.clear();
    this.positions.addItem(positions, positions.length);
    this.#from += terms.length;
    this.#before = terms.at(-1) ?? '';
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
  /** By ordinal, of all fields. */
  readonly #totalLengths: Float64Array;
  readonly #frequencies = new FieldFrequencies(fieldNames.length);
  readonly #parts: PartCutter;
  /** Of the term at hand. */
  readonly #list = new ByteWriter();
  readonly #passages = new BitWriter();

  /** @throws RangeError for other fields than ours, columns of different lengths, documents of no passage, and too few parts */
  constructor(lengths: DocumentLengths, options: CompiledWriterOptions = {}) {
    const { fields, passages } = lengths;
    if (fields.length !== fieldNames.length || fields.some(({ length }) => length !== passages.length)) {
      throw new RangeError('Every field has a length in every document.');
    }
    if (!passages.every((count) => count >= 1 && count <= maxPassages)) {
      throw new RangeError('Every document has at least one passage.');
    }
    this.#lengths = roundLengths(lengths);
    this.#fields = toRootFields(this.#lengths.fields);
    this.#totalLengths = sumLengths(this.#lengths);
    this.#parts = new PartCutter(toBudgets(lengths, options));
  }

  /**
   * @param postings of the next term; read during the call only
   * @throws RangeError for a term that does not come after the one before, stands in a field that there is not, or in the text without
   * a passage; and, when its part ends, for one of more than 65,535 UTF-16 units
   */
  add(postings: TermPostings): void {
    this.#frequencies.set(postings);
    this.#list.clear();
    writePostings(this.#list, postings, this.#frequencies);
    this.#passages.clear();
    writeTermPassages(this.#passages, postings, this.#fields, this.#lengths.passages);
    this.#parts.add(postings.term, this.#list, this.#passages, (positions) =>
      writePositions(positions, postings, this.#frequencies, this.#totalLengths),
    );
  }

  /**
   * To be called once, after the last term.
   * @returns the root first
   * @throws RangeError as {@link add}
   */
  finish(): readonly CompiledPart[] {
    const { words, terms, positions } = this.#parts;
    this.#parts.end();
    const bytes = writeLengths(this.#lengths);
    const isInline = bytes.length <= maxInlineLengths;
    const entry = { bytes: bytes.length, crc32: crc32(bytes), ...(isInline && { inline: bytes }) };
    const root = writeRoot({
      documentCount: this.#lengths.passages.length,
      termCount: this.#parts.termCount,
      fields: this.#fields,
      lengths: entry,
      words: words.entries,
      terms: terms.entries,
      positions: positions.entries,
    });
    return [
      { name: rootName, bytes: root },
      ...(isInline ? [] : [{ name: partName('lengths', 0, entry), bytes }]),
      ...words.parts,
      ...terms.parts,
      ...positions.parts,
    ];
  }
}
