/**
 * What an author should know of a site as a whole.
 * @module
 */
import type { Notice } from '../domain/skip.js';
import { generators } from './generators/index.js';
import type { Site } from './site/site.js';

/** Links that are named; the others are counted. */
const maxNamed = 3;

/** @param framework what makes the site, where it is no generator whose conventions are known */
export const toSiteNotices = (
  site: Site,
  leftAlone: readonly string[],
  framework: string | undefined,
): Notice[] => {
  const notices: Notice[] = [];
  const notify = (message: string, hint: string): void =>
    void notices.push({ file: site.folder, message, hint });
  if (generators[site.generator].guessesUrls === true && site.urlTemplate === undefined)
    notify(
      `${framework === undefined ? 'no generator is recognized' : `is made by ${framework}, whose routes are programs`}: URLs are guessed from the paths of the files`,
      'Name the route of the posts, `--url-template "/blog/:slug/"`, or their generator, `--generator`; `lookback check-urls` compares URLs with those of the site.',
    );
  if (leftAlone.length > 0) {
    const named = leftAlone.slice(0, maxNamed);
    const more = leftAlone.length - named.length;
    notify(
      `links that lead out of the folder, or nowhere, are not followed: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      'Put the posts themselves into the folder.',
    );
  }
  return notices;
};
