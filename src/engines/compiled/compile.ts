/**
 * A serialized MiniSearch index -> the parts of a compiled one. Pure; the same index gives the same bytes.
 * @module
 */
import { crc32 } from '../../domain/crc32.js';
import { writeLengths } from './lengths-part.js';
import { createPassageLookup, type PassageIndex } from './passage-index.js';
import { maxPassages } from './passage-list.js';
import { type FieldPostings, type TermPostings, writePostings, writeTermPostings } from './postings-part.js';
import {
  type DictionaryEntry,
  type PartEntry,
  partName,
  rootName,
  type TermRange,
  writeRoot,
} from './root.js';
import type { SerializedIndex } from './serialized-index.js';
import { writeTermPassages } from './term-passages.js';
import { sharedLength, termSize, writeTerms } from './terms-part.js';

/** A file to be: its name is unique in the index and says the checksum of the content, except for the root's. */
export interface CompiledPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CompileOptions {
  /** Default: every document is one passage. */
  readonly passages?: PassageIndex;
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

interface Compiled extends TermPostings {
  readonly term: string;
}

const entryOf = (bytes: Uint8Array): PartEntry => ({ bytes: bytes.length, crc32: crc32(bytes) });

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Short id to ordinal: the position among the documents there are, in order of short id. */
const numberDocuments = ({ documentIds }: SerializedIndex): ReadonlyMap<number, number> => {
  const ids = Object.keys(documentIds).map(Number);
  return new Map(ids.sort((a, b) => a - b).map((id, ordinal) => [id, ordinal]));
};

const fieldNames = ({ fieldIds }: SerializedIndex): readonly string[] => {
  const names = Object.entries(fieldIds).sort(([, a], [, b]) => a - b);
  if (names.length === 0 || names.some(([, id], at) => id !== at)) {
    throw new RangeError('The field ids of a serialized index are 0, 1, 2 and so on.');
  }
  return names.map(([name]) => name);
};

const columnsOf = (
  index: SerializedIndex,
  documents: ReadonlyMap<number, number>,
  fieldCount: number,
): readonly Uint32Array[] =>
  Array.from({ length: fieldCount }, (_, field) =>
    Uint32Array.from(documents.keys(), (id) => index.fieldLength[id]?.[field] ?? 0),
  );

/** Postings of documents that are gone (MiniSearch removes them lazily) are left out. */
const postingsOf = (
  byField: SerializedIndex['index'][number][1],
  documents: ReadonlyMap<number, number>,
): readonly FieldPostings[] =>
  Object.entries(byField)
    .map(([field, frequencies]) => {
      const postings = Object.entries(frequencies)
        .flatMap(([id, frequency]) => {
          const ordinal = documents.get(Number(id));
          return ordinal === undefined ? [] : [{ ordinal, frequency }];
        })
        .sort((a, b) => a.ordinal - b.ordinal);
      return {
        field: Number(field),
        ordinals: postings.map(({ ordinal }) => ordinal),
        frequencies: postings.map(({ frequency }) => frequency),
      };
    })
    .filter(({ ordinals }) => ordinals.length > 0)
    .sort((a, b) => a.field - b.field);

/**
 * @param sizeOf what an item adds after another one, or at the start of a run
 * @returns runs of consecutive items, each at most `most` in size or one item
 */
const cut = <Item>(
  items: readonly Item[],
  most: number,
  sizeOf: (item: Item, before?: Item) => number,
  isSeam: (item: Item, before: Item, size: number) => boolean = () => false,
): readonly (readonly Item[])[] => {
  const runs: Item[][] = [];
  let run: Item[] = [];
  let size = 0;
  for (const item of items) {
    const before = run.at(-1);
    const added = sizeOf(item, before);
    if (before === undefined || size + added > most || isSeam(item, before, size)) {
      run = [item];
      runs.push(run);
      size = sizeOf(item);
    } else {
      run.push(item);
      size += added;
    }
  }
  return runs;
};

/** The shortest beginning of `term` that comes after `before`. */
const separatorOf = (before: string, term: string): string => term.slice(0, sharedLength(before, term) + 1);

/** Parts end where the first letter changes unless they are small, as misspellings are looked for by first letter. */
const compileDictionary = (terms: readonly string[], most: number) => {
  const runs = cut(
    terms,
    most,
    (term, before = '') => termSize(before, term),
    (term, before, size) => size > most / 4 && term.charCodeAt(0) !== before.charCodeAt(0),
  );
  const entries: DictionaryEntry[] = [];
  const parts: CompiledPart[] = [];
  let from = 0;
  for (const [number, run] of runs.entries()) {
    const bytes = writeTerms(run);
    const separator = separatorOf(terms[from - 1] ?? '', run[0] ?? '');
    const entry = { ...entryOf(bytes), separator, from, count: run.length };
    entries.push(entry);
    parts.push({ name: partName('terms', number, entry), bytes });
    from += run.length;
  }
  return { entries, parts };
};

const compilePostings = (postings: readonly TermPostings[], most: number) => {
  const entries: TermRange[] = [];
  const parts: CompiledPart[] = [];
  let from = 0;
  const sizeOf = ({ postings, passages }: TermPostings): number => 1 + postings.length + passages.length / 8;
  for (const [number, run] of cut(postings, most, sizeOf).entries()) {
    const bytes = writePostings(run);
    const entry = { ...entryOf(bytes), from, count: run.length };
    entries.push(entry);
    parts.push({ name: partName('postings', number, entry), bytes });
    from += run.length;
  }
  return { entries, parts };
};

/**
 * @param index what `MiniSearch.toJSON` returned, or its JSON parsed; the order of its terms does not matter
 * @returns the root first
 * @throws RangeError for an index that MiniSearch does not write, or passages of another number of documents
 */
export const compile = (
  index: SerializedIndex,
  { passages, dictionaryPartBytes = 12_288, postingsPartBytes = 4_096 }: CompileOptions = {},
): readonly CompiledPart[] => {
  if (index.serializationVersion !== 2)
    throw new RangeError('Only version 2 of a serialized index can be compiled.');
  const names = fieldNames(index);
  const documents = numberDocuments(index);
  const { counts, holding } = passages ?? { counts: Array.from(documents, () => 1), holding: new Map() };
  if (counts.length !== documents.size || !counts.every((count) => count >= 1 && count <= maxPassages)) {
    throw new RangeError('Every document has at least one passage.');
  }
  const passageCounts = Uint32Array.from(counts);
  const passagesOf = createPassageLookup({ counts, holding });
  const compiled: Compiled[] = [];
  for (const [term, byField] of index.index) {
    const postings = postingsOf(byField, documents);
    if (postings.length === 0) continue;
    compiled.push({
      term,
      postings: writeTermPostings(postings, names.length),
      passages: writeTermPassages(postings, passageCounts, passagesOf(term)),
    });
  }
  compiled.sort((a, b) => byUnits(a.term, b.term));
  const dictionary = compileDictionary(
    compiled.map(({ term }) => term),
    dictionaryPartBytes,
  );
  const postings = compilePostings(compiled, postingsPartBytes);
  const lengths = writeLengths({
    fields: columnsOf(index, documents, names.length),
    passages: passageCounts,
  });
  const isInline = lengths.length <= maxInlineLengths;
  const lengthsEntry = entryOf(lengths);
  const root = writeRoot({
    documentCount: documents.size,
    termCount: compiled.length,
    fields: names.map((name, field) => ({ name, averageLength: index.averageFieldLength[field] ?? 0 })),
    lengths: isInline ? { ...lengthsEntry, inline: lengths } : lengthsEntry,
    dictionary: dictionary.entries,
    postings: postings.entries,
  });
  return [
    { name: rootName, bytes: root },
    ...(isInline ? [] : [{ name: partName('lengths', 0, lengthsEntry), bytes: lengths }]),
    ...dictionary.parts,
    ...postings.parts,
  ];
};
