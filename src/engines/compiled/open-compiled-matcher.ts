/**
 * Answers from the parts that `CompiledWriter` made, asking only for those that a query needs.
 * @module
 */
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import type { Expansion } from '../../analysis/expansion.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { FieldName } from '../../domain/fields.js';
import type { SearchOptions } from '../../domain/search.js';
import { createBm25 } from '../../ranking/bm25.js';
import type { Ranking, RankingRule } from '../../ranking/ranking.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { Matcher, Matches, MatchOptions, PassageTerms } from '../matcher.js';
import { collectPassages, type LocatedTerm } from './collect-passages.js';
import { expandWord } from './expand-word.js';
import { IndexParts, type PartOf } from './index-parts.js';
import { matchPhrase, type Phrase, type PhraseWord, phrasesOf } from './match-phrase.js';
import { matchTree } from './match-tree.js';
import type { PartSource } from './part-store.js';
import { type PositionsPart, PositionsReader } from './positions-part.js';
import type { PostingsPart } from './postings-part.js';
import { parseRoot, rootName } from './root.js';
import { Scorer } from './scorer.js';
import { PassageReader } from './term-passages.js';

export interface CompiledMatcherOptions extends SearchOptions {
  /**
   * Bytes of dictionary, and as many of postings and of positions, that are kept for later queries, as written. Decoded, a dictionary
   * takes about three times as much, postings a tenth more. Default 32 MiB, `Infinity` to keep all.
   */
  readonly maxKeptBytes?: number;
  /** How documents are ranked. Default BM25+ with our boosts of fields. */
  readonly rule?: RankingRule;
}

/** Its terms say where they are, for {@link CompiledMatcher.locate}. */
interface CompiledMatches extends Matches {
  readonly terms: ReadonlyMap<string, LocatedTerm>;
}

export interface CompiledMatcher extends Matcher {
  readonly documentCount: number;
  readonly termCount: number;
  match(query: AnalyzedQuery, options?: MatchOptions): Promise<CompiledMatches>;
  locate(
    matches: CompiledMatches,
    ordinals: readonly number[],
  ): Promise<readonly (readonly PassageTerms[])[]>;
  /** Reads and checks every part but the positions, for a server that holds them all: later queries wait for none but those. */
  loadAll(options?: SearchOptions): Promise<void>;
}

/** What reads postings; their memory is that of all documents, so every query uses the same. */
interface Readers {
  readonly ranking: Ranking;
  readonly scorer: Scorer;
  readonly passages: PassageReader;
  readonly positions: PositionsReader;
}

/** The terms of each word of a question, and the parts that are needed of them. */
interface ReadTerms {
  readonly words: readonly (readonly Expansion[])[];
  readonly postingsOf: PartOf<PostingsPart>;
  /** Of the words of phrases. */
  readonly positionsOf: PartOf<PositionsPart>;
}

/** The term that a word is, if the index has it. */
const exactOf = (expansions: readonly Expansion[] | undefined): Expansion | undefined =>
  expansions?.find(({ kind }) => kind === 'exact');

class PartsMatcher implements CompiledMatcher {
  readonly #parts: IndexParts;
  readonly #rule: RankingRule;
  #readers: Readers | undefined;

  constructor(parts: IndexParts, rule: RankingRule) {
    this.#parts = parts;
    this.#rule = rule;
  }

  get documentCount(): number {
    return this.#parts.root.documentCount;
  }

  get termCount(): number {
    return this.#parts.root.termCount;
  }

  async match(query: AnalyzedQuery, { within, ...options }: MatchOptions = {}): Promise<CompiledMatches> {
    const [readers, terms, allowed] = await Promise.all([
      this.#openReaders(options),
      this.#readTerms(query, options),
      within,
    ]);
    // From here on nothing waits, so that concurrent queries can share the readers' memory.
    try {
      return this.#score(readers, query, terms, allowed);
    } catch (error) {
      readers.scorer.clear();
      throw error;
    }
  }

  async loadAll(options: SearchOptions = {}): Promise<void> {
    await this.#parts.readAll(options);
    await this.#openReaders(options);
  }

  async #openReaders(options: SearchOptions): Promise<Readers> {
    if (this.#readers !== undefined) return this.#readers;
    const { root } = this.#parts;
    const lengths = await this.#parts.lengths(options);
    const ranking = this.#rule(root);
    this.#readers ??= {
      ranking,
      scorer: new Scorer(root.documentCount, lengths.fields, ranking),
      passages: new PassageReader(lengths.passages, root.fields),
      positions: new PositionsReader(lengths),
    };
    return this.#readers;
  }

  /** Postings and positions are read at once: whether a phrase needs its positions is known a round trip later. */
  async #readTerms({ words, tree }: AnalyzedQuery, options: SearchOptions): Promise<ReadTerms> {
    const expansions = await Promise.all(words.map((word) => expandWord(this.#parts, word, options)));
    const ofPhrases = phrasesOf(tree).flatMap((phrase) => {
      const found = phrase.words.flatMap((word) => exactOf(expansions[word]) ?? []);
      return found.length === phrase.words.length ? found : [];
    });
    const indexOf = ({ index }: Expansion): number => index;
    const [postingsOf, positionsOf] = await Promise.all([
      this.#parts.postings(
        expansions.flatMap((ofWord) => ofWord.map(indexOf)),
        options,
      ),
      this.#parts.positions(ofPhrases.map(indexOf), options),
    ]);
    return { words: expansions, postingsOf, positionsOf };
  }

  #score(
    { scorer, ranking, positions }: Readers,
    { words, tree }: AnalyzedQuery,
    read: ReadTerms,
    within: OrdinalSet | undefined,
  ): CompiledMatches {
    const { documentCount } = this.#parts.root;
    const terms = new Map<string, LocatedTerm & FoundTerm>();
    const fields = words.map(({ field }) => this.#fieldId(field));
    const documents = words.map(({ excluded }, number) => {
      const word = { documents: new OrdinalSet(documentCount), field: fields[number], within };
      for (const { index, term, weight } of read.words[number] ?? []) {
        const part = read.postingsOf(index);
        if (part === undefined) continue;
        if (excluded) {
          scorer.find(part, index, word);
          continue;
        }
        const frequency = scorer.add(part, index, weight, word);
        if (frequency === 0) continue;
        addMatchedTerm(terms, term, {
          words: [number],
          weight: weight * ranking.idf(frequency),
          index,
          part,
        });
      }
      return word.documents;
    });
    const ofPhrase = (phrase: Phrase): OrdinalSet => {
      const holding = OrdinalSet.full(documentCount);
      for (const word of phrase.words) holding.intersect(documents[word] ?? new OrdinalSet(documentCount));
      const ofWord = (word: number, at: number): PhraseWord => ({
        offset: phrase.offsets[at] ?? 0,
        positionsIn: (wanted) => {
          const index = exactOf(read.words[word])?.index ?? -1;
          const part = read.positionsOf(index);
          const postings = read.postingsOf(index);
          if (part === undefined || postings === undefined) return new Map();
          return positions.read(part, postings, index, wanted, fields[word]);
        },
      });
      return matchPhrase(phrase.words.map(ofWord), holding);
    };
    const matching = matchTree(tree, { documentCount, words: documents, ofPhrase });
    const kept = within?.copy();
    kept?.intersect(matching);
    return { ...scorer.take(kept ?? matching), terms };
  }

  /** @returns the number of no field for a name that the index does not have */
  #fieldId(name: FieldName | undefined): number | undefined {
    const { fields } = this.#parts.root;
    return name && fields.findIndex((field) => field.name === name);
  }

  async locate(
    { terms }: CompiledMatches,
    ordinals: readonly number[],
  ): Promise<readonly (readonly PassageTerms[])[]> {
    const { passages } = await this.#openReaders({});
    return collectPassages(passages, this.documentCount, terms.values(), ordinals);
  }
}

/**
 * Reads the root and gives what answers from it.
 * @throws LookbackError `index-corrupt`, `index-format`, what the source throws, or the signal's reason
 */
export const openCompiledMatcher = async (
  source: PartSource,
  { maxKeptBytes = 2 ** 25, rule = createBm25(), signal: asked }: CompiledMatcherOptions = {},
): Promise<CompiledMatcher> => {
  const signal = asked ?? new AbortController().signal;
  signal.throwIfAborted();
  const root = parseRoot(await source(rootName, { signal }));
  return new PartsMatcher(new IndexParts(root, source, maxKeptBytes), rule);
};
