/**
 * Why documents have their scores: word by word, what each form in each field is evidence of.
 * @module
 */
import type { Explanation, ScorePart, TermEvidence } from '../../domain/explanation.js';
import type { FieldName } from '../../domain/fields.js';
import type { Ranking } from '../../ranking/ranking.js';
import { type FoundForm, readFields } from './found-forms.js';
import { PostingsReader } from './posting-lists.js';

/** By ordinal, of those that are asked. */
type ByDocument<Value> = ReadonlyMap<number, Value[]>;

export interface ExplainedShard {
  readonly documentCount: number;
  /** By field id. */
  readonly names: readonly FieldName[];
  /** By field, by ordinal: how many words. */
  readonly lengths: readonly Uint32Array[];
}

/** Collects the parts of the scores of some documents, while a question is scored. */
export class ScoreExplainer {
  readonly #shard: ExplainedShard;
  readonly #ranking: Ranking;
  readonly #reader: PostingsReader;
  readonly #parts: ByDocument<ScorePart>;

  /** @param ordinals of the documents that are asked */
  constructor(shard: ExplainedShard, ranking: Ranking, ordinals: readonly number[]) {
    this.#shard = shard;
    this.#ranking = ranking;
    this.#reader = new PostingsReader(shard.documentCount, shard.lengths.length);
    this.#parts = new Map(ordinals.map((ordinal) => [ordinal, []]));
  }

  /**
   * @param tiers of the forms of the word: a document is told of the first in which it has any
   * @param scores of the word, by ordinal
   * @throws LookbackError `index-corrupt`
   */
  addWord(
    {
      text,
      idf,
      field,
      tiers,
    }: {
      readonly text: string;
      readonly idf: number;
      readonly field: number | undefined;
      readonly tiers: readonly (readonly FoundForm[])[];
    },
    scores: ReadonlyMap<number, number>,
  ): void {
    const told = new Map<number, readonly TermEvidence[]>();
    for (const forms of tiers) {
      for (const [ordinal, terms] of this.#readTier(forms, field))
        if (terms.length > 0 && !told.has(ordinal)) told.set(ordinal, terms);
    }
    for (const [ordinal, parts] of this.#parts) {
      const score = scores.get(ordinal);
      if (score !== undefined)
        parts.push({ what: 'word', word: text, idf, terms: told.get(ordinal) ?? [], score });
    }
  }

  #readTier(forms: readonly FoundForm[], field: number | undefined): ByDocument<TermEvidence> {
    const { names, lengths } = this.#shard;
    const found: ByDocument<TermEvidence> = new Map(
      Array.from(this.#parts.keys(), (ordinal) => [ordinal, []]),
    );
    for (const form of forms) {
      const term = form.terms.map((posted) => posted.term).join(' ');
      readFields(form, this.#reader, field, ({ field: id, count, ordinals, frequencies }) => {
        const name = names[id];
        if (name === undefined) return;
        for (let at = 0; at < count; at += 1) {
          const ordinal = ordinals[at] ?? 0;
          const ofDocument = found.get(ordinal);
          if (ofDocument === undefined) continue;
          const frequency = frequencies[at] ?? 0;
          const occurrence = this.#ranking.occurrence(id, lengths[id]?.[ordinal] ?? 0);
          const evidence = form.weight * frequency * occurrence;
          ofDocument.push({ term, kind: form.kind, field: name, frequency, evidence });
        }
      });
    }
    return found;
  }

  /**
   * @param titleScore what the title of a document adds
   * @returns in the order that the documents were given
   */
  finish(titleScore: (ordinal: number) => number): readonly Explanation[] {
    return Array.from(this.#parts, ([ordinal, ofWords]) => {
      const title = titleScore(ordinal);
      const parts = title > 0 ? [...ofWords, { what: 'title', score: title }] : ofWords;
      const score = parts.reduce((sum, part) => sum + part.score, 0);
      return { score, parts, factors: [], pinned: false };
    });
  }
}
