/**
 * All that reading one post needs to know of the site around it. Plain data, so that it can be handed to another thread.
 * @module
 */
import type { GeneratorName } from '../../domain/generator-names.js';
import type { DataFile } from './data-files.js';
import type { Locales } from './locales.js';

/** What a loader takes posts from. Its patterns are empty where they are not written out. */
export interface Collection {
  /** Below the site's root. */
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Where a site keeps its posts, as far as a configuration of its content says it. */
export interface ContentFolders {
  /** Below the site's root: those that are named as the `base` of a collection. */
  readonly folders: readonly string[];
  readonly collections: readonly Collection[];
}

export interface Site {
  readonly generator: GeneratorName;
  /** The posts folder as the user named it, for messages. */
  readonly folder: string;
  /** Path of the posts folder below the site's root, with a closing `/`; empty if they are the same. */
  readonly prefix: string;
  /** Path of the site's root below the posts folder, with a closing `/`; empty unless the folder holds the site. */
  readonly inset: string;
  /** What the generator's configuration files say, of a program as much as is written out in it; empty if there are none. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Name of the configuration file, for messages. */
  readonly configFile: string | undefined;
  /** By folder below the site's root: what its data file or section says for the posts in it. */
  readonly folderData: ReadonlyMap<string, FolderData>;
  /** By path below the site's root: data that is beside the posts, or at a place that the generator knows. */
  readonly dataFiles: ReadonlyMap<string, DataFile>;
  /** By path below the site's root: when the file was made, in seconds since the epoch, where the generator asks for it. */
  readonly fileTimes: ReadonlyMap<string, number>;
  /** Patterns of what the generator leaves out, below the site's root, from files that list it. */
  readonly ignored: readonly string[];
  /** Every source file that was found, below the site's root; of the posts folder only, where that is a part of the site. */
  readonly paths: ReadonlySet<string>;
  /** Folders, below the site's root, that hold an `index` file: what else is in them belongs to that post. */
  readonly bundles: readonly string[];
  /** Names of folders and suffixes that are languages. */
  readonly locales: Locales;
  /** The site's root is where a repository, or a package of it, begins. */
  readonly isRepository: boolean;
  /** Folders below the site's root that its configuration takes posts from, where it names such. */
  readonly contentFolders: readonly string[];
  /** What of those its collections take, where the configuration says so. */
  readonly collections: readonly Collection[];
  /** `.md` files are MDX. */
  readonly mdxInMarkdown: boolean;
  /** What is future and what has expired, in seconds since the epoch. */
  readonly now: number;
  readonly maxPostBytes: number;
  readonly maxPostSeconds: number;
  /** False where a post that says `draft: true` is shown, as its generator does and the user asks. */
  readonly draftHides: boolean;
  /** See {@link ContentOptions}. */
  readonly show: readonly string[];
  readonly noindex: 'skip' | 'include';
  readonly dataPrograms: 'hide' | 'ignore';
  readonly timeZone?: string;
  readonly language?: string;
  readonly baseUrl?: string;
  readonly urlTemplate?: string;
}

/** What is known of a site before the files of its folders are read. */
export type ConfiguredSite = Pick<Site, 'config' | 'configFile' | 'locales'>;

export interface FolderData {
  /** Name of the file. */
  readonly file: string;
  /** Those of all files of the folder, united. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Each file for itself, where it matters which one says it. */
  readonly parts: readonly { readonly file: string; readonly values: Readonly<Record<string, unknown>> }[];
  /** Why the file could not be read; what it hides is then not known. */
  readonly problem?: string;
}
