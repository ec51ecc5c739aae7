import fc from 'fast-check';
import type { AnalyzedQuery } from '../../../src/analysis/analyze-query.js';
import type { Analyzer } from '../../../src/analysis/analyzer.js';
import type { QueryWord, TermForm } from '../../../src/analysis/query-words.js';
import type { PostPiece } from '../../../src/documents/post-pieces.js';
import { type FieldName, fieldNames } from '../../../src/domain/fields.js';
import {
  CompiledWriter,
  type CompiledWriterOptions,
  type PartSource,
} from '../../../src/engines/compiled/index.js';
import type { Matches } from '../../../src/engines/matcher.js';
import type { ShardLengths } from '../../../src/postings/document-lengths.js';
import { mergeRuns, type TermPostings } from '../../../src/postings/merge.js';
import { analyzePost, type PostRecord } from '../../../src/postings/record.js';
import { RunBuilder } from '../../../src/postings/run.js';

/** A document of a generated corpus: words with spaces between. The text is the body, then the code. */
export interface Doc {
  readonly id: string;
  readonly title?: string;
  readonly body: string;
  readonly code?: string;
  readonly tags: string;
}

/** Few letters, so that words begin, misspell and repeat one another; `é`, a kana and an emoji for units above ASCII. */
const letter = fc.constantFrom(...'aaabbcde', 'é', 'の', '😀', '#');
export const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''));
/** Short words come often. */
const anyWord = fc.oneof(word, fc.constantFrom('a', 'b', 'ab', 'aa'));
const text = (maxLength: number, minLength = 0) =>
  fc.array(anyWord, { minLength, maxLength }).map((words) => words.join(' '));
/** Some are long enough that their length is rounded. */
const body = fc.oneof({ weight: 3, arbitrary: text(30) }, { weight: 1, arbitrary: text(40, 17) });

export const corpus: fc.Arbitrary<readonly Doc[]> = fc
  .array(
    fc.record({ title: text(4), body, code: text(8), tags: text(2) }, { requiredKeys: ['body', 'tags'] }),
    { minLength: 1, maxLength: 40 },
  )
  .map((docs) => docs.map((doc, at) => ({ ...doc, id: `post-${at}` })));

export const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

const textOf = (doc: Doc, field: FieldName): string =>
  field === 'taxonomy' ? doc.tags : field === 'headings' ? '' : (doc[field] ?? '');

/** Words are terms, just as they are. */
const analyzer: Analyzer = {
  language: 'und',
  scan: (text, visit) => {
    let start = 0;
    let position = 0;
    for (const word of text.split(' ')) {
      if (word !== '') visit(word, start, start + word.length, position++);
      start += word.length + 1;
    }
    return position;
  },
  tokens: (text) => {
    const tokens: ReturnType<Analyzer['tokens']>[number][] = [];
    analyzer.scan(text, (term, start, end, position) => tokens.push({ term, start, end, position }));
    return tokens;
  },
  terms: wordsOf,
};

const pieceOf = (doc: Doc, field: FieldName, start?: number): PostPiece => ({
  field: fieldNames.indexOf(field),
  text: textOf(doc, field),
  ...(start !== undefined && { start }),
});

/** The text in passages of so many words. */
const wordsPerPassage = 6;

export const cutText = ({ body, code = '' }: Doc): readonly (readonly string[])[] => {
  const words = wordsOf(`${body} ${code}`);
  return Array.from({ length: Math.max(1, Math.ceil(words.length / wordsPerPassage)) }, (_, at) =>
    words.slice(at * wordsPerPassage, (at + 1) * wordsPerPassage),
  );
};

const cutToTexts = (doc: Doc): readonly string[] =>
  cutText(doc).map((words) => words.map((word) => `${word} `).join(''));

export const recordOf = (doc: Doc, passages = cutToTexts(doc)): PostRecord =>
  analyzePost(
    [
      pieceOf(doc, 'title'),
      pieceOf(doc, 'body', 0),
      pieceOf(doc, 'code', doc.body === '' ? 0 : doc.body.length + 1),
      pieceOf(doc, 'taxonomy'),
    ],
    passages.map((text) => ({ text })),
    analyzer,
  );

export const lengthsOf = (records: readonly PostRecord[]): ShardLengths => ({
  fields: fieldNames.map((_, field) => Uint32Array.from(records, ({ lengths }) => lengths[field] ?? 0)),
  differentTerms: fieldNames.map((_, field) =>
    Uint32Array.from(records, ({ differentTerms }) => differentTerms[field] ?? 0),
  ),
  passages: Uint32Array.from(records, ({ passageCount }) => passageCount),
});

/** Small parts, so that small corpora have many. */
export const smallParts: CompiledWriterOptions = {
  wordsPartBytes: 24,
  termsPartBytes: 40,
  positionsPartBytes: 40,
};

export const postingsOf = (records: readonly PostRecord[]): Iterable<TermPostings> => {
  const run = new RunBuilder();
  for (const [ordinal, record] of records.entries()) run.add(ordinal, record);
  return mergeRuns([run.finish()], Uint32Array.from(records.keys()));
};

/** The parts by name, the root first. */
export const writeRecords = (
  records: readonly PostRecord[],
  options: CompiledWriterOptions,
): Map<string, Uint8Array> => {
  const writer = new CompiledWriter(lengthsOf(records), options);
  for (const postings of postingsOf(records)) writer.add(postings);
  return new Map(writer.finish().map(({ name, bytes }) => [name, bytes]));
};

export const partsOf = (docs: readonly Doc[], options = smallParts): Map<string, Uint8Array> =>
  writeRecords(
    docs.map((doc) => recordOf(doc)),
    options,
  );

/** A word of one form: a term, just as it is unless told otherwise. */
export const termWord = (
  term: string,
  form: Partial<TermForm> = {},
  word: Partial<Omit<QueryWord, 'forms'>> = {},
): QueryWord => ({
  text: term,
  weight: 1,
  ...word,
  forms: [{ kind: 'term', term, weight: 1, prefix: 'never', maxEdits: 0, relatives: false, ...form }],
});

/** Words of the same first three letters are relatives. */
export const stem = (term: string): string => term.slice(0, 3);

/** The question for any of the words. */
export const anyOf = (words: readonly QueryWord[]): AnalyzedQuery => ({
  words,
  filters: [],
  stem,
  tree: { kind: 'any', of: words.map((_, word) => ({ kind: 'word', word })) },
});

/** What can be compared of an answer. */
export const dataOf = ({ ordinals, scores, terms }: Matches) => ({ ordinals, scores, terms });

/** Gives parts from memory and remembers which were asked for. */
export const createSource = (
  parts: ReadonlyMap<string, Uint8Array>,
): { readonly source: PartSource; readonly asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    source: async (name) => {
      asked.push(name);
      const bytes = parts.get(name);
      if (bytes === undefined) throw new Error(`no part ${name}`);
      return bytes;
    },
  };
};
