/**
 * What every engine of the benchmark does: write an index of posts into a folder, and answer from that folder.
 * @module
 */
import type { Post } from '../../../../src/domain/post.js';

/** Words alone; the last word unfinished; the last word unfinished and any misspelt. */
export const modes = ['words', 'prefix', 'typos'] as const;
export type Mode = (typeof modes)[number];

/** @returns ids of the ten best posts, best first */
export type Ask = (text: string) => Promise<readonly string[]> | readonly string[];

export interface Engine {
  build(posts: readonly Post[], folder: string): Promise<void>;
  /** A mode that an engine does not have is absent. */
  open(folder: string): Promise<Partial<Record<Mode, Ask>>>;
}

/** How many hits are asked for. */
export const limit = 10;

/** All posts are one index, so they are analyzed alike: words of any script, and no elisions but those of English. */
export const language = 'en';
