/**
 * The library of an index folder, which has in it what every first question waits for: the manifest, and the words of a language.
 * @module
 */
import { libraryStart } from './layout.js';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A text as JavaScript writes it. Lines end with a line feed alone, as in JSON. */
const toLiteral = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** The first line of a library. */
export const toManifestLine = (manifest: Uint8Array): string =>
  `${libraryStart}${toLiteral(decode(manifest))};`;

/** A language, BCP 47, and the script of its module, which imports nothing. */
export interface LibraryLanguage {
  readonly language: string;
  readonly script: Uint8Array;
}

/** A module as an expression: its `export { local as name }`, which our bundler writes last, becomes the properties of an object. */
const toExpression = (module: string): string => {
  const at = module.lastIndexOf('export{');
  const exported = /^export\{([\w$ ,]+)\};?\s*$/.exec(module.slice(at))?.[1];
  if (exported === undefined) throw new Error('The script of a language does not end with its exports.');
  const properties = exported.split(',').map((one) => {
    const [local = '', name = local] = one.trim().split(' as ');
    return `${name}:${local}`;
  });
  return `(()=>{${module.slice(0, at)}return{${properties.join()}}})()`;
};

/**
 * @param script the library as this package has it
 * @param ofLanguage of most posts, if it has words of its own
 * @returns the script with both before it, where `browser/own-index.ts` looks for them
 */
export const toLibrary = (
  script: Uint8Array,
  manifest: Uint8Array,
  ofLanguage?: LibraryLanguage,
): Uint8Array => {
  const lines = [toManifestLine(manifest)];
  if (ofLanguage !== undefined) {
    const { language, script: module } = ofLanguage;
    lines.push(`const lookbackLanguage={language:'${language}',module:${toExpression(decode(module))}};`);
  }
  return new TextEncoder().encode([...lines, decode(script)].join('\n'));
};
