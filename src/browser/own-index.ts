/**
 * The index beside which this script lies, where `lookback build --page` wrote it there.
 * @module
 */
import type { Language } from '../analysis/languages/language.js';

/** The text of the manifest: the build puts this constant, and the next, before the script. */
declare const lookbackManifest: string | undefined;
declare const lookbackLanguage: OwnLanguage | undefined;

/** A language, BCP 47, and its module. */
interface OwnLanguage {
  readonly language: string;
  readonly module: Language;
}

/** The folder of the script. */
export const ownFolder = new URL('.', import.meta.url);

/** The manifest as it was when the script was written, so that no first question waits for it; in any other copy there is none. */
export const ownManifest =
  typeof lookbackManifest === 'undefined' ? undefined : new TextEncoder().encode(lookbackManifest);

/** That of most posts, so that no first question waits for it either. */
export const ownLanguage = typeof lookbackLanguage === 'undefined' ? undefined : lookbackLanguage;
