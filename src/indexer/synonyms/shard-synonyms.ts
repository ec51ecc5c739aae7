/**
 * The words that mean the same in the posts of one language: those that the author says, and those that the posts do.
 * @module
 */
import { type Analyzer, createAnalyzer } from '../../analysis/index.js';
import type { OwnSynonym } from '../../config/synonyms-file.js';
import type { Synonym } from '../../domain/synonym.js';
import type { Definition } from './acronyms.js';
import { NumeronymFinder } from './numeronyms.js';
import { settleDefinitions } from './settle-definitions.js';

export interface SynonymOptions {
  /** What the author says. */
  readonly own: readonly OwnSynonym[];
  /** Whether acronyms and numeronyms are taken from the posts. */
  readonly isMined: boolean;
}

/** `pt` is also for `pt-BR`. */
const isFor = ({ language }: OwnSynonym, shard: string): boolean =>
  language === undefined || `${shard}-`.toLowerCase().startsWith(`${language}-`.toLowerCase());

export class ShardSynonyms {
  readonly #isMined: boolean;
  readonly #analyzer: Analyzer;
  readonly #own: readonly OwnSynonym[];
  /** Terms of what own synonyms lead to, less those that the shard has. */
  readonly #missing: Set<string>;
  readonly #numeronyms = new NumeronymFinder();

  constructor(language: string, { own, isMined }: SynonymOptions) {
    this.#isMined = isMined;
    this.#analyzer = createAnalyzer(language);
    this.#own = own.filter((synonym) => isFor(synonym, language));
    this.#missing = new Set(this.#own.flatMap(({ to }) => this.#analyzer.terms(to)));
  }

  /** To be told of every term of the shard once. */
  see(term: string, occurrences: number): void {
    this.#missing.delete(term);
    if (this.#isMined) this.#numeronyms.see(term, occurrences);
  }

  /**
   * To be called when all terms were seen. What leads to no post is left out.
   * @param definitions of each post that the shard has, in any order
   * @returns each once: the author's as they are written, then acronyms, then numeronyms
   */
  finish(definitions: Iterable<readonly Definition[]>): readonly Synonym[] {
    const own = this.#own.filter(({ to }) => this.#leadsToPosts(to)).map(({ from, to }) => ({ from, to }));
    const mined = this.#isMined ? [...settleDefinitions(definitions), ...this.#numeronyms.find()] : [];
    const all = [...own, ...mined].map((synonym) => [`${synonym.from}\n${synonym.to}`, synonym] as const);
    return [...new Map(all).values()];
  }

  #leadsToPosts(to: string): boolean {
    const terms = this.#analyzer.terms(to);
    return terms.length > 0 && !terms.some((term) => this.#missing.has(term));
  }
}
