/**
 * The index as it is on the server now. A deploy replaces files while pages are open; they go on with the new ones.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import { readManifest } from '../index-store/checked-source.js';
import { isSameBytes } from '../reader/open-index.js';
import { type OpenedIndex, openManifest } from './opened-index.js';

/** Errors that mean that the files which the manifest named may be gone. */
const isStale = (error: unknown): boolean =>
  error instanceof LookbackError && (error.code === 'index-missing' || error.code === 'index-corrupt');

export class CurrentIndex {
  readonly #source: IndexSource;
  #opened: OpenedIndex;
  #replacing: Promise<OpenedIndex> | undefined;

  private constructor(source: IndexSource, opened: OpenedIndex) {
    this.#source = source;
    this.#opened = opened;
  }

  /** @throws LookbackError what the source throws, `index-corrupt`, `index-format` or `index-analyzer` */
  static async open(source: IndexSource): Promise<CurrentIndex> {
    return new CurrentIndex(source, openManifest(source, await readManifest(source)));
  }

  get languages(): readonly string[] {
    return this.#opened.engine.languages;
  }

  /**
   * Asks once; and once more if a file was not what it should be and the manifest has changed since.
   * @param ask may be called twice
   */
  async use<Answer>(ask: (index: OpenedIndex) => Promise<Answer>): Promise<Answer> {
    const opened = this.#opened;
    try {
      return await ask(opened);
    } catch (error) {
      if (!isStale(error)) throw error;
      const current = await this.#replace(opened);
      if (current === opened) throw error;
      return ask(current);
    }
  }

  /** Questions that fail together read one manifest. */
  async #replace(stale: OpenedIndex): Promise<OpenedIndex> {
    if (this.#opened !== stale) return this.#opened;
    this.#replacing ??= this.#reopen(stale).finally(() => {
      this.#replacing = undefined;
    });
    return this.#replacing;
  }

  async #reopen(stale: OpenedIndex): Promise<OpenedIndex> {
    const manifest = await readManifest(this.#source);
    if (!isSameBytes(manifest, stale.manifest)) this.#opened = openManifest(this.#source, manifest);
    return this.#opened;
  }
}
