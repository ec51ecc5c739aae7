/**
 * Answers from the parts that `CompiledWriter` made, asking only for those that a query needs.
 * @module
 */
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import type { Expansion } from '../../analysis/expansion.js';
import type { Form, SequenceForm } from '../../analysis/query-words.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Explanation } from '../../domain/explanation.js';
import type { FieldName } from '../../domain/fields.js';
import type { SearchOptions } from '../../domain/search.js';
import { createBm25 } from '../../ranking/bm25.js';
import type { Ranking, RankingRule } from '../../ranking/ranking.js';
import { matchTree } from '../match-tree.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { Matcher, Matches, MatchOptions, PassageTerms } from '../matcher.js';
import { collectPassages, type LocatedTerm } from './collect-passages.js';
import { expandWord } from './expand-word.js';
import { IndexParts, type PartOf } from './index-parts.js';
import { matchPhrase, type PhraseWord } from './match-phrase.js';
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

/** A form of a word, and the terms of the index that it stands for. */
interface ReadForm {
  readonly form: Form;
  /** Of a sequence: each of its terms, in order, if the index has all. */
  readonly expansions: readonly Expansion[];
}

/** The forms of each word of a question, and the parts that are needed of them. */
interface ReadForms {
  readonly words: readonly (readonly ReadForm[])[];
  readonly postingsOf: PartOf<PostingsPart>;
  /** Of the terms of sequences. */
  readonly positionsOf: PartOf<PositionsPart>;
}

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

  async match(
    query: AnalyzedQuery,
    { within, filters = [], ...options }: MatchOptions = {},
  ): Promise<CompiledMatches> {
    const [readers, read, allowed, passing] = await Promise.all([
      this.#openReaders(options),
      this.#readForms(query, options),
      within,
      filters,
    ]);
    // From here on nothing waits, so that concurrent queries can share the readers' memory.
    try {
      return this.#score(readers, query, read, allowed, passing);
    } catch (error) {
      readers.scorer.clear();
      throw error;
    }
  }

  async explain(
    query: AnalyzedQuery,
    ordinals: readonly number[],
    options: MatchOptions = {},
  ): Promise<readonly Explanation[]> {
    const { ordinals: found, scores } = await this.match(query, options);
    return ordinals.map((ordinal) => {
      const score = scores[found.indexOf(ordinal)] ?? 0;
      return { score, parts: [{ what: 'all', score }], factors: [], pinned: false };
    });
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

  async #readForm(form: Form, options: SearchOptions): Promise<ReadForm> {
    if (form.kind === 'term') return { form, expansions: await expandWord(this.#parts, form, options) };
    const found = await Promise.all(
      form.terms.map((term) =>
        expandWord(
          this.#parts,
          { kind: 'term', term, weight: 1, prefix: 'never', maxEdits: 0, relatives: false },
          options,
        ),
      ),
    );
    const expansions = found.flat();
    return { form, expansions: expansions.length === form.terms.length ? expansions : [] };
  }

  /** Postings and positions are read at once: whether a phrase needs its positions is known a round trip later. */
  async #readForms({ words }: AnalyzedQuery, options: SearchOptions): Promise<ReadForms> {
    const read = await Promise.all(
      words.map(({ forms }) => Promise.all(forms.map((form) => this.#readForm(form, options)))),
    );
    const indicesOf = (forms: readonly ReadForm[]): readonly number[] =>
      forms.flatMap(({ expansions }) => expansions.map(({ index }) => index));
    const all = read.flat();
    const [postingsOf, positionsOf] = await Promise.all([
      this.#parts.postings(indicesOf(all), options),
      this.#parts.positions(indicesOf(all.filter(({ form }) => form.kind === 'sequence')), options),
    ]);
    return { words: read, postingsOf, positionsOf };
  }

  #score(
    { scorer, ranking, positions }: Readers,
    { words, tree }: AnalyzedQuery,
    read: ReadForms,
    within: OrdinalSet | undefined,
    filters: readonly OrdinalSet[],
  ): CompiledMatches {
    const { documentCount } = this.#parts.root;
    const terms = new Map<string, LocatedTerm & FoundTerm>();
    const documents = words.map(({ excluded, field: name }, number) => {
      const field = this.#fieldId(name);
      const word = { documents: new OrdinalSet(documentCount), field, within };
      for (const { form, expansions } of read.words[number] ?? []) {
        if (form.kind === 'sequence') {
          if (expansions.length > 0)
            word.documents.unite(this.#findSequence(form, expansions, read, positions, field));
          continue;
        }
        for (const { index, term, weight } of expansions) {
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
      }
      return word.documents;
    });
    const weights = documents.map((ofWord) => ranking.idf(ofWord.toOrdinals().length));
    const matching = matchTree(tree, { documentCount, words: documents, weights, filters });
    const kept = within?.copy();
    kept?.intersect(matching);
    const matched = documents.map((ofWord) => ({
      documents: ofWord.toOrdinals().length,
      isDropped: false,
      corrections: [],
    }));
    return { ...scorer.take(kept ?? matching), terms, words: matched };
  }

  #findSequence(
    { offsets }: SequenceForm,
    expansions: readonly Expansion[],
    read: ReadForms,
    positions: PositionsReader,
    field: number | undefined,
  ): OrdinalSet {
    const words = expansions.map(
      ({ index }, at): PhraseWord => ({
        offset: offsets[at] ?? 0,
        positionsIn: (wanted) => {
          const part = read.positionsOf(index);
          const postings = read.postingsOf(index);
          if (part === undefined || postings === undefined) return new Map();
          return positions.read(part, postings, index, wanted, field);
        },
      }),
    );
    return matchPhrase(words, OrdinalSet.full(this.#parts.root.documentCount));
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
