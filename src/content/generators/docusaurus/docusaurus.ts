/**
 * Docusaurus 3: docs with their versions, blogs and pages, each as often as the configuration has them.
 * @module
 */
import { posix } from 'node:path';
import { findPathDate } from '../../dates/path-date.js';
import { findText, findValue } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import { githubAnchors } from '../../text/heading-anchors.js';
import type { Cascade, Conventions, PostUrl, SourceFile, UrlProblem } from '../conventions.js';
import type { Generator } from '../generator.js';
import { toGlob } from '../glob.js';
import { isBelow, joinPath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import { type ContentKind, type Instance, readDocusaurusConfig } from './config.js';
import { readDocusaurusProgram } from './read-config.js';
import { toBlogSlug, toDatedPath, toDocSlug, toPageSlug } from './slug.js';

/** A file of one of the instances. */
interface PlacedFile {
  readonly instance: Instance;
  /** Of docs. */
  readonly version: string;
  /** Below the folder of the instance, or of the version. */
  readonly path: string;
  /** Folder in `i18n`. */
  readonly localeFolder: string | undefined;
}

const translated = /^([^/]+)\/docusaurus-plugin-content-(blog|docs|pages)(?:-([^/]+))?\/(.+)$/s;
const versioned = /^(?:([^/]+)_)?versioned_docs\/version-([^/]+)\/(.+)$/s;
const translatedVersion = /^(?:version-)?([^/]+)\/(.+)$/s;

const createConventions = (site: Site): Conventions => {
  const config = readDocusaurusConfig(site);
  const byFolder = [...config.instances].sort((a, b) => b.folder.length - a.folder.length);
  const find = (kind: string, id = 'default'): Instance | undefined =>
    config.instances.find((instance) => instance.kind === kind && instance.id === id);

  const placeTranslation = (path: string): PlacedFile | undefined => {
    const [, localeFolder, kind = '', id, inner = ''] = translated.exec(path) ?? [];
    const instance = find(kind, id);
    if (instance === undefined) return undefined;
    if (instance.kind !== 'docs') return { instance, version: 'current', path: inner, localeFolder };
    const [, version, doc] = translatedVersion.exec(inner) ?? [];
    return version === undefined || doc === undefined
      ? undefined
      : { instance, version, path: doc, localeFolder };
  };

  const place = (path: string): PlacedFile | undefined => {
    if (isBelow(path, config.translations))
      return placeTranslation(path.slice(config.translations.length + 1));
    const [, id, version, inner] = versioned.exec(path) ?? [];
    if (version !== undefined && inner !== undefined) {
      const instance = find('docs', id);
      return instance && { instance, version, path: inner, localeFolder: undefined };
    }
    const instance = byFolder.find(({ folder }) => isBelow(path, folder));
    return (
      instance && {
        instance,
        version: 'current',
        path: posix.relative(instance.folder, path),
        localeFolder: undefined,
      }
    );
  };

  const localeOf = (folder: string | undefined): string | undefined => {
    if (folder === undefined) return undefined;
    for (const [locale, own] of config.locales ?? []) if (own.folder === folder) return locale;
    return config.locales === undefined ? folder : undefined;
  };

  const globs = new Map(
    config.instances.map((instance) => [
      instance,
      {
        include: instance.include.map((pattern) => toGlob(pattern)),
        exclude: instance.exclude.map((pattern) => toGlob(pattern)),
      },
    ]),
  );
  const isContent = (instance: Instance, path: string): boolean => {
    const { include = [], exclude = [] } = globs.get(instance) ?? {};
    return include.some((glob) => glob.test(path)) && !exclude.some((glob) => glob.test(path));
  };

  /** A translation takes the place of a page, and where there is none it has no place. */
  const lacksOriginal = ({ instance, version, path, localeFolder }: PlacedFile): boolean => {
    // Only who sees the whole site sees that something is not there.
    if (localeFolder === undefined || site.configFile === undefined || site.prefix !== '') return false;
    const ofInstance = instance.id === 'default' ? '' : `${instance.id}_`;
    const folder = version === 'current' ? instance.folder : `${ofInstance}versioned_docs/version-${version}`;
    return !site.paths.has(posix.join(folder, path));
  };

  const problemOf = ({ instance, localeFolder }: PlacedFile): UrlProblem | undefined => {
    const { unknown, kind } = instance;
    const isAnswered = (name: string): boolean => name === 'baseUrl' && site.baseUrl !== undefined;
    const all = [
      ...config.unknown.filter((name) => !isAnswered(name)),
      ...(localeFolder === undefined ? [] : config.unknownOfTranslations),
      ...unknown,
    ];
    return all.length === 0
      ? undefined
      : {
          problem: `cannot be placed: ${all.join(', ')} of ${site.configFile ?? 'the site'} is what only the program knows`,
          hint: `Write the value out there, or name the URLs of the ${kind} with \`--url-template\`.`,
        };
  };

  /** Nobody but the program can tell whether it leaves the file out, whatever its URL would be. */
  const refusalFor = (path: string): Cascade['refusal'] => {
    const unknown = place(path)?.instance.unknownOfBuilt ?? [];
    if (unknown.length === 0 || site.dataPrograms === 'ignore') return undefined;
    return {
      reason: 'front-matter',
      message: `cannot be judged: ${unknown.join(', ')} of ${site.configFile ?? 'the site'} is what only the program knows`,
      hint: 'Write the value out there, or set dataPrograms to ignore if it leaves out none of the posts.',
    };
  };

  const slugs: Readonly<Record<ContentKind, (found: PlacedFile, source: SourceFile) => string>> = {
    blog: ({ path }, { frontMatter }) => findText(frontMatter, 'slug') ?? toBlogSlug(path),
    docs: ({ path, instance }, { frontMatter }) =>
      toDocSlug(path, {
        id: findText(frontMatter, 'id'),
        slug: findText(frontMatter, 'slug'),
        dropsNumbers: instance.dropsNumbers && findValue(frontMatter, 'parsenumberprefixes') !== false,
      }),
    pages: ({ path }, { frontMatter }) => findText(frontMatter, 'slug') ?? toPageSlug(path),
  };

  const withSlash = (path: string): string => {
    const plain = path.replace(/\/$/, '');
    if (config.trailingSlash === undefined || plain === '') return path;
    return config.trailingSlash ? `${plain}/` : plain;
  };

  const url = (source: SourceFile): PostUrl | UrlProblem => {
    const found = place(source.path);
    // Where nothing says what the file is, its path is all there is.
    if (found === undefined) return { path: joinPath(toBlogSlug(source.path)), rule: 'path of the file' };
    const { instance, version, localeFolder } = found;
    const problem = problemOf(found);
    if (problem !== undefined) return problem;
    const locale = localeOf(localeFolder);
    const own = locale === undefined ? undefined : config.locales?.get(locale);
    const prefix = own?.prefix ?? (locale === undefined || locale === config.defaultLocale ? '' : locale);
    const part = instance.versions.get(version) ?? '';
    // `../` of a slug is resolved by who asks for the page.
    const below = posix.join('/', instance.route, part, slugs[instance.kind](found, source));
    const path = withSlash(joinPath(below));
    return {
      path: own?.base === undefined ? joinPath(prefix, path) : path,
      ...(own?.base !== undefined && { base: own.base }),
      rule:
        findText(source.frontMatter, 'slug') === undefined
          ? `path of a file of the ${instance.kind}`
          : 'slug in front matter',
    };
  };

  return {
    markup: { anchors: githubAnchors },
    mdxInMarkdown: true,
    timeZone: 'UTC',
    ...(config.defaultLocale !== undefined && { language: config.defaultLocale }),
    base: config.base,
    allArePages: true,
    notAPost: (path) => {
      if (/\.html?$/i.test(path)) return 'is an HTML file, which Docusaurus copies';
      const found = place(path);
      if (found === undefined)
        return site.configFile === undefined ? undefined : 'is outside the docs, blogs and pages of the site';
      const { instance, version, localeFolder } = found;
      if (!isContent(instance, found.path)) return `is left out by ${instance.kind}: a part of other pages`;
      if (instance.kind === 'docs' && site.configFile !== undefined && !instance.versions.has(version))
        return `is of version ${version}, which the site leaves out`;
      if (localeFolder !== undefined && localeOf(localeFolder) === undefined)
        return `is in ${localeFolder}, which the site leaves out`;
      return lacksOriginal(found) ? 'translates a page that is not there, and is not built' : undefined;
    },
    holds: (path) => place(path) !== undefined,
    cascade: (path, own) => {
      const refusal = refusalFor(path);
      return { frontMatter: own, ...(refusal && { refusal }) };
    },
    pathDate: (path) => {
      const found = place(path);
      if (found === undefined) return toDatedPath(path)?.date ?? findPathDate(path);
      // The names of docs and pages are names.
      return found.instance.kind === 'blog' ? toDatedPath(found.path)?.date : undefined;
    },
    pathLanguage: (path) => localeOf(place(path)?.localeFolder),
    translationKey: (path) => {
      const found = place(path);
      return found && [found.instance.kind, found.instance.id, found.version, found.path].join('/');
    },
    taxonomy: ({ frontMatter }) => ({ tags: toNames(findValue(frontMatter, 'tags')), categories: [] }),
    authors: (path) => site.folderData.get(place(path)?.instance.folder ?? '')?.values ?? {},
    url,
  };
};

export const docusaurus: Generator = {
  configFiles: [
    'docusaurus.config.js',
    'docusaurus.config.ts',
    'docusaurus.config.mjs',
    'docusaurus.config.cjs',
    'docusaurus.config.mts',
    'docusaurus.config.cts',
  ],
  recognize: (posts) => (posts.has('/docusaurus-plugin-content-') ? 'folders' : undefined),
  home: { folder: 'blog', bare: 'blog/' },
  outputFolders: ['build', 'static'],
  readConfig: readDocusaurusProgram,
  foldersBeside: (site) =>
    readDocusaurusConfig(site).instances.flatMap(({ folder }) => (folder.startsWith('../') ? [folder] : [])),
  folderDataFiles: (folder, site) =>
    readDocusaurusConfig(site).instances.flatMap((instance) =>
      instance.kind === 'blog' && instance.folder === folder ? [instance.authorsFile] : [],
    ),
  createConventions,
};
