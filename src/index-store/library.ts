/**
 * The library of an index folder, which has the manifest in it.
 * @module
 */
import { libraryStart } from './layout.js';

/** A text as JavaScript writes it. Lines end with a line feed alone, as in JSON. */
const toLiteral = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/**
 * @param script the library as this package has it
 * @returns the script with the manifest before it, where `browser/own-index.ts` looks for it
 */
export const toLibrary = (script: Uint8Array, manifest: Uint8Array): Uint8Array => {
  const text = new TextDecoder().decode(manifest);
  const before = new TextEncoder().encode(`${libraryStart}${toLiteral(text)};\n`);
  const library = new Uint8Array(before.length + script.length);
  library.set(before);
  library.set(script, before.length);
  return library;
};
