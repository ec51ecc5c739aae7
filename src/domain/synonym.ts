/**
 * Words that mean the same, for the posts of one language.
 * @module
 */

/** Who asks for `from` also finds `to`; not the other way round. Each is one word or several, as they are written. */
export interface Synonym {
  readonly from: string;
  readonly to: string;
}
