/**
 * What posts look like, as far as it tells whose they are.
 * @module
 */
import { toDatedName } from '../dates/path-date.js';
import { toSourcePath } from './source-path.js';

/** The beginning of a post. */
export interface PostSample {
  readonly path: string;
  readonly head: string;
}

/**
 * What posts are recognized by, the surest first: folders that only one generator has, keys of front matter that only one
 * has, the notation of front matter, markup, and names of files.
 */
export const signs = ['folders', 'keys', 'notation', 'markup', 'names'] as const;
export type Sign = (typeof signs)[number];

/** TOML between its fences. */
const toml = /^\+\+\+[ \t]*$/m;

export class Evidence {
  /** Every source file, with the folders above the posts as far as they may speak. */
  readonly paths: readonly string[];
  readonly samples: readonly PostSample[];

  /**
   * @param folder name of the posts folder with the folders above it.
   * @param files every source file, relative to it.
   */
  constructor(folder: string, files: readonly string[], samples: readonly PostSample[]) {
    this.paths = files.map((file) => `${folder}/${file}`);
    this.samples = samples;
  }

  /** Whether this is a part of one of the paths, such as `/_drafts/`. */
  has(part: string): boolean {
    return this.paths.some((path) => `/${path}`.includes(part));
  }

  /** How many of the samples the sign is found in, from 0 to 1. */
  share(sign: RegExp): number {
    if (this.samples.length === 0) return 0;
    return this.samples.filter(({ head }) => sign.test(head)).length / this.samples.length;
  }

  /** Whether front matter is TOML, in so many posts that the others are exceptions. */
  get isToml(): boolean {
    return this.share(toml) >= 0.3;
  }

  /** Whether half of the files, or of those below folders of a name, begin with a date; of none at all, none does. */
  isDated(part = ''): boolean {
    const some = this.paths.filter((path) => `/${path}`.includes(part));
    const dated = some.filter((path) => toDatedName(toSourcePath(path).name) !== undefined).length;
    return dated > 0 && dated * 2 >= some.length;
  }
}
