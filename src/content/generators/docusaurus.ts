/**
 * Docusaurus 3: the blog, and the docs beside it. `lib/blogUtils` and `lib/slug` of its content plugins.
 * @module
 */
import { findPathDate } from '../dates/path-date.js';
import { findText, findValue, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { Conventions, Generator, PostUrl } from './conventions.js';
import { joinPath } from './source-path.js';
import { toNames } from './taxonomy.js';

const extension = /\.mdx?$/i;
const datedName = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*)$/s;

const findDatedName = (path: string): RegExpExecArray['groups'] =>
  extension.test(path) ? datedName.exec(path.replace(extension, ''))?.groups : undefined;

interface Place {
  readonly kind: 'blog' | 'docs' | 'pages';
  /** Below the folder of the kind. */
  readonly path: string;
  readonly locale: string | undefined;
}

/** `01-intro` is `intro`; `2021-11-foo` and `7.0-foo` stay. */
const withoutNumber = (name: string): string =>
  /^\d+[-_.]\d+/.test(name) ? name : (/^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name);

const place = (path: string): Place => {
  const translated = /^i18n\/([^/]+)\/docusaurus-plugin-content-(blog|docs|pages)\/(?:current\/)?(.+)$/.exec(
    path,
  );
  if (translated?.[3] !== undefined) {
    const kind = translated[2] === 'docs' ? 'docs' : translated[2] === 'pages' ? 'pages' : 'blog';
    return { kind, path: translated[3], locale: translated[1] };
  }
  if (path.startsWith('docs/')) return { kind: 'docs', path: path.slice(5), locale: undefined };
  if (path.startsWith('src/pages/')) return { kind: 'pages', path: path.slice(10), locale: undefined };
  return { kind: 'blog', path: path.replace(/^blog\//, ''), locale: undefined };
};

const blogSlug = (path: string): string => {
  const groups = findDatedName(path);
  if (groups?.date === undefined) return path.replace(/(?:\/index)?\.mdx?$/i, '');
  const text = (groups.text ?? '').replace(/\/index$/i, '');
  return `${groups.date.replaceAll('-', '/')}/${groups.folder ?? ''}${text}`;
};

const docSlug = (path: string, id: string | undefined, slug: string | undefined): string => {
  if (slug?.startsWith('/')) return slug;
  const segments = path
    .replace(/\.mdx?$/i, '')
    .split('/')
    .map(withoutNumber);
  const name = segments.pop() ?? '';
  // `intro/index`, `intro/readme` and `intro/intro` are the page of their folder.
  const isIndex =
    /^(?:index|readme)$/i.test(name) ||
    (segments.length > 0 && name.toLowerCase() === segments.at(-1)?.toLowerCase());
  if (slug === undefined && isIndex) return [...segments, ''].join('/');
  return [...segments, slug ?? id ?? name].join('/');
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const defaultLocale = toText(config.defaultLocale);
  const trailingSlash = config.trailingSlash;
  const routes = { blog: toText(config.blogRouteBasePath) ?? 'blog', docs: 'docs', pages: '' };

  const withSlash = (path: string): string => {
    if (trailingSlash === true) return path.endsWith('/') ? path : `${path}/`;
    return trailingSlash === false && path !== '/' ? path.replace(/\/$/, '') : path;
  };

  const url = (path: string, id: string | undefined, slug: string | undefined): PostUrl => {
    const { kind, path: inner, locale } = place(path);
    const prefix = locale === undefined || locale === defaultLocale ? '' : locale;
    const route =
      kind === 'docs'
        ? docSlug(inner, id, slug)
        : (slug ?? (kind === 'blog' ? blogSlug(inner) : inner.replace(/(?:^|\/)index\.mdx?$|\.mdx?$/i, '')));
    return {
      path: withSlash(joinPath(prefix, routes[kind], route)),
      rule: slug === undefined ? `path of a file of the ${kind}` : 'slug in front matter',
    };
  };

  return {
    templating: 'none',
    anchors: 'github',
    timeZone: 'UTC',
    ...(defaultLocale !== undefined && { language: defaultLocale }),
    base: toText(config.baseUrl) ?? '',
    notAPost: (path) => {
      if (/\.html?$/i.test(path)) return 'is an HTML file, which Docusaurus copies';
      const partial = path.split('/').find((segment) => segment.startsWith('_'));
      if (partial !== undefined) return `is ${partial}, a part of other pages`;
      const isRoot = site.configFile !== undefined && !/^(?:blog|docs|src\/pages|i18n)\//.test(path);
      return isRoot ? 'is outside blog, docs and pages' : undefined;
    },
    needsFrontMatter: () => false,
    defaults: () => ({}),
    pathDate: (path) => findDatedName(place(path).path)?.date ?? findPathDate(path),
    pathLanguage: (path) => place(path).locale ?? undefined,
    taxonomy: ({ frontMatter }) => ({ tags: toNames(findValue(frontMatter, 'tags')), categories: [] }),
    url: ({ path, frontMatter }) => url(path, findText(frontMatter, 'id'), findText(frontMatter, 'slug')),
  };
};

export const docusaurus: Generator = {
  configFiles: [
    'docusaurus.config.js',
    'docusaurus.config.ts',
    'docusaurus.config.mjs',
    'docusaurus.config.cjs',
  ],
  outputFolders: ['build', 'static'],
  folderDataFiles: () => ['authors.yml', 'authors.yaml'],
  createConventions,
};
