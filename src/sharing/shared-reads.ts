/**
 * Files that are read once however many queries wait for them, and kept while there is room.
 * @module
 */
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';

export class SharedReads<Value> {
  readonly #source: IndexSource;
  readonly #parse: (bytes: Uint8Array, file: string) => Value;
  readonly #kept: number;
  /** Least recently used first. */
  readonly #values = new Map<string, Promise<Value>>();

  /** @param kept how many files are kept, those in flight included */
  constructor(source: IndexSource, parse: (bytes: Uint8Array, file: string) => Value, kept = Infinity) {
    this.#source = source;
    this.#parse = parse;
    this.#kept = kept;
  }

  /** What fails is forgotten, so that the next query asks again. */
  async read(path: string, { signal }: SearchOptions = {}): Promise<Value> {
    signal?.throwIfAborted();
    const value = this.#values.get(path) ?? this.#start(path);
    this.#values.delete(path);
    this.#values.set(path, value);
    const oldest = this.#values.keys().next().value;
    if (this.#values.size > this.#kept && oldest !== undefined) this.#values.delete(oldest);
    const read = await value;
    // What is read is kept for others, and a listener a file would be dozens on one signal.
    signal?.throwIfAborted();
    return read;
  }

  #start(path: string): Promise<Value> {
    const value = this.#source.read(path).then((bytes) => this.#parse(bytes, path));
    value.catch(() => {
      if (this.#values.get(path) === value) this.#values.delete(path);
    });
    return value;
  }
}
