/**
 * The posts of one language, one after the other -> the files of their shard.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import { sortDocuments } from '../documents/document-order.js';
import type { PostTranslations } from '../documents/translations.js';
import { fieldNames } from '../domain/fields.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { PostMetadata } from '../domain/post.js';
import type { ContentFile } from '../index-store/write-index.js';
import type { ShardLengths } from '../postings/document-lengths.js';
import { noOrdinal } from '../postings/merge.js';
import { type Run, RunBuilder } from '../postings/run.js';
import { buildDocuments } from './build-documents.js';
import type { PackedPost } from './build-packs.js';
import { buildPostings, type PartRoom, type ShardOptions } from './build-postings.js';
import type { Volume } from './file-budget.js';
import type { IndexDocument } from './index-document.js';
import { toSortKeys } from './sort-keys.js';
import { ShardSynonyms, type SynonymOptions } from './synonyms/shard-synonyms.js';

const noSynonyms: SynonymOptions = { own: [], isMined: false };

/** Occurrences that are collected before they are packed: what records take in memory, whatever the posts are. */
const maxRunOccurrences = 2 ** 18;

/** An index document whose words are in a run. */
interface StoredPost extends Pick<IndexDocument, 'post' | 'passages' | 'definitions'> {
  /** By arrival, from 0: what its words are kept under until all documents are known. */
  readonly number: number;
  /** By field id: how many words, and how many different terms. */
  readonly lengths: Uint32Array;
  readonly differentTerms: Uint32Array;
}

const toLengths = (documents: readonly StoredPost[]): ShardLengths => ({
  fields: fieldNames.map((_, field) => Uint32Array.from(documents, ({ lengths }) => lengths[field] ?? 0)),
  differentTerms: fieldNames.map((_, field) =>
    Uint32Array.from(documents, ({ differentTerms }) => differentTerms[field] ?? 0),
  ),
  passages: Uint32Array.from(documents, ({ passages }) => passages.length),
});

/** A shard but for its passages, which are packed when those of all shards are known. */
export interface UnpackedShard {
  readonly manifest: Omit<ShardManifest, 'root' | 'catalog'>;
  /** May travel with the manifest instead. */
  readonly root: ContentFile;
  readonly files: readonly ContentFile[];
  /** In document order. */
  readonly posts: readonly PackedPost[];
}

export class ShardBuilder {
  readonly #language: string;
  readonly #posts: StoredPost[] = [];
  readonly #runs: Run[] = [];
  readonly #run = new RunBuilder();

  /** @param language of all that will be added */
  constructor(language: string) {
    this.#language = language;
  }

  add({ post, passages, record, definitions }: IndexDocument): void {
    const number = this.#posts.length;
    const { lengths, differentTerms } = record;
    this.#posts.push({ number, post, passages, definitions, lengths, differentTerms });
    this.#run.add(number, record);
    if (this.#run.occurrences >= maxRunOccurrences) this.#runs.push(this.#run.finish());
  }

  /** @param kept as in {@link finish} */
  volume(kept: ReadonlySet<PostMetadata>): Volume {
    const posts = this.#posts.filter(({ post }) => kept.has(post));
    const bytes = posts.flatMap(({ passages }) => passages.map(({ body }) => body.length));
    return { posts: posts.length, textBytes: bytes.reduce((sum, size) => sum + size, 0) };
  }

  /**
   * To be called once. What was added in whatever order gives the same bytes.
   * @param kept which of the posts that were added the shard has; of the others no word is written
   * @param pinnedUrls posts whose place is written down
   * @param translations of the posts of all shards
   * @returns nothing if there are none
   */
  async finish(
    kept: ReadonlySet<PostMetadata>,
    pinnedUrls: ReadonlySet<string>,
    translations: ReadonlyMap<PostMetadata, PostTranslations>,
    room: PartRoom,
    options: ShardOptions = {},
  ): Promise<UnpackedShard | undefined> {
    const language = this.#language;
    const byPost = new Map(this.#posts.map((stored) => [stored.post, stored]));
    const posts = sortDocuments([...byPost.keys()].filter((post) => kept.has(post)));
    if (posts.length === 0) return undefined;
    const documents = posts.flatMap((post) => byPost.get(post) ?? []);
    const ordinals = new Uint32Array(this.#posts.length).fill(noOrdinal);
    for (const [ordinal, { number }] of documents.entries()) ordinals[number] = ordinal;
    const runs = [...this.#runs, this.#run.finish()];
    const shard = { ids: posts.map(({ id }) => id), lengths: toLengths(documents), runs, ordinals };
    const words = new ShardSynonyms(
      language,
      documents.map(({ definitions }) => definitions),
      options.synonyms ?? noSynonyms,
    );
    const postings = await buildPostings(language, shard, room, options, words);
    const synonyms = words.finish();
    const stored = await buildDocuments(
      language,
      posts,
      documents.map(({ post, lengths }) => toSortKeys(post.title, lengths)),
      translations,
    );
    const pinned = posts.flatMap(({ url }, ordinal) =>
      pinnedUrls.has(url) ? [[url, ordinal] as const] : [],
    );
    return {
      manifest: {
        language,
        analyzer: analyzerFingerprint(language),
        documents: posts.length,
        ...postings.manifest,
        ...stored.manifest,
        ...(pinned.length > 0 && { pinned }),
        ...(synonyms.length > 0 && { synonyms }),
      },
      root: postings.root,
      files: [...postings.files, ...stored.files],
      posts: documents.map((stored) => ({ ...stored, translations: translations.get(stored.post)?.others })),
    };
  }
}
