/**
 * Words of which most letters are counted: `k8s`, `l10n`. What one stands for is told by the words of the same posts with that
 * beginning, end and length, where one of them is far more frequent than all others.
 * @module
 */
import type { Synonym } from '../../domain/synonym.js';

const numeronym = /^([a-z])(\d{1,2})([a-z])$/;
const onlyLetters = /^[a-z]+$/;

/** Letters between the first and the last: with fewer it is a name (`w3c`), or a piece of a hash. */
const minCounted = 8;
const maxCounted = 30;
/** Times as often as the next candidate. */
const minRatio = 10;
/** Posts that have the word; of ten letters and more there is hardly another candidate. */
const minPosts = (counted: number): number => (counted < 10 ? 5 : 2);

interface Candidate {
  readonly term: string;
  readonly posts: number;
  readonly occurrences: number;
}

const noCandidate: Candidate = { term: '', posts: 0, occurrences: 0 };

/** Sees each term of a shard once, in whatever order. */
export class NumeronymFinder {
  readonly #numeronyms: string[] = [];
  /** By the numeronym that would be of them: the most frequent, and how often the next one is there. */
  readonly #candidates = new Map<string, { readonly best: Candidate; readonly next: number }>();

  see(term: string, posts: number, occurrences: number): void {
    const counted = term.length - 2;
    if (numeronym.test(term)) this.#numeronyms.push(term);
    if (counted < minCounted || counted > maxCounted || !onlyLetters.test(term)) return;
    const key = `${term.charAt(0)}${counted}${term.charAt(term.length - 1)}`;
    const { best, next } = this.#candidates.get(key) ?? { best: noCandidate, next: 0 };
    const isBetter = occurrences > best.occurrences || (occurrences === best.occurrences && term < best.term);
    this.#candidates.set(
      key,
      isBetter
        ? { best: { term, posts, occurrences }, next: best.occurrences }
        : { best, next: Math.max(next, occurrences) },
    );
  }

  /** One way, sorted. */
  find(): readonly Synonym[] {
    return this.#numeronyms.sort().flatMap((from) => {
      const found = this.#candidates.get(from);
      if (found === undefined) return [];
      const { term: to, posts, occurrences } = found.best;
      return occurrences >= minRatio * found.next && posts >= minPosts(to.length - 2) ? [{ from, to }] : [];
    });
  }
}
