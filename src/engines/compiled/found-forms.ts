/**
 * The forms of a word that the index has: where they stand, and how often.
 * @module
 */
import type { ExpansionKind } from '../../analysis/expansion.js';
import type { PostingLists, PostingsReader } from './posting-lists.js';

/** A term of the index, and the part with its postings. */
export interface PostedTerm {
  readonly term: string;
  /** Ordinal among all terms. */
  readonly index: number;
  readonly part: PostingLists;
}

/** Where a form stands in one field. The first `count` of each column are valid. */
export interface FieldOccurrences {
  readonly field: number;
  /** How many documents. */
  readonly count: number;
  readonly ordinals: ArrayLike<number>;
  /** Parallel to `ordinals`. */
  readonly frequencies: ArrayLike<number>;
}

interface FoundTerm {
  readonly kind: ExpansionKind;
  /** What an occurrence counts compared to one of the word as it was typed, in (0, 1]. */
  readonly weight: number;
  /** Just one. */
  readonly terms: readonly [PostedTerm];
}

interface FoundSequence {
  readonly kind: 'sequence';
  /** As that of a term. */
  readonly weight: number;
  /** One after the other. */
  readonly terms: readonly PostedTerm[];
  readonly fields: readonly FieldOccurrences[];
}

export type FoundForm = FoundTerm | FoundSequence;

/**
 * Tells where a form stands, field by field.
 * @param field id of the only field that is asked for; all where absent
 * @param visit what it is given is valid during the call only
 * @throws LookbackError `index-corrupt`
 */
export const readFields = (
  form: FoundForm,
  reader: PostingsReader,
  field: number | undefined,
  visit: (occurrences: FieldOccurrences) => void,
): void => {
  if (form.kind === 'sequence') {
    for (const occurrences of form.fields)
      if (field === undefined || occurrences.field === field) visit(occurrences);
    return;
  }
  const [{ part, index }] = form.terms;
  reader.open(part, index);
  while (reader.next()) if (field === undefined || reader.field === field) visit(reader);
};
