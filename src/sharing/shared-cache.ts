/**
 * Values that are loaded once however many wait for them, and kept while there is room.
 * @module
 */
import { waitFor } from './wait-for.js';

export interface SharedCacheOptions<Key, Value> {
  /** How much is kept, in the unit of `sizeOf`; the value loaded last is kept whatever its size. Default: all. */
  readonly room?: number;
  /** What a value takes of the room, the same each time. Default 1: the room is a number of values. */
  readonly sizeOf?: (key: Key, value: Value) => number;
}

/** A load that is on its way. */
interface Loading<Value> {
  readonly value: Promise<Value>;
  readonly controller: AbortController;
  waiting: number;
}

export class SharedCache<Key, Value extends object> {
  readonly #load: (key: Key, signal: AbortSignal) => Promise<Value>;
  readonly #room: number;
  readonly #sizeOf: (key: Key, value: Value) => number;
  /** Least recently used first. */
  readonly #kept = new Map<Key, Value>();
  readonly #loading = new Map<Key, Loading<Value>>();
  #taken = 0;

  /**
   * @param load gives the value of a key; its signal aborts once nobody waits for the value any more. What fails is
   *   forgotten, so that the next who asks starts anew.
   */
  constructor(
    load: (key: Key, signal: AbortSignal) => Promise<Value>,
    { room = Infinity, sizeOf = () => 1 }: SharedCacheOptions<Key, Value> = {},
  ) {
    this.#load = load;
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  /** As {@link getAll}, of one. */
  async get(key: Key, signal?: AbortSignal): Promise<Value> {
    const [value] = await this.getAll([key], signal);
    return value;
  }

  /**
   * Loads what is missing all at once.
   * @param signal ends this wait, and none of the others that share its values
   * @returns in the order of `keys`
   * @throws what loading one of them throws, or the signal's reason as soon as it aborts
   */
  async getAll<Keys extends readonly [] | readonly Key[]>(
    keys: Keys,
    signal?: AbortSignal,
  ): Promise<{ [At in keyof Keys]: Value }> {
    signal?.throwIfAborted();
    const joined: [Key, Loading<Value>][] = [];
    const known: Value[] = [];
    const values = keys.map((key): Value | Promise<Value> => {
      const kept = this.#take(key);
      if (kept !== undefined) {
        known.push(kept);
        return kept;
      }
      const loading = this.#loading.get(key) ?? this.#start(key);
      loading.waiting += 1;
      joined.push([key, loading]);
      return loading.value;
    });
    // As many as there are keys; most questions are asked of what is there.
    if (joined.length === 0) return known as { [At in keyof Keys]: Value };
    try {
      // One wait for all: a listener a value would be dozens on one signal.
      const all = await waitFor(Promise.all(values), signal);
      // As many as there are keys.
      return all as { [At in keyof Keys]: Value };
    } finally {
      for (const [key, loading] of joined) this.#leave(key, loading, signal?.reason);
    }
  }

  #take(key: Key): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  #start(key: Key): Loading<Value> {
    const controller = new AbortController();
    const value = this.#load(key, controller.signal);
    const loading = { value, controller, waiting: 0 };
    this.#loading.set(key, loading);
    value.then(
      (loaded) => {
        if (this.#forget(key, loading)) this.#keep(key, loaded);
      },
      () => this.#forget(key, loading),
    );
    return loading;
  }

  /** @returns whether it was still on its way */
  #forget(key: Key, loading: Loading<Value>): boolean {
    return this.#loading.get(key) === loading && this.#loading.delete(key);
  }

  #leave(key: Key, loading: Loading<Value>, reason: unknown): void {
    loading.waiting -= 1;
    if (loading.waiting === 0 && this.#forget(key, loading)) loading.controller.abort(reason);
  }

  #keep(key: Key, value: Value): void {
    this.#kept.set(key, value);
    this.#taken += this.#sizeOf(key, value);
    for (const [oldest, itsValue] of this.#kept) {
      if (this.#taken <= this.#room || oldest === key) break;
      this.#kept.delete(oldest);
      this.#taken -= this.#sizeOf(oldest, itsValue);
    }
  }
}
