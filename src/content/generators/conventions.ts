/**
 * What one site generator does with a file. Each generator is one module that makes these from its site.
 * @module
 */
import type { DateRules, SiteDate } from '../dates/parse-date.js';
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
  /** Canonical BCP 47, where known. */
  readonly language: string | undefined;
  readonly categories: readonly string[];
}

export interface PostUrl {
  /** Not yet encoded and without the site's base. */
  readonly path: string;
  /** The rule that made it, for the ledger. */
  readonly rule: string;
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
  /** Language of posts that do not say. */
  readonly language?: string;
  /** What every URL of the site starts with: a path or an absolute URL. */
  readonly base: string;
  readonly metaLines?: boolean;
  readonly unopenedFrontMatter?: boolean;

  /** Why the file at this path is no post of the generator, or `undefined` if it may be one. */
  notAPost(path: string): string | undefined;
  /** True where a file without front matter is copied and not rendered. */
  needsFrontMatter(path: string): boolean;
  /** Front matter that configuration or the folder gives, beneath the post's own. */
  defaults(path: string): Readonly<Record<string, unknown>>;
  /** The date that the path gives. */
  pathDate(path: string): string | undefined;
  taxonomy(source: SourceFile): Taxonomy;
  /** The language that the path gives, as written there. */
  pathLanguage(path: string): string | undefined;
  url(source: DatedSource): PostUrl | UrlProblem;
  /** What `:slug` of a URL template is for this generator, where it has a rule of its own. */
  templateSlug?(source: SourceFile): string;
}

export interface Generator {
  /** Files at a site's root that only this generator has. */
  readonly configFiles: readonly string[];
  /** Folders at the site's root that hold its output or its parts, never posts. */
  readonly outputFolders: readonly string[];
  /** Files at the site's root that name, as `.gitignore` does, what is left out. */
  readonly ignoreFiles?: readonly string[];
  /** Names of files that say something for all posts of their folder. */
  folderDataFiles(folder: string): readonly string[];
  createConventions(site: Site): Conventions;
}
