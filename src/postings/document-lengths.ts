/**
 * What is known of the documents of a shard besides where their words stand.
 * @module
 */
export interface DocumentLengths {
  /** By field id, then by ordinal: how many different terms the field has. */
  readonly fields: readonly Uint32Array[];
  /** By ordinal: how many passages, at least 1. */
  readonly passages: Uint32Array;
}
