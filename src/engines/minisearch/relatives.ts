/**
 * The terms of an index that have a stem in common.
 * @module
 */
export class Relatives {
  readonly #terms: readonly string[];
  #stem: ((term: string) => string) | undefined;
  #byStem: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(terms: readonly string[]) {
    this.#terms = terms;
  }

  /**
   * The first question looks at every term; those after it do not, for the posts of a language have one rule of stems.
   * @returns without the term itself
   */
  of(term: string, stem: (term: string) => string): readonly string[] {
    if (stem !== this.#stem) {
      const byStem = new Map<string, string[]>();
      for (const other of this.#terms) {
        const ofStem = byStem.get(stem(other));
        if (ofStem === undefined) byStem.set(stem(other), [other]);
        else ofStem.push(other);
      }
      this.#byStem = byStem;
      this.#stem = stem;
    }
    return (this.#byStem.get(stem(term)) ?? []).filter((other) => other !== term);
  }
}
