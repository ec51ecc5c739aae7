import fc from 'fast-check';
import MiniSearch, { type Options } from 'minisearch';
import {
  type CompileOptions,
  compile,
  type PartSource,
  type PassageIndex,
} from '../../../src/engines/compiled/index.js';
import type { Matches } from '../../../src/engines/matcher.js';

/** A document of a generated corpus. */
export interface Doc {
  readonly id: string;
  readonly title?: string;
  readonly body: string;
  readonly tags: string;
}

/** Few letters, so that words begin, misspell and repeat one another; `é`, a kana and an emoji for units above ASCII. */
const letter = fc.constantFrom(...'aaabbcde', 'é', 'の', '😀', '#');
export const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''));
const text = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '));

export const corpus: fc.Arbitrary<readonly Doc[]> = fc
  .array(fc.record({ title: text(4), body: text(30), tags: text(2) }, { requiredKeys: ['body', 'tags'] }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((docs) => docs.map((doc, at) => ({ ...doc, id: `post-${at}` })));

export const options: Options<Doc> = {
  fields: ['title', 'body', 'tags'],
  tokenize: (words) => words.split(' ').filter((token) => token !== ''),
  processTerm: (term) => term,
};

/** MiniSearch as it is after loading what is in the index folder: terms in order. */
export const buildMiniSearch = (docs: readonly Doc[]): MiniSearch<Doc> => {
  const index = new MiniSearch(options);
  index.addAll(docs);
  const serialized = index.toJSON();
  serialized.index.sort(([a], [b]) => (a < b ? -1 : 1));
  return MiniSearch.loadJS(serialized, options);
};

/** Small parts, so that small corpora have many. */
export const smallParts: CompileOptions = { dictionaryPartBytes: 40, postingsPartBytes: 30 };

/** The body in passages of so many words. */
const wordsPerPassage = 6;

export const cutBody = ({ body }: Doc): readonly (readonly string[])[] => {
  const words = body.split(' ');
  return Array.from({ length: Math.ceil(words.length / wordsPerPassage) }, (_, at) =>
    words.slice(at * wordsPerPassage, (at + 1) * wordsPerPassage),
  );
};

const passagesOf = (docs: readonly Doc[]): PassageIndex => {
  const documents = docs.map(cutBody);
  const holding = new Map<string, number[]>();
  for (const [number, words] of documents.flat().entries()) {
    for (const term of new Set(words)) holding.set(term, [...(holding.get(term) ?? []), number]);
  }
  return { counts: documents.map(({ length }) => length), holding };
};

export const partsOf = (docs: readonly Doc[], compileOptions = smallParts): Map<string, Uint8Array> => {
  const parts = compile(buildMiniSearch(docs).toJSON(), { passages: passagesOf(docs), ...compileOptions });
  return new Map(parts.map(({ name, bytes }) => [name, bytes]));
};

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
