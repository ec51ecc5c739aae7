/**
 * Reads every source once and accounts for it: a post to index, or a skip with its reason.
 * @module
 */
import { type Content, type PostOutcome, type SourcePlace, toSkipped } from '../content/index.js';
import type { PostMetadata } from '../domain/post.js';
import type { Notice, Skip } from '../domain/skip.js';
import type { PackedPassage } from '../index-store/pack-file.js';
import { type IndexDocument, toIndexDocument } from './index-document.js';
import { readPost } from './read-post.js';
import type { OpinionRules } from './second-opinion/second-opinion.js';
import { workInTime } from './work-in-time.js';

/** What became of one source. */
export type SourceRecord = {
  /** One of `Content.files`. */
  readonly source: string;
  readonly place: SourcePlace;
} & (
  | {
      readonly outcome: 'indexed';
      readonly post: PostMetadata;
      /** See {@link IndexDocument}. */
      readonly passages: readonly PackedPassage[];
      /** Size of the source. */
      readonly bytes: number;
      /** The rule that made the URL. */
      readonly rule: string;
    }
  | { readonly outcome: 'skipped'; readonly skip: Skip }
);

export type IndexedRecord = Extract<SourceRecord, { readonly outcome: 'indexed' }>;
export type SkippedRecord = Extract<SourceRecord, { readonly outcome: 'skipped' }>;

/** Every source found is that of exactly one post or one skip. */
export interface ReadPosts {
  /** Sorted by id of the post. */
  readonly indexed: readonly IndexedRecord[];
  /** In the order of the sources, duplicates last. */
  readonly skipped: readonly SkippedRecord[];
  readonly notices: readonly Notice[];
  /** Seconds since the epoch when the next post that waits in the future is due. */
  readonly nextDue?: number;
}

export type OnProgress = (done: number, total: number, file: string) => void;

interface ReadOptions {
  /**
   * Given what an index keeps of each post, as it is read. Of two posts with one URL both come, since which of them keeps it
   * is known at the end.
   */
  readonly onDocument?: (document: IndexDocument) => void;
  /** Called after each source. */
  readonly onProgress?: OnProgress | undefined;
}

const byId = ({ post: a }: IndexedRecord, { post: b }: IndexedRecord): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Two posts cannot share a URL: the first by id keeps it. */
const separateDuplicates = (
  sorted: readonly IndexedRecord[],
): { indexed: IndexedRecord[]; duplicates: SkippedRecord[] } => {
  const owners = new Map<string, PostMetadata>();
  const indexed: IndexedRecord[] = [];
  const duplicates: SkippedRecord[] = [];
  for (const record of sorted) {
    const { source, place, post } = record;
    const owner = owners.get(post.url);
    if (owner === undefined) {
      owners.set(post.url, post);
      indexed.push(record);
    } else {
      const skip: Skip = {
        ...place,
        reason: 'duplicate-url',
        message: `has the URL ${post.url}, which ${owner.id} has already`,
        hint: 'Give one of the two another slug, permalink or date.',
      };
      duplicates.push({ source, place, outcome: 'skipped', skip });
    }
  }
  return { indexed, duplicates };
};

type DocumentOutcome =
  | Extract<PostOutcome, { readonly kind: 'skip' }>
  | (Extract<PostOutcome, { readonly kind: 'post' }> & { readonly document: IndexDocument });

/** A post that can be read in time may still not be indexed in it. */
const readDocument = async (
  content: Content,
  source: string,
  rules: OpinionRules,
): Promise<DocumentOutcome> => {
  const outcome = await readPost(content, source, rules);
  if (outcome.kind === 'skip') return outcome;
  try {
    const { post } = outcome;
    const document = workInTime(post.text.length, content.maxPostSeconds, () => toIndexDocument(post));
    return { ...outcome, document };
  } catch (error) {
    const { reason, message, hint } = toSkipped(error);
    const skip = { ...content.place(source), reason, message, hint };
    return { kind: 'skip', bytes: outcome.bytes, skip };
  }
};

export const readPosts = async (
  content: Content,
  rules: OpinionRules,
  { onDocument, onProgress }: ReadOptions = {},
): Promise<ReadPosts> => {
  const found: IndexedRecord[] = [];
  const skipped: SkippedRecord[] = [];
  const notices: Notice[] = [...content.notices];
  let nextDue: number | undefined;
  let done = 0;
  for (const source of content.files) {
    const outcome = await readDocument(content, source, rules);
    const place = content.place(source);
    if (outcome.kind === 'skip') {
      skipped.push({ source, place, outcome: 'skipped', skip: outcome.skip });
      if (outcome.due !== undefined) nextDue = Math.min(nextDue ?? outcome.due, outcome.due);
    } else {
      const { document, bytes, rule } = outcome;
      const { post, passages } = document;
      found.push({ source, place, outcome: 'indexed', post, passages, bytes, rule });
      notices.push(...outcome.notices);
      onDocument?.(document);
    }
    done += 1;
    onProgress?.(done, content.files.length, source);
  }
  const { indexed, duplicates } = separateDuplicates(found.sort(byId));
  return {
    indexed,
    skipped: [...skipped, ...duplicates],
    notices,
    ...(nextDue !== undefined && { nextDue }),
  };
};
