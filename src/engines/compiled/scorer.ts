/**
 * Adds up what the words of a question are worth to each document, as a rule of ranking says.
 * @module
 */
import { belowTier } from '../../analysis/expansion.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Ranking } from '../../ranking/ranking.js';
import type { Matches } from '../matcher.js';
import { type FieldOccurrences, type FoundForm, readFields } from './found-forms.js';
import { PostingsReader } from './posting-lists.js';

/** A word as it is added up. */
export interface WordToScore {
  readonly tiers: readonly (readonly FoundForm[])[];
  /** How much it counts compared to other words. */
  readonly weight: number;
  /** Id of the field that it must stand in; any where absent. */
  readonly field: number | undefined;
  /** How many words it is made of. */
  readonly size: number;
  /** How many documents have it, tier by tier, where others than these count too. */
  readonly shared?: SharedCounts | undefined;
}

/** A word of {@link WordCounts}. */
export interface SharedCounts {
  readonly documentCount: number;
  readonly counts: readonly number[];
}

/** What became of it. */
export interface ScoredWord {
  /** Those that have it, in any tier. */
  readonly documents: OrdinalSet;
  /** How many have it in the first tier. */
  readonly own: number;
  /** How telling it is, its own weight included. */
  readonly idf: number;
  /** The same, where nothing is shared. */
  readonly ownIdf: number;
}

/** Told of the score of a word in each document that has it. */
type VisitScore = (ordinal: number, score: number) => void;

const ignore: VisitScore = () => {};

export interface ScorerFields {
  /** By field, by ordinal: how many words. */
  readonly lengths: readonly Uint32Array[];
  /** Id of the title. */
  readonly title: number;
}

/**
 * Scores one question at a time: {@link add} for every word, then {@link take}; then, even if any of them throws, {@link clear}.
 * Its memory is that of all documents, and used again for the next question.
 */
export class Scorer {
  readonly #ranking: Ranking;
  /** By field, by ordinal: the evidence of an occurrence. */
  readonly #occurrence: readonly Float64Array[];
  readonly #title: number;
  readonly #titleLengths: Uint32Array;
  readonly #reader: PostingsReader;
  /** By ordinal, of the tier at hand: 0 between tiers. */
  readonly #evidence: Float64Array;
  /** The documents that have evidence in the tier at hand, and how many they are. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  /** By ordinal: whether the title has the word at hand; 0 between words. */
  readonly #inTitle: Uint8Array;
  /** By ordinal. */
  readonly #sums: Float64Array;
  /** By ordinal: how telling the words in the title are. */
  readonly #covered: Float64Array;
  #asked = 0;
  #queryWords = 0;

  constructor(documentCount: number, { lengths, title }: ScorerFields, ranking: Ranking) {
    this.#ranking = ranking;
    this.#occurrence = lengths.map((ofField, field) =>
      Float64Array.from(ofField, (length) => ranking.occurrence(field, length)),
    );
    this.#title = title;
    this.#titleLengths = lengths[title] ?? new Uint32Array(documentCount);
    this.#reader = new PostingsReader(documentCount, lengths.length);
    this.#evidence = new Float64Array(documentCount);
    this.#touched = new Uint32Array(documentCount);
    this.#inTitle = new Uint8Array(documentCount);
    this.#sums = new Float64Array(documentCount);
    this.#covered = new Float64Array(documentCount);
  }

  /**
   * Adds a word. The title covers it where it has a form of the first tier that any document has.
   * @throws LookbackError `index-corrupt`
   */
  add({ tiers, weight, field, size, shared }: WordToScore, visit: VisitScore = ignore): ScoredWord {
    const documents = new OrdinalSet(this.#evidence.length);
    const idfOf = (count: number, documentCount = documents.size): number =>
      weight * this.#ranking.idf(count, documentCount);
    let own = 0;
    let count = 0;
    let least = Infinity;
    let told = 0;
    for (const [number, forms] of tiers.entries()) {
      for (const form of forms) this.#addForm(form, field, documents);
      if (this.#touchedCount === 0) continue;
      count += this.#touchedCount;
      if (number === 0) own = count;
      const isFirst = told === 0;
      if (isFirst) told = count;
      const idf = shared ? idfOf(shared.counts[number] ?? count, shared.documentCount) : idfOf(count);
      least = this.#endTier({ idf, below: belowTier * least, isFirst }, documents, visit);
    }
    const ownIdf = idfOf(told);
    const idf = shared ? idfOf(shared.counts.find((some) => some > 0) ?? 0, shared.documentCount) : ownIdf;
    this.#asked += idf;
    this.#queryWords += size * weight;
    return { documents, own, idf, ownIdf };
  }

  /** How many documents have a word, by its first tier, by the first two, and so on. Leaves the scores alone. */
  count({ tiers, field }: Pick<WordToScore, 'tiers' | 'field'>): readonly number[] {
    const documents = new OrdinalSet(this.#evidence.length);
    return tiers.map((forms) => {
      this.#findForms(forms, field, documents);
      return documents.count();
    });
  }

  /** Finds the documents of a word and leaves the scores alone. */
  find({ tiers, field }: Pick<WordToScore, 'tiers' | 'field'>): OrdinalSet {
    const documents = new OrdinalSet(this.#evidence.length);
    this.#findForms(tiers.flat(), field, documents);
    return documents;
  }

  #findForms(forms: readonly FoundForm[], field: number | undefined, documents: OrdinalSet): void {
    for (const form of forms) {
      readFields(form, this.#reader, field, ({ count, ordinals }) => {
        for (let at = 0; at < count; at += 1) documents.add(ordinals[at] ?? 0);
      });
    }
  }

  /** @param before documents that have the word in an earlier tier: a later one says nothing of them */
  #addForm(form: FoundForm, field: number | undefined, before: OrdinalSet): void {
    readFields(form, this.#reader, field, (occurrences) => this.#addField(occurrences, form.weight, before));
  }

  #addField(
    { field, count, ordinals, frequencies }: FieldOccurrences,
    weight: number,
    before: OrdinalSet,
  ): void {
    const occurrence = this.#occurrence[field];
    if (occurrence === undefined) return;
    const evidence = this.#evidence;
    const touched = this.#touched;
    const isTitle = field === this.#title;
    let touchedCount = this.#touchedCount;
    for (let at = 0; at < count; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      const known = evidence[ordinal] ?? 0;
      if (known === 0) {
        if (before.has(ordinal)) continue;
        touched[touchedCount] = ordinal;
        touchedCount += 1;
      }
      evidence[ordinal] = known + weight * (frequencies[at] ?? 0) * (occurrence[ordinal] ?? 0);
      if (isTitle) this.#inTitle[ordinal] = 1;
    }
    this.#touchedCount = touchedCount;
  }

  /**
   * Scores the documents of the tier at hand, all of them `below` a score.
   * @returns the least score
   */
  #endTier(
    { idf, below, isFirst }: { readonly idf: number; readonly below: number; readonly isFirst: boolean },
    documents: OrdinalSet,
    visit: VisitScore,
  ): number {
    const evidence = this.#evidence;
    const touched = this.#touched.subarray(0, this.#touchedCount);
    const factor =
      below === Infinity ? 1 : Math.min(1, below / this.#ranking.wordScore(this.#most(touched), idf));
    let least = Infinity;
    for (const ordinal of touched) {
      const score = factor * this.#ranking.wordScore(evidence[ordinal] ?? 0, idf);
      if (score < least) least = score;
      evidence[ordinal] = 0;
      documents.add(ordinal);
      this.#sums[ordinal] = (this.#sums[ordinal] ?? 0) + score;
      if (isFirst && this.#inTitle[ordinal] === 1)
        this.#covered[ordinal] = (this.#covered[ordinal] ?? 0) + idf;
      this.#inTitle[ordinal] = 0;
      visit(ordinal, score);
    }
    this.#touchedCount = 0;
    return least;
  }

  /** The greatest evidence that some documents have. */
  #most(ordinals: Uint32Array): number {
    let most = 0;
    for (const ordinal of ordinals) most = Math.max(most, this.#evidence[ordinal] ?? 0);
    return most;
  }

  /** What the title of a document adds to its score. */
  titleScore(ordinal: number): number {
    const covered = this.#covered[ordinal] ?? 0;
    if (covered === 0) return 0;
    return this.#ranking.titleScore({
      covered,
      asked: this.#asked,
      queryWords: this.#queryWords,
      titleWords: this.#titleLengths[ordinal] ?? 0,
    });
  }

  /** The scores of some documents, 0 of those that have none of the words. */
  take(documents: OrdinalSet): Pick<Matches, 'ordinals' | 'scores'> {
    const ordinals = documents.toOrdinals();
    const scores = new Float64Array(ordinals.length);
    for (let at = 0; at < ordinals.length; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      scores[at] = (this.#sums[ordinal] ?? 0) + this.titleScore(ordinal);
    }
    return { ordinals, scores };
  }

  /** Forgets the question. */
  clear(): void {
    for (const column of [this.#evidence, this.#sums, this.#covered]) column.fill(0);
    this.#inTitle.fill(0);
    this.#touchedCount = 0;
    this.#asked = 0;
    this.#queryWords = 0;
  }
}
