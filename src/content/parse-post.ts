/**
 * The bytes of one source file -> a post, or why it is none. Pure: the same bytes, path and site give the same outcome.
 * @module
 */
import type { PostDate } from '../domain/post.js';
import type { Notice } from '../domain/skip.js';
import type { ContentOptions, LanguageRule, PostOutcome } from './content.js';
import type { SiteDate } from './dates/parse-date.js';
import { findPathDate } from './dates/path-date.js';
import { type FrontMatter, findEntry, findText, withDefaults } from './front-matter/front-matter.js';
import type { DatedSource, PostUrl } from './generators/conventions.js';
import { generators } from './generators/index.js';
import { joinUrl } from './generators/url-path.js';
import { fillUrlTemplate } from './generators/url-template.js';
import {
  findAuthors,
  findDate,
  findExcerpt,
  findImage,
  findSeries,
  findTitle,
  findTranslationKey,
  findUpdated,
  withNested,
} from './post-metadata.js';
import { checkFolders, checkPlace, decodeFile, parseMatter } from './read-source.js';
import { boundNames, checkAddress, cutTitle } from './repeated-values.js';
import { toLanguageTag } from './site/language-tag.js';
import { toLocalPath } from './site/locales.js';
import { toSitePath } from './site/placement.js';
import type { Site } from './site/site.js';
import { Skipped, toSkipped } from './skipped.js';
import { type ExtractOptions, extractText } from './text/extract-text.js';
import { findFirstHeading, toTitle } from './title.js';
import { findExpiry } from './visibility/by-date.js';
import { statusNotices } from './visibility/by-word.js';
import { findHideSignal } from './visibility/find-hide-signal.js';
import { hideByHead } from './visibility/head-robots.js';
import type { VisibilityRules } from './visibility/hidden.js';
import { withinTime } from './within-time.js';

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

const toPostDate = ({ day, timestamp }: SiteDate): PostDate => ({ day, timestamp });

const formatOf = (site: Site, path: string): ExtractOptions['format'] => {
  if (/\.html?$/i.test(path)) return 'html';
  if (/\.mdx$/i.test(path)) return 'mdx';
  // Docusaurus reads all its Markdown as MDX.
  return site.mdxInMarkdown || site.generator === 'docusaurus' ? 'mdx' : 'markdown';
};

/** @param detectLanguage asked where neither post, path nor site names a language. */
export function createPostParser(site: Site, detectLanguage?: ContentOptions['detectLanguage']): PostParser {
  const conventions = generators[site.generator].createConventions(site);
  const timeZone = site.timeZone ?? conventions.timeZone;
  const rules: Omit<VisibilityRules, 'draftHides'> = {
    now: site.now,
    timeZone,
    offsets: conventions.offsets ?? 'converted',
    utcTimestamps: conventions.utcTimestamps === true,
    ...conventions.spelling,
    show: site.show,
    noindex: site.noindex,
  };
  const hasLocales = site.locales.folders.length + site.locales.suffixes.length > 0;

  const languageOf = (
    frontMatter: FrontMatter,
    path: string,
  ): { readonly language?: string | undefined; readonly rule: LanguageRule } => {
    const own = ['lang', 'language', 'locale']
      .map((key) => findText(frontMatter, key))
      .find((tag) => tag !== undefined);
    const declared = toLanguageTag(own ?? '');
    if (declared !== undefined) return { language: declared, rule: 'front matter' };
    const local =
      toLanguageTag(conventions.pathLanguage(path) ?? '') ?? toLocalPath(path, site.locales).language;
    if (local !== undefined) return { language: local, rule: 'path' };
    const general = toLanguageTag(site.language ?? conventions.language ?? '');
    return { language: general, rule: general === undefined ? 'text' : 'site' };
  };

  const urlOf = (
    source: DatedSource,
    file: string,
  ): { readonly url: string; readonly rule: string; readonly notice?: PostUrl['notice'] } => {
    const found =
      conventions.route?.(source) ??
      (site.urlTemplate === undefined
        ? conventions.url(source)
        : fillUrlTemplate(site.urlTemplate, file, source, conventions.templateSlug?.(source)));
    if ('problem' in found) throw new Skipped('invalid-post', found.problem, { hint: found.hint });
    const [, origin, path] = /^(https?:\/\/[^/]+)?(.*)$/s.exec(found.path) ?? [];
    const before = origin ?? site.baseUrl ?? found.base ?? conventions.base;
    return {
      url: joinUrl(before, path ?? ''),
      rule: found.rule,
      ...(found.notice && { notice: found.notice }),
    };
  };

  const parse = (bytes: Uint8Array, file: string): PostOutcome => {
    const path = toSitePath(site, file);
    checkPlace(conventions, file, path);
    const notices: Notice[] = [];
    const notify = (notice: Omit<Notice, 'file'>): void =>
      void notices.push({ file: shownFile(site, file), ...notice });
    const text = decodeFile(site, bytes, notify);
    const source = parseMatter(conventions, text, path);
    checkFolders(site, path);
    const complete = (own: FrontMatter): FrontMatter => {
      const { frontMatter: joined, refusal } = conventions.cascade?.(path, own) ?? {
        frontMatter: withDefaults(own, conventions.defaults(path)),
      };
      if (refusal !== undefined) throw new Skipped(refusal.reason, refusal.message, { hint: refusal.hint });
      return withNested(joined);
    };
    const own = source.frontMatter ?? [];
    const counted = own.filter(({ name, key }) => name === key || !conventions.exactKeys?.has(key));
    const frontMatter = complete(counted);
    const others = counted.length === own.length ? source.otherReadings : [own, ...source.otherReadings];
    const readings = [frontMatter, ...others.map(complete)];
    const draftHides = !(site.jekyllDrafts === 'follow' && site.generator === 'jekyll');
    const pathDate =
      conventions.pathDate(path) ??
      findPathDate(findText(frontMatter, 'path', 'permalink', 'url', 'slug') ?? '');
    for (const reading of [...readings, ...strictest(readings)]) {
      const hidden = findHideSignal(path, reading, pathDate, { ...rules, draftHides });
      if (hidden) throw new Skipped(hidden.reason, hidden.message, hidden);
    }
    if (site.noindex === 'skip') {
      const byHead = hideByHead(source.body, source.bodyLine, formatOf(site, path) === 'html');
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

    const words = extractText(source.body, {
      format: formatOf(site, path),
      templating: conventions.templating,
      anchors: conventions.anchors,
      ...(conventions.dialect !== undefined && { dialect: conventions.dialect }),
      ...(findText(frontMatter, 'excerptseparator') !== undefined
        ? { excerptSeparator: String(findText(frontMatter, 'excerptseparator')) }
        : conventions.excerptSeparator !== undefined && { excerptSeparator: conventions.excerptSeparator }),
    });
    for (const { line, message, hint } of words.notices)
      notify({ message, hint, ...(line !== undefined && { line: line + source.bodyLine - 1 }) });
    if (words.text.trim() === '' && ownTitle === undefined)
      throw new Skipped('empty', 'has neither a title nor words', {
        hint: 'Write the post, or delete the file.',
      });
    const heading = words.headings.find(({ level }) => level === 1) ?? words.headings[0];
    const title =
      ownTitle ??
      (cutTitle(heading?.text ?? '')
        .replace(/\s+/g, ' ')
        .trim() ||
        toTitle(path));
    const { language: declared, rule: languageRule } = languageOf(frontMatter, path);
    const { tags, categories } = conventions.taxonomy({ path, frontMatter });
    const { url, rule, notice } = urlOf(
      {
        path,
        frontMatter,
        date,
        title,
        firstHeading: findFirstHeading(source.body),
        language: declared,
        categories,
      },
      file,
    );
    checkAddress('URL', url);
    if (notice !== undefined) notify(notice);
    const updated = findUpdated(frontMatter, rules);
    const expires = findExpiry(readings.flat(), rules);
    const authors = findAuthors(frontMatter, conventions.authors?.(path));
    const series = findSeries(frontMatter);
    const image = findImage(frontMatter);
    const excerpt = findExcerpt(frontMatter) ?? words.excerpt;
    const translationKey =
      findTranslationKey(frontMatter) ?? (hasLocales ? toLocalPath(path, site.locales).key : undefined);
    const language = declared ?? toLanguageTag(detectLanguage?.(words.text) ?? '') ?? 'und';
    return {
      kind: 'post',
      post: {
        id: file,
        url,
        title,
        language,
        ...(date && { date: toPostDate(date) }),
        ...(updated && { updated: toPostDate(updated) }),
        ...(expires !== undefined && { expires }),
        ...boundNames({ tags, categories, authors }, notify),
        ...(series !== undefined && { series }),
        ...(image !== undefined && { image }),
        ...(excerpt !== undefined && { excerpt }),
        ...(translationKey !== undefined && { translationKey }),
        text: words.text,
        headings: words.headings,
        code: words.code,
      },
      notices,
      bytes: bytes.length,
      rule,
      languageRule,
    };
  };

  return (bytes, file) => {
    try {
      return withinTime(site.maxPostSeconds, () => parse(bytes, file));
    } catch (error) {
      const { reason, message, hint, line, due } = toSkipped(error);
      return {
        kind: 'skip',
        skip: { file: shownFile(site, file), reason, message, hint, ...(line !== undefined && { line }) },
        bytes: bytes.length,
        ...(due !== undefined && { due }),
      };
    }
  };
}
