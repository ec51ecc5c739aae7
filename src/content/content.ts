/**
 * What a folder of posts is opened with, and what comes out of it.
 * @module
 */

import type { GeneratorName } from '../domain/generator-names.js';
import type { Post } from '../domain/post.js';
import type { Notice, Skip } from '../domain/skip.js';

export interface ContentOptions {
  /** The posts folder, or the root of the site. */
  readonly folder: string;
  /** What counts as the future and as expired. */
  readonly now: Date;
  /** Default: told from the site's configuration, else from the posts. */
  readonly generator?: GeneratorName;
  /** The URL of every post, for generators that leave it to a program: `/blog/:slug/`. See {@link fillUrlTemplate}. */
  readonly urlTemplate?: string;
  /** What every URL starts with, a path or an absolute URL. Default: the site's own setting. */
  readonly baseUrl?: string;
  /** IANA name. Default: the site's own setting, else UTC. */
  readonly timeZone?: string;
  /** BCP 47; the language of posts that do not say. Default: the site's own setting, else what `detectLanguage` finds. */
  readonly language?: string;
  /** Larger files are skipped. Default 16 MiB. */
  readonly maxPostBytes?: number;
  /** Files that take longer to read are skipped. Default 30. */
  readonly maxPostSeconds?: number;
  /** `follow` publishes `draft: true` outside of `_drafts` where Jekyll makes the site, as it does. Default `skip`. */
  readonly jekyllDrafts?: 'skip' | 'follow';
  /** `key=value` of front matter that hides no post, though nobody knows it or it could. */
  readonly show?: readonly string[];
  /** `include` takes posts too that search engines are asked to leave out. Default `skip`. */
  readonly noindex?: 'skip' | 'include';
  /** `ignore` goes on without data files that are programs, which may hide posts. Default `hide`. */
  readonly dataPrograms?: 'hide' | 'ignore';
  /** The language of a text, or `undefined` where it is not sure; asked where nothing else says it. */
  readonly detectLanguage?: (text: string) => string | undefined;
}

/**
 * Who said the language of a post: its front matter, its folder or file name, the site (or the setting), its words, or
 * those of the other posts where they are too few.
 */
export type LanguageRule = 'front matter' | 'path' | 'site' | 'text' | 'others';

/** Where a message about a source points to. */
export interface SourcePlace {
  /** As the user would type it, `/` separators; `<stdin>` for posts from standard input. */
  readonly file: string;
  /** 1-based; of posts that share one input. */
  readonly line?: number;
}

/** A notice of a source that is yet to be named. */
export type PostNotice = Omit<Notice, 'file'>;

/** What who judges the sources without any conventions must be told of them. See `PlainFacts` of a generator. */
export interface SourceFacts {
  /** `key: value` lines at the top of a file count without a fence before them. */
  readonly metaLines: boolean;
  /** Found in paths of which the generator makes no post, because of a sign in a name. */
  readonly hiddenPath?: RegExp;
  /** The generator publishes posts that say `draft: true`; whether they are shown is up to the user. */
  readonly publishesDraftFlag: boolean;
}

/** What became of one source file. */
export type PostOutcome =
  | {
      readonly kind: 'post';
      readonly post: Post;
      readonly notices: readonly Notice[];
      /** Size of the file. */
      readonly bytes: number;
      /** The rule that made the URL. */
      readonly rule: string;
      /** What the language was told by. */
      readonly languageRule: LanguageRule;
    }
  | {
      readonly kind: 'skip';
      readonly skip: Skip;
      readonly bytes: number;
      /** Of a post dated in the future: when it is due, in seconds since the epoch. */
      readonly due?: number;
    };

/** An opened folder, or stream, of posts. */
export interface Content {
  /** Whose conventions are followed; `ndjson` where a pipeline has followed them already. */
  readonly generator: GeneratorName | 'ndjson';
  readonly facts: SourceFacts;
  /** What an author should know of the site as a whole; `file` is its folder. */
  readonly notices: readonly Notice[];
  /**
   * Every source, sorted: a file by its path relative to the folder, with `/`; a line by its number; a folder that could
   * not be read with a `/` at its end.
   */
  readonly files: readonly string[];
  /** How long each post may take, whatever is done with it. */
  readonly maxPostSeconds: number;
  /** Reads one of `files`. Never rejects: whatever is wrong with a file is its outcome. */
  read(file: string): Promise<PostOutcome>;
  /** How one of `files` is named to the user. */
  place(file: string): SourcePlace;
  /**
   * All that one of `files` says, as far as it can be read, at most `maxPostBytes` bytes of it. It may be hidden: what
   * comes out is for telling what must not be written, never for writing. Never rejects.
   */
  source(file: string): Promise<string>;
  /** The JSON of a line, where the sources are lines. Like {@link source}, never for writing. */
  line?(file: string): string;
}
