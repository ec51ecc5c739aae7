/**
 * What the files of an index say, read from their finished bytes.
 * @module
 */
import { foldLetters } from '../../analysis/fold-letters.js';
import { listTerms } from '../../engines/compiled/index.js';
import { libraryPath, manifestPath, partPath } from '../../index-store/layout.js';
import { toManifestLine } from '../../index-store/library.js';
import { parseManifest } from '../../index-store/manifest.js';
import type { ContentFile } from '../../index-store/write-index.js';
import { findJsonStrings } from './json-strings.js';

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

const wordsIn = (binary: string): readonly string[] =>
  (binary.match(wordsInBinary) ?? []).map((run) => foldLetters(run.toLowerCase()));

/** Roots that travel with a manifest, by language; what is no such manifest has none. */
const findRoots = (manifest: string): ReadonlyMap<string, string> => {
  try {
    const { shards } = parseManifest(new TextEncoder().encode(manifest));
    return new Map(
      shards.flatMap(({ language, root }) => ('base64' in root ? [[language, root.base64]] : [])),
    );
  } catch {
    return new Map();
  }
};

const readFile = (path: string, bytes: Uint8Array): WrittenWords => {
  const text = new TextDecoder().decode(bytes);
  if (path === manifestPath) {
    // Roots are read as those in files are.
    const roots = new Set(Array.from(findRoots(text).values(), (root) => JSON.stringify(root)));
    const strings = findJsonStrings(text).split('\n');
    const words = strings.filter((string) => !roots.has(string)).join('\n');
    return { path, text: words.replace(instantOrHash, ' ') };
  }
  if (path.endsWith('.json')) return { path, text: findJsonStrings(text.replace(seal, '')) };
  if (!control.test(text) && !text.includes('\uFFFD')) return { path, text };
  return { path, terms: wordsIn(text) };
};

/** Names of files carry hashes, which are no words where files name one another. */
const createHashFilter = (files: readonly ContentFile[]): ((text: string) => string) => {
  const hashes = new Set(files.flatMap(({ path }) => path.match(/[0-9a-f]{8,}/g) ?? []));
  return (text) => text.replace(/[0-9a-f]{8,64}/g, (run) => (hashes.has(run) ? ' ' : run));
};

interface WrittenRoot extends ContentFile {
  readonly language: string;
}

const listRoots = (files: readonly ContentFile[]): readonly WrittenRoot[] =>
  files.flatMap(({ path, bytes }): readonly WrittenRoot[] => {
    const language = rootPath.exec(path)?.[1];
    if (language !== undefined) return [{ path, language, bytes }];
    if (path !== manifestPath) return [];
    const roots = findRoots(new TextDecoder().decode(bytes));
    return Array.from(roots, ([ofShard, base64]) => ({
      path,
      language: ofShard,
      bytes: Buffer.from(base64, 'base64'),
    }));
  });

/** @throws LookbackError `index-corrupt` for a dictionary that no reader could read */
export function* readWrittenWords(files: readonly ContentFile[]): Generator<WrittenWords> {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const withoutHashes = createHashFilter(files);
  const manifest = byPath.get(manifestPath);
  // The library says the manifest once more, letter by letter.
  const withoutManifest = (path: string, bytes: Uint8Array): Uint8Array => {
    if (path !== libraryPath || manifest === undefined) return bytes;
    const line = Buffer.from(toManifestLine(manifest));
    return line.equals(bytes.subarray(0, line.length)) ? bytes.subarray(line.length) : bytes;
  };
  const read = new Set<string>();
  for (const { path, language, bytes } of listRoots(files)) {
    const { words, numbers } = listTerms(bytes, (name) => byPath.get(partPath(language, name)));
    yield { path, terms: words };
    if (path !== manifestPath) read.add(path);
    for (const [part, rest] of numbers) {
      const partFile = partPath(language, part);
      yield { path: partFile, terms: wordsIn(new TextDecoder().decode(rest)) };
      read.add(partFile);
    }
  }
  for (const { path, bytes } of files) {
    yield { path, text: withoutHashes(path) };
    if (read.has(path)) continue;
    const written = readFile(path, withoutManifest(path, bytes));
    yield 'text' in written ? { path, text: withoutHashes(written.text) } : written;
  }
}
