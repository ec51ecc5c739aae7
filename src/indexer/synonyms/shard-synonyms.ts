/**
 * The words that mean the same in the posts of one language: those that the author says, and those that the posts do.
 * @module
 */
import { type Analyzer, createAnalyzer } from '../../analysis/index.js';
import type { OwnSynonym } from '../../config/synonyms-file.js';
import type { Synonym } from '../../domain/synonym.js';
import type { Definition } from './acronyms.js';
import { NumeronymFinder } from './numeronyms.js';
import { type Acronym, settleDefinitions } from './settle-definitions.js';

export interface SynonymOptions {
  /** What the author says. */
  readonly own: readonly OwnSynonym[];
  /** Whether acronyms and numeronyms are taken from the posts. */
  readonly isMined: boolean;
}

/** `pt` is also for `pt-BR`. */
const isFor = ({ language }: OwnSynonym, shard: string): boolean =>
  language === undefined || `${shard}-`.toLowerCase().startsWith(`${language}-`.toLowerCase());

/** An acronym that so large a share of the posts have is a word of the language, unless a tenth of them say what it stands for. */
const maxShare = 0.4;
const minDefining = 0.1;

export class ShardSynonyms {
  readonly #isMined: boolean;
  readonly #analyzer: Analyzer;
  readonly #own: readonly OwnSynonym[];
  readonly #acronyms: readonly Acronym[];
  readonly #posts: number;
  /** How many posts have a term, of those that anything depends on. */
  readonly #postsWith: Map<string, number>;
  readonly #numeronyms = new NumeronymFinder();

  /** @param definitions of each post that the shard has, in any order */
  constructor(
    language: string,
    definitions: readonly (readonly Definition[])[],
    { own, isMined }: SynonymOptions,
  ) {
    this.#isMined = isMined;
    this.#analyzer = createAnalyzer(language);
    this.#own = own.filter((synonym) => isFor(synonym, language));
    this.#acronyms = isMined ? settleDefinitions(definitions) : [];
    this.#posts = definitions.length;
    const asked = [...this.#own.map(({ to }) => to), ...this.#acronyms.map(({ short }) => short)];
    this.#postsWith = new Map(asked.flatMap((text) => this.#analyzer.terms(text)).map((term) => [term, 0]));
  }

  /** To be told of every term of the shard once. */
  see(term: string, posts: number, occurrences: number): void {
    if (this.#postsWith.has(term)) this.#postsWith.set(term, posts);
    if (this.#isMined) this.#numeronyms.see(term, posts, occurrences);
  }

  /**
   * To be called when all terms were seen. What leads to no post is left out.
   * @returns each once: the author's as they are written, then acronyms both ways, then numeronyms
   */
  finish(): readonly Synonym[] {
    const all = [
      ...this.#own.filter(({ to }) => this.#countPosts(to) > 0).map(({ from, to }) => ({ from, to })),
      ...this.#acronyms
        .filter((acronym) => this.#isNoWord(acronym))
        .flatMap(({ short, long }) => [
          { from: short, to: long },
          { from: long, to: short },
        ]),
      ...this.#numeronyms.find(),
    ];
    return [...new Map(all.map((synonym) => [`${synonym.from}\n${synonym.to}`, synonym])).values()];
  }

  #isNoWord({ short, posts }: Acronym): boolean {
    const having = this.#countPosts(short);
    return having <= maxShare * this.#posts || posts >= minDefining * having;
  }

  /** Those that have the rarest of the terms of a text. */
  #countPosts(text: string): number {
    const terms = this.#analyzer.terms(text);
    return terms.length === 0 ? 0 : Math.min(...terms.map((term) => this.#postsWith.get(term) ?? 0));
  }
}
