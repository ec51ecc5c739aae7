/**
 * What several questions to MiniSearch found for one word, no term by two of them.
 * @module
 */
import { belowTier } from '../../analysis/expansion.js';
import type { TermResult } from './term-search.js';

export class Evidence {
  /** By ordinal: what the word is worth there, positive. */
  readonly scores = new Map<number, number>();
  /** The terms that the word stood for: what an occurrence of each counts, in (0, 1]. */
  readonly terms = new Map<string, number>();

  /** @param weight what an occurrence of the terms counts */
  add(results: readonly TermResult[], weight: number): void {
    for (const { ordinal, score, terms } of results) {
      this.scores.set(ordinal, (this.scores.get(ordinal) ?? 0) + score);
      for (const term of terms) this.terms.set(term, Math.max(this.terms.get(term) ?? 0, weight));
    }
  }

  /** Adds the documents of a later tier: each is worth less than any of an earlier. */
  addBelow({ scores, terms }: Evidence): void {
    let least = Infinity;
    for (const score of this.scores.values()) least = Math.min(least, score);
    let most = 0;
    for (const score of scores.values()) most = Math.max(most, score);
    const factor = Math.min(1, (belowTier * least) / most);
    for (const [ordinal, score] of scores)
      if (!this.scores.has(ordinal)) this.scores.set(ordinal, factor * score);
    for (const [term, weight] of terms) this.terms.set(term, weight);
  }
}
