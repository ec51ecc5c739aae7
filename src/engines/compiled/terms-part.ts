/**
 * The spelling of consecutive terms, each written as what it does not share with the term before it: the start of a words part, and all
 * of a terms part.
 * @module
 */
import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter, varintSize } from '../../bytes/byte-writer.js';

/** Terms as they are searched: still front-coded, so that a term costs few bytes and equal beginnings are seen at once. */
export interface TermsPart {
  /** Ordinal of the first term among all terms. */
  readonly from: number;
  readonly count: number;
  /** UTF-16 units that a term shares with the one before; 0 for the first. */
  readonly shared: Uint16Array;
  /** `units[starts[i] .. starts[i + 1])` is the rest of term `i`. */
  readonly starts: Uint32Array;
  readonly units: Uint16Array;
  /** Every {@link landmarkEvery}th term from the first on: where to begin to look for one. */
  readonly landmarks: readonly string[];
  /** Units of the longest term. */
  readonly longest: number;
}

/** A landmark takes some 40 bytes, and a look at a term that is passed over a few nanoseconds. */
export const landmarkEvery = 32;

/** Numbers of this size and up do not fit half a byte and follow the control bytes. */
const escaped = 15;
const maxTermUnits = 0xffff;

export const textOf = (units: Uint16Array, length: number): string => {
  let text = '';
  for (let at = 0; at < length; at += 1) text += String.fromCharCode(units[at] ?? 0);
  return text;
};

/** @returns the term at a place in a part: its own units, and before them those that the terms before it have */
export const termAt = ({ shared, starts, units }: TermsPart, place: number): string => {
  let text = '';
  let missing = Infinity;
  for (let at = place; missing > 0; at -= 1) {
    const before = shared[at] ?? 0;
    if (before >= missing) continue;
    const start = starts[at] ?? 0;
    const end = Math.min(starts[at + 1] ?? 0, start + missing - before);
    text = String.fromCharCode(...units.subarray(start, end)) + text;
    missing = before;
  }
  return text;
};

/** @returns all terms of a part, in order */
export const termsOf = ({ count, shared, starts, units }: TermsPart): readonly string[] => {
  const terms: string[] = [];
  let before = '';
  for (let term = 0; term < count; term += 1) {
    const rest = units.subarray(starts[term], starts[term + 1]);
    before = before.slice(0, shared[term]) + String.fromCharCode(...rest);
    terms.push(before);
  }
  return terms;
};

export const sharedLength = (before: string, term: string): number => {
  const most = Math.min(before.length, term.length);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === term.charCodeAt(shared)) shared += 1;
  return shared;
};

/** Bytes that a term adds to a part, but for the rare escapes. `before` is empty for the first. */
export const termSize = (before: string, term: string): number => {
  let size = 1;
  for (let at = sharedLength(before, term); at < term.length; at += 1)
    size += varintSize(term.charCodeAt(at));
  return size;
};

/** @param terms sorted by UTF-16 units, each once */
export const writeTerms = (terms: readonly string[]): Uint8Array => {
  const controls = new ByteWriter();
  const escapes = new ByteWriter();
  const units = new ByteWriter();
  let before = '';
  for (const term of terms) {
    if (term.length > maxTermUnits) throw new RangeError(`A term has ${term.length} units.`);
    const shared = sharedLength(before, term);
    const rest = term.length - shared;
    controls.u8(Math.min(shared, escaped) * 16 + Math.min(rest, escaped));
    if (shared >= escaped) escapes.varint(shared - escaped);
    if (rest >= escaped) escapes.varint(rest - escaped);
    for (let at = shared; at < term.length; at += 1) units.varint(term.charCodeAt(at));
    before = term;
  }
  const writer = new ByteWriter();
  for (const column of [controls, escapes, units]) writer.bytes(column.toBytes());
  return writer.toBytes();
};

/**
 * Reads the terms that a part begins with.
 * @param reader at the start of the part
 * @param from ordinal of the first term among all terms
 * @param count as the root promises; nothing is reserved unless there are bytes for it
 * @throws LookbackError `index-corrupt`
 */
export const readTerms = (reader: ByteReader, from: number, count: number): TermsPart => {
  if (count > reader.left) throw reader.corrupt('it has fewer terms than promised');
  const controls = reader.bytes(count);
  const shared = new Uint16Array(count);
  const starts = new Uint32Array(count + 1);
  let length = 0;
  let longest = 0;
  let total = 0;
  for (let term = 0; term < count; term += 1) {
    const control = controls[term] ?? 0;
    const head = control >>> 4;
    const tail = control & 15;
    const sharedUnits = head < escaped ? head : escaped + reader.varint(maxTermUnits);
    const ownUnits = tail < escaped ? tail : escaped + reader.varint(maxTermUnits);
    if (sharedUnits > length) throw reader.corrupt('a term shares more than the term before it has');
    length = sharedUnits + ownUnits;
    if (length > maxTermUnits) throw reader.corrupt('a term is too long');
    longest = Math.max(longest, length);
    shared[term] = sharedUnits;
    total += ownUnits;
    starts[term + 1] = total;
  }
  if (total > reader.left) throw reader.corrupt('it has fewer letters than promised');
  const units = new Uint16Array(total);
  const landmarks: string[] = [];
  const path = new Uint16Array(longest);
  for (let term = 0; term < count; term += 1) {
    const end = starts[term + 1] ?? 0;
    let length = shared[term] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1, length += 1) {
      const unit = reader.varint(0xffff);
      units[at] = unit;
      path[length] = unit;
    }
    if (term % landmarkEvery === 0) landmarks.push(textOf(path, length));
  }
  return { from, count, shared, starts, units, landmarks, longest };
};

/**
 * A part of nothing but terms.
 * @throws LookbackError `index-corrupt`
 */
export const parseTerms = (bytes: Uint8Array, name: string, from: number, count: number): TermsPart => {
  const reader = new ByteReader(bytes, name);
  const terms = readTerms(reader, from, count);
  reader.end();
  return terms;
};
