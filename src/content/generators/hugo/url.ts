/**
 * The URLs of Hugo's pages: what front matter says, `permalinks` of the configuration, or the path. `page_paths.go` and
 * `permalinks.go` in its source.
 * @module
 */
import { posix } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { findEntry, toText } from '../../front-matter/front-matter.js';
import { toLocale } from '../../language/language-tag.js';
import type { Site } from '../../site/site.js';
import type { DatedSource, PostUrl, UrlProblem } from '../conventions.js';
import { joinPath } from '../source-path.js';
import { isTarget } from './cascade.js';
import { type HugoConfig, isTrue } from './config.js';
import type { Placed } from './content.js';
import {
  expandPattern,
  findPermalinkPattern,
  findTargetedPattern,
  type HugoPage,
  sanitizePath,
  withoutAccents,
} from './permalink.js';

/** Since 0.123 each space of a name is a hyphen, whatever stands beside it. */
const toPathName = (name: string): string => name.replaceAll(' ', '-');

/** What a site knows of its files. */
export interface HugoFiles {
  place(path: string): Placed;
  languageOf(placed: Placed): string;
  toPage(source: DatedSource): HugoPage;
}

export const createHugoUrls = (
  site: Pick<Site, 'configFile'>,
  config: HugoConfig,
  { place, languageOf, toPage }: HugoFiles,
): ((source: DatedSource) => PostUrl | UrlProblem) => {
  const { settings, settingsOf, defaultLanguage } = config;

  const languagePrefix = (language: string | undefined): string => {
    const code = language?.toLowerCase() ?? defaultLanguage.toLowerCase();
    if (config.isMultihost || !config.languages.includes(code)) return '';
    const isDefault = code === defaultLanguage.toLowerCase();
    return isDefault && !isTrue(settings.defaultcontentlanguageinsubdir) ? '' : code;
  };

  const finish = (path: string, language: string | undefined): string => {
    const own = settingsOf(language);
    const sanitized = sanitizePath(isTrue(own.removepathaccents) ? withoutAccents(path) : path);
    return isTrue(own.disablepathtolower) ? sanitized : sanitized.toLowerCase();
  };

  /** What front matter says is taken as it is. Without a slash at the start it is within the language. */
  const ownUrl = (
    written: string,
    source: DatedSource,
    prefix: string,
    language: string | undefined,
  ): PostUrl => {
    const { path: filled, unknown } = expandPattern(written, toPage(source), (path) =>
      finish(path, language),
    );
    // A colon may be one: before 0.131 none of them meant anything.
    const text = unknown.length > 0 ? written : filled;
    const whole = joinPath(
      text.startsWith('/') ? '' : prefix,
      text.includes('..') ? posix.normalize(`/${text}`) : text,
    );
    return { path: /\.|\/$/.test(whole) ? whole : `${whole}/`, rule: 'url in front matter' };
  };

  return (source) => {
    const placed = place(source.path);
    // Hugo goes by the file; without a configuration a post's own word is what there is.
    const isTold = site.configFile === undefined && toLocale(source.language ?? '') !== undefined;
    const language = placed.language ?? (isTold ? source.language : undefined);
    const prefix = languagePrefix(language);
    const own = settingsOf(language);
    const host = config.isMultihost ? (toText(own.baseurl)?.replace(/\/$/, '') ?? '') : '';
    const written = toText(findEntry(source.frontMatter, 'url')?.value);
    if (written !== undefined) {
      const found = ownUrl(written, source, prefix, language);
      return { ...found, path: `${host}${found.path}` };
    }
    const page = toPage(source);
    const section = page.folders[0] ?? '';
    const pattern = Array.isArray(own.permalinks)
      ? findTargetedPattern(own.permalinks, (target) => isTarget(target, placed, languageOf(placed)))
      : findPermalinkPattern(own, section);
    const filled =
      pattern === undefined ? undefined : expandPattern(pattern, page, (path) => finish(path, language));
    if (filled !== undefined && filled.unknown.length > 0)
      return {
        problem: `has nothing to put for ${filled.unknown.join(', ')} of the permalinks of ${site.configFile ?? 'the site'}`,
        hint: 'Give the sections a title or a slug, or the post an url in its front matter.',
      };
    const path = finish(
      joinPath(
        prefix,
        filled?.path ?? [...page.folders.map(toPathName), page.slug ?? toPathName(page.baseName)].join('/'),
      ),
      language,
    ).replace(/\/$/, '');
    const isUgly = isObject(own.uglyurls)
      ? isTrue(own.uglyurls[section.toLowerCase()])
      : isTrue(own.uglyurls);
    return {
      path: `${host}${path}${isUgly ? '.html' : '/'}`,
      rule:
        pattern !== undefined
          ? `permalinks of ${site.configFile ?? 'the site'}`
          : page.slug === undefined
            ? 'path below content/'
            : 'path and slug',
    };
  };
};
