/**
 * Parts as they are needed: asked for once however many queries wait, checked, decoded once and kept while there is room.
 * @module
 */

import { createCorruptError } from '../../bytes/corrupt-part.js';
import { crc32 } from '../../domain/crc32.js';
import type { PartEntry } from './root.js';

/**
 * Gives the bytes of a part.
 * @param name as `compile` called it
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

interface Request<Part> {
  readonly part: Promise<Part>;
  readonly controller: AbortController;
  waiting: number;
}

export class PartStore<Entry extends PartEntry, Part> {
  readonly #source: PartSource;
  readonly #kind: PartKind<Entry, Part>;
  readonly #maxBytes: number;
  /** Least recently used first. */
  readonly #parts = new Map<number, Part>();
  readonly #requests = new Map<number, Request<Part>>();
  #bytes = 0;

  /** @param maxBytes size, as written, of the parts that are kept; the one used last is kept whatever its size */
  constructor(source: PartSource, kind: PartKind<Entry, Part>, maxBytes: number) {
    this.#source = source;
    this.#kind = kind;
    this.#maxBytes = maxBytes;
  }

  /**
   * @param numbers of parts; those that are missing are asked for all at once
   * @returns in the order of `numbers`
   * @throws LookbackError `index-corrupt`, what the source throws, or the signal's reason
   */
  async getAll(numbers: readonly number[], signal?: AbortSignal): Promise<readonly Part[]> {
    signal?.throwIfAborted();
    return Promise.all(numbers.map((number) => this.#take(number) ?? this.#wait(number, signal)));
  }

  #take(number: number): Part | undefined {
    const part = this.#parts.get(number);
    if (part !== undefined) {
      this.#parts.delete(number);
      this.#parts.set(number, part);
    }
    return part;
  }

  #wait(number: number, signal: AbortSignal | undefined): Promise<Part> {
    const request = this.#requests.get(number) ?? this.#start(number);
    request.waiting += 1;
    if (signal === undefined) return request.part;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        request.waiting -= 1;
        if (request.waiting === 0) {
          this.#forget(number, request);
          request.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      const stop = (): void => signal.removeEventListener('abort', leave);
      request.part.then(resolve, reject).finally(stop);
    });
  }

  #start(number: number): Request<Part> {
    const controller = new AbortController();
    const request = { part: this.#load(number, controller.signal), controller, waiting: 0 };
    this.#requests.set(number, request);
    const forget = (): void => this.#forget(number, request);
    request.part.then(forget, forget);
    return request;
  }

  #forget(number: number, request: Request<Part>): void {
    if (this.#requests.get(number) === request) this.#requests.delete(number);
  }

  async #load(number: number, signal: AbortSignal): Promise<Part> {
    const entry = this.#kind.entries[number];
    if (entry === undefined) throw new RangeError(`There is no part ${number}.`);
    const name = this.#kind.nameOf(entry, number);
    const bytes = await this.#source(name, { signal });
    const part = this.#kind.decode(checkPart(bytes, name, entry), entry, name);
    if (!signal.aborted) this.#keep(number, entry, part);
    return part;
  }

  #keep(number: number, entry: Entry, part: Part): void {
    this.#parts.set(number, part);
    this.#bytes += entry.bytes;
    for (const oldest of this.#parts.keys()) {
      if (this.#bytes <= this.#maxBytes || oldest === number) break;
      this.#parts.delete(oldest);
      this.#bytes -= this.#kind.entries[oldest]?.bytes ?? 0;
    }
  }
}
