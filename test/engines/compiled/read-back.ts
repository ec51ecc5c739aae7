import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import { LookbackError } from '../../../src/domain/errors.js';
import { parseLengths } from '../../../src/engines/compiled/lengths-part.js';
import { parsePositions } from '../../../src/engines/compiled/positions-part.js';
import { PostingsReader } from '../../../src/engines/compiled/posting-lists.js';
import { parseRoot, partName, termsOfGroup } from '../../../src/engines/compiled/root.js';
import { PassageReader } from '../../../src/engines/compiled/term-passages.js';
import { PositionsReader } from '../../../src/engines/compiled/term-positions.js';
import { parseTerms, type TermsPart } from '../../../src/engines/compiled/terms-part.js';
import { parseWords } from '../../../src/engines/compiled/words-part.js';

/** What is said of a term in a document. */
export interface Said {
  /** By field id, of fields that have it. */
  readonly frequencies: Map<number, number>;
  readonly passages: number[];
  readonly positions: Map<number | 'all', readonly number[]>;
}

/** By term, then by ordinal. */
export type SaidOfTerms = Map<string, Map<number, Said>>;

export const said = (terms: SaidOfTerms, term: string, ordinal: number): Said => {
  const ofTerm = terms.get(term) ?? new Map<number, Said>();
  terms.set(term, ofTerm);
  const ofDocument = ofTerm.get(ordinal) ?? { frequencies: new Map(), passages: [], positions: new Map() };
  ofTerm.set(ordinal, ofDocument);
  return ofDocument;
};

const bytesOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array => {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new LookbackError('index-missing', `There is no ${name}.`);
  return bytes;
};

/** Adds the terms of a part to those of the parts before. */
const addTerms = (terms: string[], { count, shared, starts, units }: TermsPart): void => {
  for (let at = 0; at < count; at += 1) {
    const own = String.fromCharCode(...units.subarray(starts[at], starts[at + 1]));
    terms.push((terms.at(-1) ?? '').slice(0, shared[at]) + own);
  }
};

/** What the terms parts say. */
const dictionaryOf = (parts: ReadonlyMap<string, Uint8Array>): readonly string[] => {
  const terms: string[] = [];
  const root = parseRoot(bytesOf(parts, 'root'));
  for (const [number, entry] of root.terms.entries()) {
    const name = partName('terms', number, entry);
    const { from, count } = termsOfGroup(root.words, entry);
    addTerms(terms, parseTerms(bytesOf(parts, name), name, from, count));
  }
  return terms;
};

/**
 * All that an index says, part by part, as readers read it.
 * @param order in which the terms of a part are read
 * @param isWanted whether passages and positions are asked for in a document
 */
export const readBack = (
  parts: ReadonlyMap<string, Uint8Array>,
  order = (count: number) => Array.from({ length: count }, (_, at) => at),
  isWanted: (ordinal: number) => boolean = () => true,
) => {
  const root = parseRoot(bytesOf(parts, 'root'));
  const { documentCount, fields, words, positions } = root;
  const { inline } = root.lengths;
  const lengthsBytes = inline ?? bytesOf(parts, partName('lengths', 0, root.lengths));
  const lengths = parseLengths(lengthsBytes, 'lengths', documentCount, fields.length);
  const postingsReader = new PostingsReader(documentCount, fields.length);
  const passageReader = new PassageReader(lengths.passages, fields);
  const positionsReader = new PositionsReader(lengths);
  const ordinals = Array.from({ length: documentCount }, (_, ordinal) => ordinal);
  const wanted = OrdinalSet.of(documentCount, ordinals.filter(isWanted));
  const positionLists = positions.flatMap((entry, number) => {
    const name = partName('positions', number, entry);
    return parsePositions(bytesOf(parts, name), name, entry.count);
  });
  const names: string[] = [];
  const terms: SaidOfTerms = new Map();
  for (const [number, entry] of words.entries()) {
    const name = partName('words', number, entry);
    const wordsPart = parseWords(bytesOf(parts, name), name, entry.from, entry.count);
    const part = wordsPart.postings;
    addTerms(names, wordsPart);
    const ofPart = positionLists[number] ?? { name, bytes: new Uint8Array() };
    for (const at of order(entry.count)) {
      const index = entry.from + at;
      const term = names[index] ?? '';
      postingsReader.open(part, index);
      while (postingsReader.next()) {
        const { field, count, ordinals, frequencies } = postingsReader;
        for (let of = 0; of < count; of += 1)
          said(terms, term, ordinals[of] ?? 0).frequencies.set(field, frequencies[of] ?? 0);
      }
      passageReader.read(part, index, wanted, (ordinal, passage) =>
        said(terms, term, ordinal).passages.push(passage),
      );
      for (const field of [undefined, ...fields.keys()]) {
        for (const [ordinal, list] of positionsReader.read(ofPart, part, index, wanted, field))
          said(terms, term, ordinal).positions.set(
            field ?? 'all',
            list.map((place) => Math.floor(place / fields.length)),
          );
      }
    }
  }
  return { root, lengths, terms, names, dictionary: dictionaryOf(parts) };
};
