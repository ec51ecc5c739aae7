/**
 * The index beside which this script lies, where `lookback build --page` wrote it there.
 * @module
 */

/** The text of the manifest: the build puts this constant before the script. */
declare const lookbackManifest: string | undefined;

/** The folder of the script. */
export const ownFolder = new URL('.', import.meta.url);

/** The manifest as it was when the script was written, so that no first question waits for it; in any other copy there is none. */
export const ownManifest =
  typeof lookbackManifest === 'undefined' ? undefined : new TextEncoder().encode(lookbackManifest);
