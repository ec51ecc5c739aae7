/**
 * Why a hit has its score, in numbers that add up to it.
 * @module
 */
import type { FieldName } from './fields.js';

/** Where a term of a word stands, and what that says: added up over fields and terms, it is the evidence of the word. */
export interface TermEvidence {
  /** As the index has it; words of a phrase with spaces between them. */
  readonly term: string;
  /** What it is to the word; see `analysis/expansion.ts`. */
  readonly kind: string;
  readonly field: FieldName;
  /** How often it stands there. */
  readonly frequency: number;
  /** What it adds to the evidence. */
  readonly evidence: number;
}

/** A summand of the score before it is multiplied. */
export interface ScorePart {
  /** `word`, or the name of what a rule of ranking adds for the post as a whole, such as `title`. */
  readonly what: string;
  /** The word as it was analyzed; only of `word`. */
  readonly word?: string;
  /** How telling the word is, its own weight included; only of `word`. */
  readonly idf?: number;
  readonly terms?: readonly TermEvidence[];
  readonly score: number;
}

/** What the sum is multiplied by, such as how recent the post is. */
export interface ScoreFactor {
  readonly what: string;
  readonly factor: number;
}

/** `score` is the sum of the parts times all factors, but for rounding; a hit that is pinned stands before others whatever its score. */
export interface Explanation {
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly factors: readonly ScoreFactor[];
  readonly pinned: boolean;
}
