import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import { LookbackError } from '../../../src/domain/errors.js';
import { parseLengths } from '../../../src/engines/compiled/lengths-part.js';
import { PositionsReader } from '../../../src/engines/compiled/positions-part.js';
import { PostingsReader, parsePostings } from '../../../src/engines/compiled/postings-part.js';
import { parseRoot, partName } from '../../../src/engines/compiled/root.js';
import { PassageReader } from '../../../src/engines/compiled/term-passages.js';
import { parseTerms } from '../../../src/engines/compiled/terms-part.js';

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

const termsOf = (parts: ReadonlyMap<string, Uint8Array>): readonly string[] => {
  const terms: string[] = [];
  for (const [number, entry] of parseRoot(bytesOf(parts, 'root')).dictionary.entries()) {
    const name = partName('terms', number, entry);
    const { shared, starts, units } = parseTerms(bytesOf(parts, name), name, entry.from, entry.count);
    for (let at = 0; at < entry.count; at += 1) {
      const own = String.fromCharCode(...units.subarray(starts[at], starts[at + 1]));
      terms.push((terms.at(-1) ?? '').slice(0, shared[at]) + own);
    }
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
  const { documentCount, fields, postings, positions } = root;
  const { inline } = root.lengths;
  const lengthsBytes = inline ?? bytesOf(parts, partName('lengths', 0, root.lengths));
  const lengths = parseLengths(lengthsBytes, 'lengths', documentCount, fields.length);
  const postingsReader = new PostingsReader(documentCount, fields.length);
  const passageReader = new PassageReader(lengths.passages, fields);
  const positionsReader = new PositionsReader(lengths);
  const ordinals = Array.from({ length: documentCount }, (_, ordinal) => ordinal);
  const wanted = OrdinalSet.of(documentCount, ordinals.filter(isWanted));
  const names = termsOf(parts);
  const terms: SaidOfTerms = new Map();
  for (const [number, entry] of postings.entries()) {
    const name = partName('postings', number, entry);
    const part = parsePostings(bytesOf(parts, name), name, entry.from, entry.count);
    const positionsEntry = positions[number] ?? entry;
    const positionsName = partName('positions', number, positionsEntry);
    const positionsPart = { name: positionsName, bytes: bytesOf(parts, positionsName) };
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
        for (const [ordinal, list] of positionsReader.read(positionsPart, part, index, wanted, field))
          said(terms, term, ordinal).positions.set(
            field ?? 'all',
            list.map((place) => Math.floor(place / fields.length)),
          );
      }
    }
  }
  return { root, lengths, terms, names };
};
