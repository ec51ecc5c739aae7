/**
 * An engine that goes over to the new index when a build has replaced the one that it answers from.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine } from '../domain/search.js';
import { readManifest } from '../index-store/checked-source.js';
import { isSameBytes, type OpenOptions, openIndex } from './open-index.js';

export interface FollowOptions extends OpenOptions {
  /** Milliseconds between two looks at the manifest; questions between them do not look. Default 1000. */
  readonly lookEvery?: number;
  /** Called when a new index could not be opened; the old one goes on answering as far as it can. */
  readonly onFailure?: (error: unknown) => void;
}

/** The files that the manifest named are gone. */
const isStale = (error: unknown): boolean =>
  error instanceof LookbackError && (error.code === 'index-missing' || error.code === 'index-corrupt');

/**
 * Looks at the manifest when a question comes, at most every {@link FollowOptions.lookEvery}; and at once when a file is
 * gone, and then asks once more.
 * @throws LookbackError as {@link openIndex}
 */
export const followIndex = async (
  source: IndexSource,
  { lookEvery = 1_000, onFailure = () => {}, ...options }: FollowOptions = {},
): Promise<SearchEngine> => {
  let manifest = await readManifest(source);
  let engine = await openIndex(source, options);
  let looked = performance.now();
  let opening: Promise<void> | undefined;

  const reopen = async (): Promise<void> => {
    looked = performance.now();
    const current = await readManifest(source);
    if (isSameBytes(current, manifest)) return;
    engine = await openIndex(source, options);
    manifest = current;
  };

  /** Questions that come together look once. */
  const look = (): Promise<void> => {
    opening ??= reopen()
      .catch(onFailure)
      .finally(() => {
        opening = undefined;
      });
    return opening;
  };

  const use = async <Answer>(question: (engine: SearchEngine) => Promise<Answer>): Promise<Answer> => {
    if (performance.now() - looked >= lookEvery) await look();
    const asked = engine;
    try {
      return await question(asked);
    } catch (error) {
      if (!isStale(error)) throw error;
      await look();
      if (engine === asked) throw error;
      return question(engine);
    }
  };

  return {
    get documentCount() {
      return engine.documentCount;
    },
    get languages() {
      return engine.languages;
    },
    ask: (query, options) => use((current) => current.ask(query, options)),
    post: (id, options) => use((current) => current.post(id, options)),
  };
};
