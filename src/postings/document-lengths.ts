/**
 * What is known of the documents of a shard besides where their words stand.
 * @module
 */
export interface DocumentLengths {
  /** By field id, then by ordinal: how many words the field has; each part of a compound is one more. */
  readonly fields: readonly Uint32Array[];
  /** By ordinal: how many passages, at least 1. */
  readonly passages: Uint32Array;
}

/** All that the indexes of a shard are written with. */
export interface ShardLengths extends DocumentLengths {
  /** By field id, then by ordinal: how many different terms the field has. What MiniSearch takes for its length. */
  readonly differentTerms: readonly Uint32Array[];
}
