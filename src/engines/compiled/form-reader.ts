/**
 * Reads where the forms of a word stand, in the whole index or one field of it.
 * @module
 */
import type { Expansion } from '../../analysis/expansion.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { SearchOptions } from '../../domain/search.js';
import type { SequenceFinder } from './find-sequence.js';
import { type FoundForm, type PostedTerm, readFields } from './found-forms.js';
import type { IndexParts } from './index-parts.js';
import { maxFieldBytes, type PostingsReader, sizeOf } from './posting-lists.js';

/** Terms of the index one after the other. */
export interface SequenceToRead {
  readonly terms: readonly Expansion[];
  /** Of each term, in words from the first. */
  readonly offsets: readonly number[];
  readonly weight: number;
}

/** What all words of all questions share. */
export interface FormReaders {
  readonly documentCount: number;
  readonly fieldCount: number;
  readonly postings: PostingsReader;
  /** Loads what finds sequences: questions of plain words have none. */
  readonly openSequences: () => Promise<SequenceFinder>;
}

export class FormReader {
  readonly #parts: IndexParts;
  readonly #readers: FormReaders;
  readonly #field: number | undefined;
  readonly #options: SearchOptions;

  /** @param field id of the only field that counts; all where absent */
  constructor(parts: IndexParts, readers: FormReaders, field: number | undefined, options: SearchOptions) {
    this.#parts = parts;
    this.#readers = readers;
    this.#field = field;
    this.#options = options;
  }

  /**
   * Postings and positions are read at once: whether a sequence needs its positions is known a round trip later.
   * @returns those that any document has
   * @throws LookbackError `index-corrupt`, what the source throws, or the signal's reason
   */
  async read(
    terms: readonly Expansion[],
    sequences: readonly SequenceToRead[] = [],
  ): Promise<readonly FoundForm[]> {
    const ofSequences = sequences.flatMap((sequence) => sequence.terms.map(({ index }) => index));
    const [postingsOf, positionsOf, finder] = await Promise.all([
      this.#parts.postings([...terms.map(({ index }) => index), ...ofSequences], this.#options),
      this.#parts.positions(ofSequences, this.#options),
      sequences.length > 0 ? this.#readers.openSequences() : undefined,
    ]);
    const post = ({ index, term }: Expansion): readonly PostedTerm[] => {
      const part = postingsOf(index);
      return part ? [{ index, term, part }] : [];
    };
    const found = [
      ...terms.flatMap((expansion) =>
        post(expansion).map((term): FoundForm => ({ ...expansion, terms: [term] })),
      ),
      ...sequences.map(({ terms: expansions, offsets, weight }): FoundForm => {
        const posted = expansions.flatMap(post);
        const fields = finder?.find(posted, offsets, positionsOf, this.#field) ?? [];
        return { kind: 'sequence', weight, terms: posted, fields };
      }),
    ];
    return found.filter((form) => this.#isFound(form));
  }

  /** A term stands somewhere, or the index would not have it. */
  #isFound(form: FoundForm): boolean {
    if (form.kind === 'sequence') return form.fields.length > 0;
    return this.#field === undefined || this.count(form) > 0;
  }

  /** In how many documents a form stands. */
  count(form: FoundForm): number {
    const documents = new OrdinalSet(this.#readers.documentCount);
    readFields(form, this.#readers.postings, this.#field, ({ count, ordinals }) => {
      for (let at = 0; at < count; at += 1) documents.add(ordinals[at] ?? 0);
    });
    return documents.count();
  }

  /** In how many documents any of some forms stands, if not in more than `most`; else some number above. */
  countFew(forms: readonly FoundForm[], most: number): number {
    const documents = new Set<number>();
    for (const form of forms) {
      if (this.#isLong(form, most)) return most + 1;
      readFields(form, this.#readers.postings, this.#field, ({ count, ordinals }) => {
        for (let at = 0; at < Math.min(count, most + 1); at += 1) documents.add(ordinals[at] ?? 0);
      });
      if (documents.size > most) break;
    }
    return documents.size;
  }

  /** Whether a form stands in more documents than so many for sure: most terms are told by the size of their postings. */
  #isLong({ kind, terms: [term] }: FoundForm, documents: number): boolean {
    if (kind === 'sequence' || term === undefined || this.#field !== undefined) return false;
    return sizeOf(term.part, term.index) > this.#readers.fieldCount * maxFieldBytes(documents);
  }
}
