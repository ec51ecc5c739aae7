/**
 * What the files of an index say, read from their finished bytes.
 * @module
 */
import { foldLetters } from '../../analysis/fold-letters.js';
import { listTerms } from '../../engines/compiled/index.js';
import { manifestPath, partPath } from '../../index-store/layout.js';
import type { ContentFile } from '../../index-store/write-index.js';
import { stringsOf } from './strings-of.js';

export type WrittenWords = { readonly path: string } & (
  | { readonly text: string }
  /** Of a dictionary, or of files of numbers. */
  | { readonly terms: readonly string[] }
);

/**
 * In files of numbers letters meet by chance, so many of them a few times in a large one: as a whole such a run is no word, but a part
 * of it may be one.
 */
const wordsInBinary = /[\p{L}\p{N}]{8,}/gu;
const rootPath = /^([^/]+)\/root-[^/]*$/;
const control = /[^\P{Cc}\t\n\r]/u;
const seal = /^[0-9a-f]{8}\n/;
/** What only the manifest has. */
const instantOrHash = /\b\d{4}-\d\d-\d\dT[\d:.]{1,15}Z|\b[0-9a-f]{8,64}\b/g;

/** The strings of a JSON file, so that no number or escape is taken for a word. */
const readJson = (text: string): string | undefined => {
  try {
    return stringsOf(JSON.parse(text.replace(seal, '')));
  } catch {
    return undefined;
  }
};

const readFile = (path: string, bytes: Uint8Array): WrittenWords => {
  const text = new TextDecoder().decode(bytes);
  const json = path.endsWith('.json') ? readJson(text) : undefined;
  if (path === manifestPath) return { path, text: (json ?? text).replace(instantOrHash, ' ') };
  if (json !== undefined) return { path, text: json };
  if (!control.test(text) && !text.includes('\uFFFD')) return { path, text };
  return { path, terms: (text.match(wordsInBinary) ?? []).map((run) => foldLetters(run.toLowerCase())) };
};

/** Names of files carry hashes, which are no words where files name one another. */
const createHashFilter = (files: readonly ContentFile[]): ((text: string) => string) => {
  const hashes = new Set(files.flatMap(({ path }) => path.match(/[0-9a-f]{8,}/g) ?? []));
  return (text) => text.replace(/[0-9a-f]{8,64}/g, (run) => (hashes.has(run) ? ' ' : run));
};

/** @throws LookbackError `index-corrupt` for a dictionary that no reader could read */
export function* readWrittenWords(files: readonly ContentFile[]): Generator<WrittenWords> {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const withoutHashes = createHashFilter(files);
  const read = new Set<string>();
  for (const { path, bytes } of files) {
    const language = rootPath.exec(path)?.[1];
    if (language === undefined) continue;
    const { words, parts } = listTerms(bytes, (name) => byPath.get(partPath(language, name)));
    yield { path, terms: words };
    read.add(path);
    for (const part of parts) read.add(partPath(language, part));
  }
  for (const { path, bytes } of files) {
    yield { path, text: withoutHashes(path) };
    if (read.has(path)) continue;
    const written = readFile(path, bytes);
    yield 'text' in written ? { path, text: withoutHashes(written.text) } : written;
  }
}
