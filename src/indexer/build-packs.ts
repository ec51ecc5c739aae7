/**
 * The passages of the posts of one language as files, and where each of them is.
 * @module
 */
import { toStoredDocument } from '../documents/stored-document.js';
import type { Catalog } from '../domain/index-manifest.js';
import type { PostMetadata } from '../domain/post.js';
import { packPath, toNameHash } from '../index-store/layout.js';
import { headSize, type PackedPassage, type Stretch, toPackBody } from '../index-store/pack-file.js';
import { seal } from '../index-store/seal.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { cutPacks, type DocumentSize, toBlocks } from './cut-packs.js';

/** A post, and its passages in order. */
export interface PackedPost {
  readonly post: PostMetadata;
  readonly translations?: Stretch['translations'];
  readonly passages: readonly PackedPassage[];
}

export interface BuiltPacks {
  readonly catalog: Catalog;
  readonly files: readonly ContentFile[];
}

export const toDocumentSize = ({ post, translations, passages }: PackedPost): DocumentSize => ({
  head: headSize({ document: toStoredDocument(post), translations }),
  passages: passages.map(({ body }) => body.length),
});

/** What stands in each of the packs of a block. */
const toStretches = (
  posts: readonly PackedPost[],
  packs: readonly number[],
): readonly (readonly Stretch[])[] => {
  const passages = posts.flatMap(({ post, translations, passages: own }) => {
    const document = toStoredDocument(post);
    return own.map((passage) => ({ document, translations, passage }));
  });
  let from = 0;
  return packs.map((count) => {
    const stretches: (Omit<Stretch, 'passages'> & { passages: PackedPassage[] })[] = [];
    for (const { document, translations, passage } of passages.slice(from, from + count)) {
      const last = stretches.at(-1);
      if (last?.document === document) last.passages.push(passage);
      else stretches.push({ document, translations, passages: [passage] });
    }
    from += count;
    return stretches;
  });
};

const concatenate = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/**
 * @param posts in document order
 * @param fileCost as it was chosen for the index
 */
export const buildPacks = async (
  language: string,
  posts: readonly PackedPost[],
  fileCost: number,
): Promise<BuiltPacks> => {
  const files: ContentFile[] = [];
  const blocks: string[] = [];
  const packs: (readonly number[])[] = [];
  // One block after the other: what is hashed is a copy.
  for (const block of toBlocks(posts)) {
    const counts = cutPacks(block.map(toDocumentSize), fileCost);
    const bodies = toStretches(block, counts).map(toPackBody);
    const hash = toNameHash(await sha256(concatenate(bodies)));
    for (const [number, body] of bodies.entries()) {
      const path = packPath(language, hash, number);
      files.push({ path, bytes: seal(path, body) });
    }
    blocks.push(hash);
    packs.push(counts);
  }
  return {
    catalog: {
      passages: posts.map(({ passages }) => passages.length),
      blocks,
      packs,
      expires: posts.flatMap(({ post: { expires } }, ordinal) =>
        expires === undefined ? [] : [[ordinal, expires] as const],
      ),
    },
    files,
  };
};
