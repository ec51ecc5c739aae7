/**
 * The part of MiniSearch's serialized form (`toJSON`, version 2) that answers come from. Written down here so that the
 * compiled index depends on the form alone.
 * @module
 */
export interface SerializedIndex {
  readonly serializationVersion: number;
  /** Short id to the id of the document. */
  readonly documentIds: Readonly<Record<string, unknown>>;
  /** Name to field id; from 0, without gaps. */
  readonly fieldIds: Readonly<Record<string, number>>;
  /** Short id to length by field id; absent or null where the document has no such field. */
  readonly fieldLength: Readonly<Record<string, readonly (number | null | undefined)[]>>;
  /** By field id. The running mean as MiniSearch computed it: not always the true mean, but the one it scores with. */
  readonly averageFieldLength: readonly (number | null | undefined)[];
  /** Term, and by field id and short id how often it occurs. */
  readonly index: readonly (readonly [
    term: string,
    byField: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ])[];
}
