/**
 * What one site generator does with a file. Each generator is one module that makes these from its site.
 * @module
 */
import type { DateRules, SiteDate } from '../dates/parse-date.js';
import type { SpellingRules } from '../dates/written-date.js';
import type { FrontMatter } from '../front-matter/front-matter.js';
import type { Markup } from '../text/extract-text.js';

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

/** What the generator does with the posts of one site. A generator states what differs from the defaults, and nothing else. */
export interface Conventions {
  /** How its pages are made of Markdown. Default: CommonMark with GitHub's extensions, without templates and without ids. */
  readonly markup?: Markup;
  /** True where files named `.md` are MDX. Default: where the posts look like it. */
  readonly mdxInMarkdown?: boolean;
  /** Where the site says that its excerpts end. Default: at the markers of all generators alone. */
  readonly excerptSeparator?: string;
  /** IANA name; the site's own, unless the user named one. Default: UTC. */
  readonly timeZone?: string;
  /** What a time with an offset is shown as; see {@link DateRules}. Default `converted`. */
  readonly offsets?: DateRules['offsets'];
  /** True where YAML's own timestamps, unquoted and without an offset, are UTC, whatever the time zone. Default false. */
  readonly utcTimestamps?: boolean;
  /** How the generator reads dates that others do not. Default: as all do. */
  readonly spelling?: SpellingRules;
  /** Keys that decide of dates and addresses only where they are written like this: `Date` is another. Both may hide. Default: none. */
  readonly exactKeys?: ReadonlySet<string>;
  /** Language of posts that do not say. Default: what their words tell. */
  readonly language?: string;
  /** What every URL of the site starts with: a path or an absolute URL. Default: nothing. */
  readonly base?: string;
  /** True where `key: value` lines at the top of a file are front matter. Default false. */
  readonly metaLines?: boolean;
  /** True where front matter may stand in a comment. Default false. */
  readonly commentedFrontMatter?: boolean;
  /** True where the head of an HTML file says what front matter says elsewhere. Default false. */
  readonly htmlHeads?: boolean;
  /** True where fences may be longer than three signs, or not be opened. Default false. */
  readonly hexoFences?: boolean;
  /** True where the folder holds pages and nothing else, so that its `license.md` is one too. Default false. */
  readonly allArePages?: boolean;

  /** True for a file beside the site, at `../`, that its configuration takes in. Default: none is. */
  holds?(path: string): boolean;
  /** Why the file at this path is no post of the generator. Default: it may be one. */
  notAPost?(path: string): string | undefined;
  /** True where a file without front matter is copied and not rendered. Default: nowhere. */
  needsFrontMatter?(path: string): boolean;
  /** Front matter that configuration or the folder gives, beneath the post's own. Default: none. */
  defaults?(path: string): Readonly<Record<string, unknown>>;
  /** Instead of `defaults`, where values are joined with the post's own or stand over them. */
  cascade?(path: string, own: FrontMatter): Cascade;
  /** The date that the path gives. Default: none. */
  pathDate?(path: string): string | undefined;
  /** True where that date counts before the one in front matter. Default: it does not. */
  isDatedByPath?(source: SourceFile): boolean;
  /** Default: lists, or text with commas, under the usual keys. */
  taxonomy?(source: SourceFile): Taxonomy;
  /** The authors that the site keeps a list of, by the key that front matter names. Default: none. */
  authors?(path: string): Readonly<Record<string, unknown>>;
  /** The language that the path gives, as written there. Default: what all sites write. */
  pathLanguage?(path: string): string | undefined;
  /** What the path shares with those of its translations. Default: what all sites write. */
  translationKey?(path: string): string | undefined;
  url(source: DatedSource): PostUrl | UrlProblem;
  /** True where only what has a title and a date is taken for a post: the place is one for other files. Default: nowhere. */
  needsTitleAndDate?(path: string): boolean;
  /** The URL that the path alone decides, whatever the template of the others is. Default: none is decided so. */
  route?(source: SourceFile): PostUrl | undefined;
  /** What `:slug` of a URL template is for this generator, where it has a rule of its own. */
  templateSlug?(source: SourceFile): string;
}
