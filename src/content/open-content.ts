/**
 * Opens a folder of posts: finds the files and the site around them, and reads them by its rules.
 * @module
 */
import { join } from 'node:path';
import { compareText } from '../domain/compare-text.js';
import { LookbackError } from '../domain/errors.js';
import type { Notice } from '../domain/skip.js';
import type { Content, ContentOptions, PostOutcome, SourceFacts } from './content.js';
import { isTimeZone } from './dates/time-zone.js';
import { discover } from './discover.js';
import type { Generator } from './generators/generator.js';
import { generators } from './generators/index.js';
import { unknownPlaceholders, urlPlaceholders } from './generators/url-template.js';
import { createLanguageGuess } from './language/usual-language.js';
import { createPostParser, shownFile } from './post/parse-post.js';
import { readPostFile, readPostText } from './read-post-file.js';
import { locateSite, openFolder, withoutOutput } from './site/locate-site.js';
import { readSite } from './site/read-site.js';
import type { Site } from './site/site.js';

const checkOptions = ({ urlTemplate, timeZone }: ContentOptions): void => {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new LookbackError('config-invalid', `timeZone ${timeZone} is not known`, { parameter: 'timeZone' });
  const unknown = urlTemplate === undefined ? [] : unknownPlaceholders(urlTemplate);
  if (unknown.length > 0)
    throw new LookbackError('config-invalid', `urlTemplate has ${unknown.join(', ')}, which means nothing`, {
      parameter: 'urlTemplate',
      hint: `A URL template may hold ${urlPlaceholders.map((name) => `:${name}`).join(', ')}.`,
    });
};

const checkTemplate = (generator: Site['generator'], { urlTemplate }: ContentOptions): void => {
  const needed = generators[generator].needsUrlTemplate;
  if (needed !== undefined && urlTemplate === undefined)
    throw new LookbackError('config-invalid', needed.problem, {
      parameter: 'urlTemplate',
      hint: needed.hint,
    });
};

const factsOf = ({ plainFacts, publishesDraftFlag = false }: Generator): SourceFacts => ({
  metaLines: false,
  publishesDraftFlag,
  ...plainFacts,
});

/** Reads one of the files, or says why it cannot be. */
const createReader = (
  root: string,
  site: Site,
  unreadable: ReadonlyMap<string, string>,
  { detectLanguage }: ContentOptions,
) => {
  const parsePost = createPostParser(site, detectLanguage);
  return async (file: string): Promise<PostOutcome> => {
    const problem = unreadable.get(file);
    const unread =
      problem === undefined
        ? await readPostFile(root, file, site.maxPostBytes)
        : {
            reason: 'unreadable' as const,
            message: problem,
            hint: 'Make the folder readable, or leave it out of the posts.',
            bytes: 0,
          };
    if (unread instanceof Uint8Array) return parsePost(unread, file);
    const { bytes, ...why } = unread;
    return { kind: 'skip', skip: { file: shownFile(site, file), ...why }, bytes };
  };
};

/** Links that are named; the others are counted. */
const maxNamed = 3;

/**
 * What an author should know of the site as a whole.
 * @param framework what makes the site, where it is no generator whose conventions are known
 */
const toSiteNotices = (site: Site, leftAlone: readonly string[], framework: string | undefined): Notice[] => {
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

/**
 * Finds the posts of a folder and the rules they follow.
 * @throws LookbackError `posts-folder-missing`; `config-unreadable` where the site's own configuration is malformed;
 *   `config-invalid` for an unknown time zone or placeholder, or where a URL template is needed.
 */
export async function openContent(options: ContentOptions): Promise<Content> {
  checkOptions(options);
  const root = await openFolder(options.folder);
  const discovered = await discover(root, (folder) => /(?:^|\/)_site$/.test(folder));
  const located = await locateSite(root, discovered.files, options);
  checkTemplate(located.generator, options);
  const sources = [...discovered.files, ...discovered.unreadable.keys()].sort(compareText);
  const files = withoutOutput(sources, located);
  const posts = files.filter((file) => !discovered.unreadable.has(file));
  const site = await readSite(located, posts, options);
  const read = createReader(root, site, discovered.unreadable, options);
  const guessLanguage = options.detectLanguage ? createLanguageGuess(posts, read) : undefined;
  return {
    generator: site.generator,
    facts: factsOf(generators[site.generator]),
    notices: toSiteNotices(site, discovered.leftAlone, located.repository?.framework),
    files,
    maxPostSeconds: site.maxPostSeconds,
    read: async (file) => {
      const outcome = await read(file);
      return guessLanguage ? guessLanguage(outcome) : outcome;
    },
    place: (file) => ({ file: shownFile(site, file) }),
    source: (file) => readPostText(join(root, file), site.maxPostBytes),
  };
}
