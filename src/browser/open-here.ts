import { provideLanguage } from '../analysis/languages/load-language.js';
import { type LiveIndex, openLiveIndex } from '../reader/live-index.js';
import { createFetchSource, type Fetch } from './fetch-source.js';
import { ownFolder, ownLanguage, ownManifest } from './own-index.js';

/**
 * Opens an index where this is called: in the page, or in the worker. It reads the manifest, unless the script has it, and once
 * more only where a deploy has taken files away, because every look is a request.
 * @param baseUrl of the index folder, absolute, with a slash at its end
 */
export const openHere = (baseUrl: URL, fetch?: Fetch): Promise<LiveIndex> => {
  if (ownLanguage) provideLanguage(ownLanguage.language, ownLanguage.module);
  return openLiveIndex(createFetchSource(baseUrl, fetch), {
    shards: 'when-asked',
    lookEvery: Infinity,
    ...(ownManifest && baseUrl.href === ownFolder.href && { manifest: ownManifest }),
  });
};
