/**
 * What one site generator does with a file. Each generator is one module that makes these from its site.
 * @module
 */
import type { DateRules, SiteDate } from '../dates/parse-date.js';
import type { SpellingRules } from '../dates/written-date.js';
import type { FrontMatter } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { ExtractOptions } from '../text/extract-text.js';

/** A source file whose front matter is read. */
export interface SourceFile {
  /** Below the site's root, `/` separators. */
  readonly path: string;
  readonly frontMatter: FrontMatter;
}

/** What a URL may be made of. */
export interface DatedSource extends SourceFile {
  readonly date: SiteDate | undefined;
  /** As in front matter, or else as found elsewhere; never empty. */
  readonly title: string;
  /** The `# …` that the body begins with, as it is written. */
  readonly firstHeading?: string | undefined;
  /** Canonical BCP 47, where known. */
  readonly language: string | undefined;
  readonly categories: readonly string[];
}

export interface PostUrl {
  /** Not yet encoded and without the base. */
  readonly path: string;
  /** Instead of the site's own base, where a language has another; the user's goes before both. */
  readonly base?: string;
  /** The rule that made it, for the ledger. */
  readonly rule: string;
  /** What the author should know of it. */
  readonly notice?: { readonly message: string; readonly hint: string };
}

/** A URL that cannot be known without the author's help. */
export interface UrlProblem {
  readonly problem: string;
  readonly hint: string;
}

export interface Taxonomy {
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** Front matter with all that stands over and beneath it elsewhere. */
export interface Cascade {
  readonly frontMatter: FrontMatter;
  /** Why the generator does not publish the post, or why it cannot be told whether it does. */
  readonly refusal?: {
    readonly reason: 'unpublished' | 'front-matter';
    readonly message: string;
    readonly hint: string;
  };
}

export interface Conventions {
  readonly templating: ExtractOptions['templating'];
  readonly anchors: ExtractOptions['anchors'];
  readonly dialect?: ExtractOptions['dialect'];
  /** Where the site says that its excerpts end. */
  readonly excerptSeparator?: string;
  /** IANA name; the site's own, unless the user named one. */
  readonly timeZone?: string;
  /** What a time with an offset is shown as; see {@link DateRules}. Default `converted`. */
  readonly offsets?: DateRules['offsets'];
  /** True where YAML's own timestamps, unquoted and without an offset, are UTC, whatever the time zone. */
  readonly utcTimestamps?: boolean;
  /** How the generator reads dates that others do not. */
  readonly spelling?: SpellingRules;
  /** Keys that decide of dates and addresses only where they are written like this: `Date` is another. Both may hide. */
  readonly exactKeys?: ReadonlySet<string>;
  /** Language of posts that do not say. */
  readonly language?: string;
  /** What every URL of the site starts with: a path or an absolute URL. */
  readonly base: string;
  readonly metaLines?: boolean;
  readonly commentedFrontMatter?: boolean;
  /** True where the head of an HTML file says what front matter says elsewhere. */
  readonly htmlHeads?: boolean;
  readonly hexoFences?: boolean;
  /** True where the folder holds pages and nothing else, so that its `license.md` is one too. */
  readonly allArePages?: boolean;

  /** True for a file beside the site, at `../`, that its configuration takes in; default none is. */
  holds?(path: string): boolean;
  /** Why the file at this path is no post of the generator, or `undefined` if it may be one. */
  notAPost(path: string): string | undefined;
  /** True where a file without front matter is copied and not rendered. */
  needsFrontMatter(path: string): boolean;
  /** Front matter that configuration or the folder gives, beneath the post's own. */
  defaults(path: string): Readonly<Record<string, unknown>>;
  /** Instead of `defaults`, where values are joined with the post's own or stand over them. */
  cascade?(path: string, own: FrontMatter): Cascade;
  /** The date that the path gives. */
  pathDate(path: string): string | undefined;
  /** True where that date counts before the one in front matter. */
  isDatedByPath?(source: SourceFile): boolean;
  taxonomy(source: SourceFile): Taxonomy;
  /** The authors that the site keeps a list of, by the key that front matter names; default none. */
  authors?(path: string): Readonly<Record<string, unknown>>;
  /** The language that the path gives, as written there. */
  pathLanguage(path: string): string | undefined;
  url(source: DatedSource): PostUrl | UrlProblem;
  /** True where only what has a title and a date is taken for a post: the place is one for other files. */
  needsTitleAndDate?(path: string): boolean;
  /** The URL that the path alone decides, whatever the template of the others is. */
  route?(source: SourceFile): PostUrl | undefined;
  /** What `:slug` of a URL template is for this generator, where it has a rule of its own. */
  templateSlug?(source: SourceFile): string;
}

/** What is known of a site before the files of its folders are read. */
export type ConfiguredSite = Pick<Site, 'config' | 'configFile' | 'locales'>;

export interface Generator {
  /** Files at a site's root that only this generator has. */
  readonly configFiles: readonly string[];
  /** Folders at the site's root that hold its output or its parts, never posts. */
  readonly outputFolders: readonly string[];
  /** Which other files at the root of a repository a build wrote, by their path and those of all files. */
  isGenerated?(path: string, sources: ReadonlySet<string>): boolean;
  /**
   * Reads all that the configuration says, where it is spread over several files or is not what its extension says.
   * @param root absolute path of the site.
   * @param configFile below it.
   * @throws LookbackError `config-unreadable`.
   */
  readConfig?(root: string, configFile: string): Promise<Readonly<Record<string, unknown>>>;
  /** Folders beside the site, at `../`, that its configuration takes posts from. */
  foldersBeside?(site: Pick<Site, 'config' | 'configFile'>): readonly string[];
  /** Files below the site's root that name, line by line, what of their folder is left out. */
  ignoreFiles?(site: Pick<Site, 'config' | 'configFile'>): readonly string[];
  /** True where the time of a file takes the place of a date that its post does not have. */
  readonly needsFileTimes?: boolean;
  /** A folder below the site's root all of whose files may say something for posts. */
  dataFolder?(site: Pick<Site, 'config' | 'configFile'>): string;
  /** Every file below the site's root that may say something for the post at this path. */
  dataFiles?(path: string, site: Pick<Site, 'config' | 'configFile'>): readonly string[];
  /** Names of files that say something for all posts of their folder. */
  folderDataFiles?(folder: string, site: ConfiguredSite): readonly string[];
  createConventions(site: Site): Conventions;
}
