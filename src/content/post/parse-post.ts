/**
 * The bytes of one source file -> a post, or why it is none. Pure: the same bytes, path and site give the same outcome.
 * @module
 */

import type { PostNotice, PostOutcome } from '../content.js';
import { findPathDate } from '../dates/path-date.js';
import { type FrontMatter, findEntry, findText, withDefaults } from '../front-matter/front-matter.js';
import type { DatedSource, PostUrl } from '../generators/conventions.js';
import { generators } from '../generators/index.js';
import { toListTaxonomy } from '../generators/taxonomy.js';
import { joinUrl } from '../generators/url-path.js';
import { fillUrlTemplate } from '../generators/url-template.js';
import { toLanguageTag } from '../language/language-tag.js';
import { toLocalPath } from '../site/locales.js';
import { toSitePath } from '../site/placement.js';
import type { Site } from '../site/site.js';
import { type ExtractOptions, extractText } from '../text/extract-text.js';
import { statusNotices } from '../visibility/by-word.js';
import { hideByHead } from '../visibility/head-robots.js';
import type { VisibilityRules } from '../visibility/hidden.js';
import { assemblePost, type Readings, refuseHidden, type ToldLanguage } from './assemble-post.js';
import { findAuthors, findDate, findLanguage, withNested } from './post-metadata.js';
import { checkFolders, checkPlace, decodeFile, parseMatter } from './read-source.js';
import { Skipped, toOutcome } from './skipped.js';
import { findFirstHeading, findTitle, toTitle } from './title.js';

export type PostParser = (bytes: Uint8Array, file: string) => PostOutcome;

/** How a file is named to the user. */
export const shownFile = (site: Site, file: string): string =>
  site.folder === '.' || site.folder === ''
    ? file
    : `${site.folder.replace(/(?<!\/)\/+$/, '')}/${file.replace(/^\.\/$/, '')}`;

/** All readings at once, where there are several: no date is passed over for a publish date that another reading lacks. */
const strictest = (readings: readonly FrontMatter[]): readonly FrontMatter[] => {
  if (readings.length === 1) return [];
  const hasPublishDate = readings.every((reading) => findEntry(reading, 'publishdate') !== undefined);
  return [readings.flat().filter(({ key }) => key !== 'publishdate' || hasPublishDate)];
};

export function createPostParser(site: Site): PostParser {
  const conventions = generators[site.generator].createConventions(site);
  const rules: VisibilityRules = {
    now: site.now,
    timeZone: site.timeZone ?? conventions.timeZone,
    offsets: conventions.offsets ?? 'converted',
    utcTimestamps: conventions.utcTimestamps === true,
    ...conventions.spelling,
    draftHides: site.draftHides,
    show: site.show,
    noindex: site.noindex,
  };
  const hasLocales = site.locales.folders.length + site.locales.suffixes.length > 0;

  const formatOf = (path: string): ExtractOptions['format'] => {
    if (/\.html?$/i.test(path)) return 'html';
    if (/\.mdx$/i.test(path)) return 'mdx';
    return (conventions.mdxInMarkdown ?? site.mdxInMarkdown) ? 'mdx' : 'markdown';
  };

  const languageOf = (frontMatter: FrontMatter, path: string): ToldLanguage => {
    const own = findLanguage(frontMatter);
    if (own !== undefined) return { language: own, rule: 'front matter' };
    const local =
      toLanguageTag(conventions.pathLanguage?.(path) ?? '') ?? toLocalPath(path, site.locales).language;
    if (local !== undefined) return { language: local, rule: 'path' };
    const general = toLanguageTag(site.language ?? conventions.language ?? '');
    return { language: general, rule: general === undefined ? 'text' : 'site' };
  };

  const urlOf = (source: DatedSource, file: string): PostUrl => {
    const found =
      conventions.route?.(source) ??
      (site.urlTemplate === undefined
        ? conventions.url(source)
        : fillUrlTemplate(site.urlTemplate, file, source, conventions.templateSlug?.(source)));
    if ('problem' in found) throw new Skipped('invalid-post', found.problem, { hint: found.hint });
    const [, origin, path = ''] = /^(https?:\/\/[^/]+)?(.*)$/s.exec(found.path) ?? [];
    const base = origin ?? site.baseUrl ?? found.base ?? conventions.base ?? '';
    return { ...found, path: joinUrl(base, path) };
  };

  /** Front matter with all that the site says for the post. */
  const complete = (own: FrontMatter, path: string): FrontMatter => {
    const { frontMatter: joined, refusal } = conventions.cascade?.(path, own) ?? {
      frontMatter: withDefaults(own, conventions.defaults?.(path) ?? {}),
    };
    if (refusal !== undefined) throw new Skipped(refusal.reason, refusal.message, { hint: refusal.hint });
    return withNested(joined);
  };

  const parse = (bytes: Uint8Array, file: string): PostOutcome => {
    const path = toSitePath(site, file);
    checkPlace(conventions, file, path);
    const notices: PostNotice[] = [];
    const notify = (notice: PostNotice): void => void notices.push(notice);
    const text = decodeFile(site, bytes, notify);
    const source = parseMatter(conventions, text, path);
    checkFolders(site, path);
    const format = formatOf(path);
    const own = source.frontMatter ?? [];
    const counted = own.filter(({ name, key }) => name === key || !conventions.exactKeys?.has(key));
    const frontMatter = complete(counted, path);
    const others = counted.length === own.length ? source.otherReadings : [own, ...source.otherReadings];
    const readings: Readings = [frontMatter, ...others.map((other) => complete(other, path))];
    const pathDate =
      conventions.pathDate?.(path) ??
      findPathDate(findText(frontMatter, 'path', 'permalink', 'url', 'slug') ?? '');
    refuseHidden(path, [...readings, ...strictest(readings)], pathDate, rules);
    if (site.noindex === 'skip') {
      const byHead = hideByHead(source.body, source.bodyLine, format === 'html');
      if (byHead) throw new Skipped(byHead.reason, byHead.message, byHead);
    }
    const ownTitle = findTitle(frontMatter);
    const isDatedByPath = pathDate !== undefined && conventions.isDatedByPath?.({ path, frontMatter });
    const date = findDate(isDatedByPath ? [] : frontMatter, pathDate, rules);
    if (conventions.needsTitleAndDate?.(path) && (ownTitle === undefined || date === undefined))
      throw new Skipped(
        'not-a-post',
        'lies among files of a program, without a title and a date of its own',
        {
          hint: 'Give it both in front matter if it is a post, or name the folder of the posts.',
        },
      );
    source.notices.forEach(notify);
    statusNotices(frontMatter, rules).forEach(notify);

    const excerptSeparator = findText(frontMatter, 'excerptseparator') ?? conventions.excerptSeparator;
    const { excerpt, ...words } = extractText(source.body, {
      ...conventions.markup,
      format,
      ...(excerptSeparator !== undefined && { excerptSeparator }),
    });
    for (const { line, message, hint } of words.notices)
      notify({ message, hint, ...(line !== undefined && { line: line + source.bodyLine - 1 }) });
    if (words.text.trim() === '' && ownTitle === undefined)
      throw new Skipped('empty', 'has neither a title nor words', {
        hint: 'Write the post, or delete the file.',
      });
    const title = ownTitle ?? toTitle(words.headings, path);
    const told = languageOf(frontMatter, path);
    const taxonomy = conventions.taxonomy?.({ path, frontMatter }) ?? toListTaxonomy(frontMatter);
    const url = urlOf(
      {
        path,
        frontMatter,
        date,
        title,
        firstHeading: findFirstHeading(source.body),
        language: told.language,
        categories: taxonomy.categories,
      },
      file,
    );
    if (url.notice !== undefined) notify(url.notice);
    const parts = {
      id: file,
      url: url.path,
      title,
      readings,
      date,
      taxonomy,
      authors: findAuthors(frontMatter, conventions.authors?.(path)),
      told,
      translationKey:
        conventions.translationKey?.(path) ?? (hasLocales ? toLocalPath(path, site.locales).key : undefined),
      words,
      excerpt,
    };
    const post = assemblePost(parts, rules, notify);
    return {
      kind: 'post',
      post,
      notices: notices.map((notice) => ({ file: shownFile(site, file), ...notice })),
      bytes: bytes.length,
      rule: url.rule,
      languageRule: told.rule,
    };
  };

  return (bytes, file) =>
    toOutcome({ file: shownFile(site, file) }, bytes.length, site.maxPostSeconds, () => parse(bytes, file));
}
