/**
 * What words may be because of those beside them: one word (`open source`, `opensource`), or another that means the same (`container
 * storage interface`, `CSI`).
 * @module
 */
import { maxTermLength } from './analyzer.js';
import { toExactForm, toOtherSpelling } from './make-forms.js';
import type { Form } from './query-words.js';
import type { SynonymForms } from './synonym-forms.js';
import type { TypedWord } from './typed-words.js';

/** Words that may be written as one. */
const maxJoined = 4;

/** The words from one to before another, and their terms. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly terms: readonly string[];
}

/** All that have at most so many terms. */
function* toWindows(words: readonly TypedWord[], maxTerms: number): Generator<Window> {
  for (let from = 0; from < words.length; from += 1) {
    let terms: readonly string[] = [];
    for (let to = from + 1; to <= words.length; to += 1) {
      terms = [...terms, ...(words[to - 1]?.terms ?? [])];
      if (terms.length > maxTerms) break;
      yield { from, to, terms };
    }
  }
}

/** What is said by several words is said by each: who has it has them all. */
class FurtherForms {
  readonly #byWord = new Map<number, Form[]>();

  add({ from, to }: Window, forms: readonly Form[]): void {
    for (let word = from; word < to; word += 1)
      this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), ...forms]);
  }

  of(word: number): readonly Form[] {
    return this.#byWord.get(word) ?? [];
  }
}

/** @returns the words with the forms that they have together: first what means the same, then what is written as one */
export const joinNeighbours = (words: readonly TypedWord[], synonyms: SynonymForms): readonly TypedWord[] => {
  const synonymous = new FurtherForms();
  for (const window of toWindows(words, synonyms.maxTerms))
    synonymous.add(window, synonyms.find(window.terms));
  const joined = new FurtherForms();
  for (const window of toWindows(words, maxJoined)) {
    const term = window.terms.join('');
    const joinable = words.slice(window.from, window.to).every(({ isJoinable }) => isJoinable);
    if (joinable && window.to - window.from > 1 && term.length <= maxTermLength)
      joined.add(window, [toOtherSpelling(toExactForm(term))]);
  }
  return words.map((word, at) => ({
    ...word,
    forms: [...word.forms, ...synonymous.of(at), ...joined.of(at)],
  }));
};
