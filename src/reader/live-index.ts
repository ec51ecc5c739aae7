/**
 * An index that stays open while builds and deploys replace it: for a server, a page, and programs of other people.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine, SearchOptions } from '../domain/search.js';
import { waitFor } from '../sharing/wait-for.js';
import { type OpenedIndex, type OpenOptions, openCurrent, openManifest } from './open-index.js';

export interface LiveIndexOptions extends OpenOptions {
  /**
   * Milliseconds between two looks at the manifest. The first question after them looks, and waits for the new index if
   * there is one; without questions nothing is read. `Infinity`: only a file that is gone or wrong makes it look, as in a
   * page, where each look is a request. Default 1000.
   */
  readonly lookEvery?: number;
  /**
   * The bytes of the manifest, where they are known: the index is opened without reading it, and with the one that is there once
   * a file turns out to be gone. Default: it is read.
   */
  readonly manifest?: Uint8Array;
  /**
   * Called when there is a new index that cannot be opened, once until the reason is another or it can. The old one goes
   * on answering as far as its files are still there. Default: nothing is said.
   */
  readonly onFailure?: (error: unknown) => void;
}

/** A search engine over the index that is there when it is asked. */
export interface LiveIndex extends SearchEngine {
  /**
   * Reads what any first question needs, so that its answer comes sooner.
   * @param languages BCP 47; none for all
   * @throws what a question throws
   */
  preload(languages: readonly string[], options?: SearchOptions): Promise<void>;
}

/** The files that the manifest named may be gone. */
const isStale = (error: unknown): boolean =>
  error instanceof LookbackError && (error.code === 'index-missing' || error.code === 'index-corrupt');

class FollowedIndex implements LiveIndex {
  readonly #source: IndexSource;
  readonly #options: LiveIndexOptions;
  #opened: OpenedIndex;
  #looked = performance.now();
  #looking: Promise<void> | undefined;
  /** What {@link LiveIndexOptions.onFailure} was last told of. */
  #told: string | undefined;

  constructor(source: IndexSource, options: LiveIndexOptions, opened: OpenedIndex) {
    this.#source = source;
    this.#options = options;
    this.#opened = opened;
  }

  get documentCount(): number {
    return this.#opened.engine.documentCount;
  }

  get languages(): readonly string[] {
    return this.#opened.engine.languages;
  }

  ask: SearchEngine['ask'] = (query, options) =>
    this.#use(({ engine }) => engine.ask(query, options), options);

  post: SearchEngine['post'] = (id, options) => this.#use(({ engine }) => engine.post(id, options), options);

  suggest: SearchEngine['suggest'] = (query, options) =>
    this.#use(({ engine }) => engine.suggest(query, options), options);

  related: SearchEngine['related'] = (of, limit, options) =>
    this.#use(({ engine }) => engine.related(of, limit, options), options);

  preload: LiveIndex['preload'] = (languages, options) =>
    this.#use((opened) => opened.preload(languages, options), options);

  /** @param question asked once more if a file was not what it should be and there is a new index */
  async #use<Answer>(
    question: (opened: OpenedIndex) => Promise<Answer>,
    { signal }: SearchOptions = {},
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const { lookEvery = 1_000 } = this.#options;
    if (performance.now() - this.#looked >= lookEvery) {
      // Why the new one cannot be opened has been told.
      await waitFor(this.#look(), signal).catch(() => undefined);
    }
    const asked = this.#opened;
    try {
      return await question(asked);
    } catch (error) {
      if (!isStale(error)) throw error;
      // Others may have looked since.
      if (this.#opened === asked) await waitFor(this.#look(), signal);
      if (this.#opened === asked) throw error;
      return question(this.#opened);
    }
  }

  /**
   * Questions that come together look once.
   * @throws why the new index cannot be opened
   */
  #look(): Promise<void> {
    this.#looking ??= this.#reopen().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #reopen(): Promise<void> {
    this.#looked = performance.now();
    try {
      this.#opened = await openCurrent(this.#source, this.#options, this.#opened);
      this.#told = undefined;
    } catch (error) {
      if (this.#told !== String(error)) this.#options.onFailure?.(error);
      this.#told = String(error);
      throw error;
    }
  }
}

/** A manifest that is of no use any more is as good as none. */
const openKnown = async (source: IndexSource, options: LiveIndexOptions): Promise<OpenedIndex> => {
  const { manifest } = options;
  if (manifest !== undefined) {
    const opened = await openManifest(source, manifest, options).catch(() => undefined);
    if (opened !== undefined) return opened;
  }
  return openCurrent(source, options);
};

/**
 * Opens the index that is there, and the next one whenever a build has replaced it. Needs no closing: nothing runs
 * between questions.
 * @throws LookbackError as `openIndex`; later its methods throw what the new index, or the way to it, has wrong
 */
export const openLiveIndex = async (
  source: IndexSource,
  options: LiveIndexOptions = {},
): Promise<LiveIndex> => new FollowedIndex(source, options, await openKnown(source, options));
