/**
 * Parts as they are needed: checked and decoded once, and kept while there is room.
 * @module
 */

import { createCorruptError } from '../../bytes/corrupt-part.js';
import { crc32 } from '../../domain/crc32.js';
import { SharedCache } from '../../sharing/shared-cache.js';
import type { PartEntry } from './root.js';

/**
 * Gives the bytes of a part.
 * @param name as `CompiledWriter` called it
 * @param signal aborted once nobody waits for the part any more
 */
export type PartSource = (name: string, options: { readonly signal: AbortSignal }) => Promise<Uint8Array>;

/** @throws LookbackError `index-corrupt` */
const checkPart = (bytes: Uint8Array, name: string, entry: PartEntry): Uint8Array => {
  if (bytes.length !== entry.bytes) {
    throw createCorruptError(name, `it has ${bytes.length} bytes where ${entry.bytes} were written`);
  }
  if (crc32(bytes) !== entry.crc32) throw createCorruptError(name, 'its checksum is another');
  return bytes;
};

/** How parts of one kind are named, checked and decoded; by number. */
export interface PartKind<Entry extends PartEntry, Part> {
  readonly entries: readonly Entry[];
  nameOf(entry: Entry, number: number): string;
  /** @throws LookbackError `index-corrupt` */
  decode(bytes: Uint8Array, entry: Entry, name: string): Part;
}

/** By number. Getting one throws LookbackError `index-corrupt`, what the source throws, or the signal's reason. */
export class PartStore<Entry extends PartEntry, Part extends object> extends SharedCache<number, Part> {
  /** @param maxBytes size, as written, of the parts that are kept; the one loaded last is kept whatever its size */
  constructor(source: PartSource, { entries, nameOf, decode }: PartKind<Entry, Part>, maxBytes: number) {
    const load = async (number: number, signal: AbortSignal): Promise<Part> => {
      const entry = entries[number];
      if (entry === undefined) throw new RangeError(`There is no part ${number}.`);
      const name = nameOf(entry, number);
      const bytes = await source(name, { signal });
      return decode(checkPart(bytes, name, entry), entry, name);
    };
    super(load, { room: maxBytes, sizeOf: (number) => entries[number]?.bytes ?? 0 });
  }
}
