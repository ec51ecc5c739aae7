/**
 * All that reading one post needs to know of the site around it. Plain data, so that it can be handed to another thread.
 * @module
 */
import type { GeneratorName } from '../../domain/generator-names.js';

export interface Site {
  readonly generator: GeneratorName;
  /** The posts folder as the user named it, for messages. */
  readonly folder: string;
  /** Path of the posts folder below the site's root, with a closing `/`; empty if they are the same. */
  readonly prefix: string;
  /** Path of the site's root below the posts folder, with a closing `/`; empty unless the folder holds the site. */
  readonly inset: string;
  /** What the generator's configuration file says; empty if there is none or it is a program. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Name of the configuration file, for messages. */
  readonly configFile: string | undefined;
  /** By folder below the site's root: what its data file or section says for the posts in it. */
  readonly folderData: ReadonlyMap<string, FolderData>;
  /** Patterns of `.gitignore`'s kind for what the generator leaves out. */
  readonly ignored: readonly string[];
  /** Folders, below the site's root, that hold an `index` file: what else is in them belongs to that post. */
  readonly bundles: readonly string[];
  /** Names of folders that are languages, canonical. */
  readonly locales: readonly string[];
  /** `.md` files are MDX. */
  readonly mdxInMarkdown: boolean;
  /** What is future and what has expired, in seconds since the epoch. */
  readonly now: number;
  readonly maxPostBytes: number;
  readonly maxPostSeconds: number;
  readonly jekyllDrafts: 'skip' | 'follow';
  readonly timeZone?: string;
  readonly language?: string;
  readonly baseUrl?: string;
  readonly urlTemplate?: string;
}

export interface FolderData {
  /** Name of the file. */
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the file could not be read; what it hides is then not known. */
  readonly problem?: string;
}
