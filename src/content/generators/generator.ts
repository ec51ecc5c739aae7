/**
 * What is known of one site generator before a post is read: how its sites are recognized, and what lies around their posts.
 * @module
 */
import type { ConfiguredSite, ContentFolders, Site } from '../site/site.js';
import type { Conventions, UrlProblem } from './conventions.js';
import type { Evidence, Sign } from './evidence.js';

/** What a configuration says, and what it is called. */
type Configuration = Pick<Site, 'config' | 'configFile'>;

/**
 * What a plain look at the sources is told, which knows no conventions. It is stated apart from those, so that what is
 * forgotten in one place does not blind the other.
 */
interface PlainFacts {
  /** True where `key: value` lines at the top of a file count without a fence before them. Default false. */
  readonly metaLines?: boolean;
  /** Found in paths of which the generator makes no post, because of a sign in a name. Default: there is no such sign. */
  readonly hiddenPath?: RegExp;
}

/** Where posts are in sites of the generator, for a folder of posts without the site around it. */
interface Home {
  /** The folder at a site's root that its posts are below. */
  readonly folder: string;
  /** Where in the site a bare folder of posts is taken to be, with a closing `/`. */
  readonly bare: string;
}

export interface Generator {
  /** Files at a site's root that only this generator has. */
  readonly configFiles: readonly string[];
  /** Files at a site's root that other generators have under the same name. Default: there are none. */
  readonly sharedConfigFiles?: readonly string[];
  /**
   * Whether one of those is of this generator. Default: if it is of no other that has the same name.
   * @param root absolute path of the site.
   */
  ownsConfig?(root: string, configFile: string, config: Site['config']): Promise<boolean>;
  /**
   * Whether the site may have pages in a folder at or below its root. Default: in any.
   * @param folder below the root; empty for the root.
   */
  mayHold?(folder: string, config: Site['config']): boolean;
  /** What tells the generator from the posts alone. Default: nothing does. */
  recognize?(posts: Evidence): Sign | undefined;
  /** Default: posts may be anywhere in the site. */
  readonly home?: Home;
  /** Folders that hold a whole site, where it has no home for posts; they are in no URL. Default: there are none. */
  readonly wrappers?: readonly string[];
  /** Folders at the site's root that hold its output or its parts, never posts. Default: there are none. */
  readonly outputFolders?: readonly string[];
  /** Which other files at the root of a repository a build wrote, by their path and those of all files. Default: none. */
  isGenerated?(path: string, sources: ReadonlySet<string>): boolean;
  /**
   * Reads all that the configuration says, where it is spread over several files or is not what its extension says.
   * @param root absolute path of the site.
   * @param configFile below it.
   * @throws LookbackError `config-unreadable`.
   */
  readConfig?(root: string, configFile: string): Promise<Site['config']>;
  /**
   * Folders that another configuration than the site's takes posts from. Default: there is none.
   * @param root absolute path of the site.
   */
  findContent?(root: string): Promise<ContentFolders>;
  /** Folders beside the site, at `../`, that its configuration takes posts from. Default: none. */
  foldersBeside?(site: Configuration): readonly string[];
  /** Files below the site's root that name, line by line, what of their folder is left out. Default: none. */
  ignoreFiles?(site: Configuration): readonly string[];
  /** True where the time of a file takes the place of a date that its post does not have. Default false. */
  readonly needsFileTimes?: boolean;
  /** A folder below the site's root all of whose files may say something for posts. Default: there is none. */
  dataFolder?(site: Configuration): string;
  /** Every file below the site's root that may say something for the post at this path. Default: none. */
  dataFiles?(path: string, site: Configuration): readonly string[];
  /** Names of files that say something for all posts of their folder. Default: none. */
  folderDataFiles?(folder: string, site: ConfiguredSite): readonly string[];
  /** Why nobody knows a URL unless the user gives a template. Default: the conventions know them. */
  readonly needsUrlTemplate?: UrlProblem;
  /** True where the conventions only guess the URLs, of which the author should know. Default false. */
  readonly guessesUrls?: boolean;
  /** True where posts are published that say `draft: true`, which the user may ask for as well. Default false. */
  readonly publishesDraftFlag?: boolean;
  /** Default: nothing but what is true of all. */
  readonly plainFacts?: PlainFacts;
  createConventions(site: Site): Conventions;
}
