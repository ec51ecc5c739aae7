/**
 * Answers from the parts that `CompiledWriter` made, asking only for those that a query needs.
 * @module
 */
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import type { QueryWord } from '../../analysis/query-words.js';
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Explanation } from '../../domain/explanation.js';
import { type FieldName, fieldNames } from '../../domain/fields.js';
import type { SearchOptions } from '../../domain/search.js';
import { createBm25f } from '../../ranking/bm25f.js';
import type { Ranking, RankingRule } from '../../ranking/ranking.js';
import { loadScript } from '../../sharing/load-script.js';
import { once } from '../../sharing/once.js';
import { findDropped, matchTree } from '../match-tree.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { Matcher, Matches, MatchOptions, PassageTerms, WordCounts } from '../matcher.js';
import { collectPassages, type LocatedTerm } from './collect-passages.js';
import { WordExpander } from './expand-word.js';
import { FormReader, type FormReaders } from './form-reader.js';
import { IndexParts } from './index-parts.js';
import type { PartSource } from './part-store.js';
import { PostingsReader } from './posting-lists.js';
import { parseRoot, rootName } from './root.js';
import { Scorer, type SharedCounts } from './scorer.js';
import { PassageReader } from './term-passages.js';
import { type FoundWord, WordReader } from './word-reader.js';

export interface CompiledMatcherOptions extends SearchOptions {
  /**
   * Bytes of words, and as many of terms and of positions, that are kept for later queries, as written. Decoded, terms take about three
   * times as much, what is said of them a tenth more. Default 32 MiB, `Infinity` to keep all.
   */
  readonly maxKeptBytes?: number;
  /** How documents are ranked. Default BM25F with our boosts of fields. */
  readonly rule?: RankingRule;
}

/** Its terms say where they are, for {@link CompiledMatcher.locate}. */
interface CompiledMatches extends Matches {
  readonly terms: ReadonlyMap<string, LocatedTerm>;
}

export interface CompiledMatcher extends Matcher {
  readonly documentCount: number;
  readonly termCount: number;
  readAhead(query: Pick<AnalyzedQuery, 'words'>): void;
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
  /** By field, by ordinal: how many words. */
  readonly lengths: readonly Uint32Array[];
  readonly scorer: Scorer;
  readonly forms: FormReaders;
  readonly passages: PassageReader;
}

/** A question and what its words stand for in the index. */
interface ReadQuery {
  readonly query: AnalyzedQuery;
  /** By word. */
  readonly found: readonly FoundWord[];
}

/** The options of a match, all there. */
interface Narrowing {
  readonly allowed: OrdinalSet | undefined;
  readonly passing: readonly OrdinalSet[];
  readonly counts: WordCounts | undefined;
}

const toShared = (counts: WordCounts | undefined, word: number): SharedCounts | undefined =>
  counts && { documentCount: counts.documentCount, counts: counts.words[word] ?? [] };

class PartsMatcher implements CompiledMatcher {
  readonly #parts: IndexParts;
  readonly #rule: RankingRule;
  /** What was read to count, for who asks on. */
  readonly #counted = new WeakMap<AnalyzedQuery, ReadQuery>();
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

  readAhead({ words }: Pick<AnalyzedQuery, 'words'>): void {
    const forms = words.flatMap((word) => word.forms);
    this.#parts.readAhead(forms.flatMap((form) => (form.kind === 'sequence' ? form.terms : form.term)));
  }

  async count(query: AnalyzedQuery, options: SearchOptions = {}): Promise<WordCounts> {
    const [{ scorer }, read] = await Promise.all([this.#openReaders(options), this.#read(query, options)]);
    this.#counted.set(query, read);
    return {
      documentCount: this.documentCount,
      words: query.words.map((word, number) => scorer.count(this.#toScore(word, read.found[number]))),
    };
  }

  async match(
    query: AnalyzedQuery,
    { within, filters = [], counts, ...options }: MatchOptions = {},
  ): Promise<CompiledMatches> {
    const [readers, read, allowed, passing] = await Promise.all([
      this.#openReaders(options),
      this.#read(query, options),
      within,
      filters,
    ]);
    // From here on nothing waits, so that concurrent queries can share the readers' memory.
    try {
      return this.#answer(readers, read, { allowed, passing, counts });
    } finally {
      readers.scorer.clear();
    }
  }

  async explain(
    query: AnalyzedQuery,
    ordinals: readonly number[],
    options: MatchOptions = {},
  ): Promise<readonly Explanation[]> {
    const [{ scorer, ranking, lengths }, { found }, { ScoreExplainer }] = await Promise.all([
      this.#openReaders(options),
      this.#read(query, options),
      loadScript('explanations', () => import('./explain-scores.js')),
    ]);
    const { documentCount, fields } = this.#parts.root;
    const names = fields.flatMap(({ name }) => fieldNames.find((known) => known === name) ?? []);
    const explainer = new ScoreExplainer({ documentCount, names, lengths }, ranking, ordinals);
    const asked = new Set(ordinals);
    try {
      for (const [number, word] of query.words.entries()) {
        if (word.excluded) continue;
        const read = this.#toScore(word, found[number], toShared(options.counts, number));
        const scores = new Map<number, number>();
        const { idf } = scorer.add(read, (ordinal, score) => {
          if (asked.has(ordinal)) scores.set(ordinal, score);
        });
        explainer.addWord({ ...read, text: word.text, idf }, scores);
      }
      return explainer.finish((ordinal) => scorer.titleScore(ordinal));
    } finally {
      scorer.clear();
    }
  }

  async loadAll(options: SearchOptions = {}): Promise<void> {
    await this.#parts.readAll(options);
    await this.#openReaders(options);
  }

  async #openReaders(options: SearchOptions): Promise<Readers> {
    if (this.#readers !== undefined) return this.#readers;
    const { documentCount, fields } = this.#parts.root;
    const lengths = await this.#parts.lengths(options);
    const ranking = this.#rule(this.#parts.root);
    const title = fields.findIndex(({ name }) => name === 'title');
    this.#readers ??= {
      ranking,
      lengths: lengths.fields,
      scorer: new Scorer(documentCount, { lengths: lengths.fields, title }, ranking),
      forms: {
        documentCount,
        fieldCount: fields.length,
        postings: new PostingsReader(documentCount, fields.length),
        openSequences: once(async () => {
          const { SequenceFinder } = await loadScript('phrases', () => import('./find-sequence.js'));
          return new SequenceFinder(lengths);
        }),
      },
      passages: new PassageReader(lengths.passages, fields),
    };
    return this.#readers;
  }

  async #read(query: AnalyzedQuery, options: SearchOptions): Promise<ReadQuery> {
    const counted = this.#counted.get(query);
    if (counted !== undefined) return counted;
    const opened = this.#openReaders(options);
    const expander = new WordExpander(this.#parts, query.stem, options);
    const asked = query.words.map((word) => ({ word, reader: this.#openForms(opened, word, options) }));
    const [found] = await Promise.all([
      Promise.all(asked.map(({ word, reader }) => new WordReader(expander, reader, query.stem).read(word))),
      // A word that fails before it waits for its reader leaves that to fail unheard.
      Promise.all(asked.map(({ reader }) => reader)),
    ]);
    return { query, found };
  }

  async #openForms(
    opened: Promise<Readers>,
    { field }: QueryWord,
    options: SearchOptions,
  ): Promise<FormReader> {
    const { forms } = await opened;
    return new FormReader(this.#parts, forms, this.#fieldId(field), options);
  }

  #toScore(
    { weight, field, forms }: QueryWord,
    { tiers }: FoundWord = { tiers: [], corrections: [] },
    shared?: SharedCounts,
  ) {
    const [typed] = forms;
    const size = typed?.kind === 'sequence' ? typed.terms.length : 1;
    return { tiers, weight, field: this.#fieldId(field), size, shared };
  }

  #answer(
    { scorer, ranking }: Readers,
    { query: { words, tree }, found }: ReadQuery,
    { allowed, passing, counts }: Narrowing,
  ): CompiledMatches {
    const { documentCount } = this.#parts.root;
    const terms = new Map<string, LocatedTerm & FoundTerm>();
    const scored = words.map((word, number) => {
      const read = this.#toScore(word, found[number], toShared(counts, number));
      if (word.excluded) {
        const documents = scorer.find(read);
        const own = documents.count();
        return { documents, own, ownIdf: word.weight * ranking.idf(own, documentCount) };
      }
      const added = scorer.add(read);
      for (const { weight, terms: ofForm } of read.tiers.flat()) {
        for (const { term, index, part } of ofForm)
          addMatchedTerm(terms, term, { words: [number], weight: weight * added.idf, index, part });
      }
      return added;
    });
    const leaves = {
      documentCount,
      words: scored.map(({ documents }) => documents),
      weights: scored.map(({ ownIdf }) => ownIdf),
      filters: passing,
    };
    const matching = matchTree(tree, leaves);
    const kept = allowed?.copy();
    kept?.intersect(matching);
    const dropped = findDropped(tree, leaves);
    return {
      ...scorer.take(kept ?? matching),
      terms,
      words: scored.map(({ own }, number) => ({
        documents: own,
        isDropped: dropped.has(number),
        corrections: found[number]?.corrections ?? [],
      })),
    };
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
  { maxKeptBytes = 2 ** 25, rule = createBm25f(), signal: asked }: CompiledMatcherOptions = {},
): Promise<CompiledMatcher> => {
  const signal = asked ?? new AbortController().signal;
  signal.throwIfAborted();
  const root = parseRoot(await source(rootName, { signal }));
  return new PartsMatcher(new IndexParts(root, source, maxKeptBytes), rule);
};
