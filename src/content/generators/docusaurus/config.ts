/**
 * What a Docusaurus configuration says of content: its docs, blogs and pages, their folders, routes and versions.
 * @module
 */

import { posix } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import { toNames } from '../taxonomy.js';
import { unknownSetting } from './read-config.js';

type Values = Readonly<Record<string, unknown>>;

export type ContentKind = 'blog' | 'docs' | 'pages';

/** One use of a content plugin; a site may have several of a kind. */
export interface Instance {
  readonly kind: ContentKind;
  readonly id: string;
  /** Below the site's root. */
  readonly folder: string;
  readonly route: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Name of the file with the authors, of a blog. */
  readonly authorsFile: string;
  /** Version to the part of the URL that it has; only those that are built. */
  readonly versions: ReadonlyMap<string, string>;
  /** Numbers at the start of names are left out of URLs. */
  readonly dropsNumbers: boolean;
  /** Settings that decide URLs, and that only the program knows. */
  readonly unknown: readonly string[];
  /** Those that decide what is built. */
  readonly unknownOfBuilt: readonly string[];
}

interface LocaleConfig {
  /** Of the folder in `i18n`. */
  readonly folder: string;
  /** What its URLs start with after the base: empty for the default one. */
  readonly prefix: string;
  /** Instead of the site's base and the prefix. */
  readonly base?: string;
}

export interface DocusaurusConfig {
  readonly instances: readonly Instance[];
  /** Folder of the translations. */
  readonly translations: string;
  /** `undefined` where the configuration does not say which there are. */
  readonly locales: ReadonlyMap<string, LocaleConfig> | undefined;
  readonly defaultLocale: string | undefined;
  readonly base: string;
  readonly trailingSlash: boolean | undefined;
  /** Settings for the whole site that only the program knows. */
  readonly unknown: readonly string[];
  /** Those that decide where translations are, and nothing else. */
  readonly unknownOfTranslations: readonly string[];
}

const kinds: readonly ContentKind[] = ['blog', 'docs', 'pages'];
const defaultFolders: Readonly<Record<ContentKind, string>> = {
  blog: 'blog',
  docs: 'docs',
  pages: 'src/pages',
};
const defaultRoutes: Readonly<Record<ContentKind, string>> = { blog: 'blog', docs: 'docs', pages: '/' };
/** The default of every content plugin. */
const defaultExclude = [
  '**/_*.{js,jsx,ts,tsx,md,mdx}',
  '**/_*/**',
  '**/*.test.{js,jsx,ts,tsx}',
  '**/__tests__/**',
];

const isUnknown = (value: unknown): boolean =>
  value === unknownSetting || (Array.isArray(value) && value.includes(unknownSetting));

const toValues = (value: unknown): Values => (isObject(value) ? value : {});

const readVersions = (options: Values, named: readonly string[]): ReadonlyMap<string, string> => {
  const all = options.disableVersioning === true ? [] : [...named];
  if (options.includeCurrentVersion !== false && !all.includes('current')) all.unshift('current');
  const only = Array.isArray(options.onlyIncludeVersions) ? toNames(options.onlyIncludeVersions) : undefined;
  const built = only === undefined ? all : all.filter((name) => only.includes(name));
  const last = toText(options.lastVersion) ?? built.find((name) => name !== 'current') ?? 'current';
  return new Map(
    built.map((name) => {
      const own = toValues(toValues(options.versions)[name]).path;
      const usual = name === 'current' ? 'next' : name;
      return [name, typeof own === 'string' ? own : name === last ? '' : usual];
    }),
  );
};

const toInstance = (kind: ContentKind, options: Values, config: Site['config']): Instance => {
  const id = toText(options.id) ?? 'default';
  const unknownOf = (names: readonly string[], ofDocs: readonly string[]): string[] =>
    [...names, ...(kind === 'docs' ? ofDocs : [])].filter((name) => isUnknown(options[name]));
  const versions = toValues(options.versions);
  const paths = Object.entries(versions).filter(
    ([, version]) => isUnknown(version) || isUnknown(toValues(version).path),
  );
  const folder = posix.normalize(toText(options.path) ?? defaultFolders[kind]).replace(/\/$/, '');
  return {
    kind,
    id,
    folder,
    route: typeof options.routeBasePath === 'string' ? options.routeBasePath : defaultRoutes[kind],
    include: Array.isArray(options.include) ? toNames(options.include) : ['**/*.{md,mdx}'],
    exclude: Array.isArray(options.exclude) ? toNames(options.exclude) : defaultExclude,
    authorsFile: toText(options.authorsMapPath) ?? 'authors.yml',
    versions: kind === 'docs' ? readVersions(options, toNames(toValues(config.versionNames)[id])) : new Map(),
    dropsNumbers: options.numberPrefixParser !== false,
    unknown: [
      ...unknownOf(['id', 'path', 'routeBasePath', 'numberPrefixParser'], ['lastVersion', 'versions']),
      ...paths.map(([name]) => `versions.${name}.path`),
    ],
    unknownOfBuilt: unknownOf(
      ['include', 'exclude'],
      ['includeCurrentVersion', 'onlyIncludeVersions', 'disableVersioning'],
    ),
  };
};

/** A preset or a plugin is named alone, or in a list with its options. */
const toEntry = (item: unknown): readonly [name: string, options: Values] => {
  const [name, options]: readonly unknown[] = Array.isArray(item) ? item : [item];
  return [toText(name) ?? '', toValues(options)];
};

const readInstances = (config: Site['config']): Instance[] => {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  // Where neither is written out, the site is taken to be what most are.
  const isWritten = Array.isArray(config.presets) || Array.isArray(config.plugins);
  const presets = isWritten ? list(config.presets).filter(Boolean) : ['classic'];
  const ofPresets = presets.map(toEntry).flatMap(([name, options]) => {
    const isClassic = /(?:^|[/-])classic$/.test(name) || name === unknownSetting;
    return kinds.flatMap((kind) =>
      isClassic && options[kind] !== false ? [toInstance(kind, toValues(options[kind]), config)] : [],
    );
  });
  const ofPlugins = list(config.plugins)
    .filter(Boolean)
    .map(toEntry)
    .flatMap(([name, options]) => {
      const kind = kinds.find((known) => name.endsWith(`content-${known}`));
      return kind === undefined ? [] : [toInstance(kind, options, config)];
    });
  return [...ofPresets, ...ofPlugins];
};

const readLocales = (i18n: Values): DocusaurusConfig['locales'] => {
  if (!Array.isArray(i18n.locales) || isUnknown(i18n.locales)) return undefined;
  const configs = toValues(i18n.localeConfigs);
  return new Map(
    toNames(i18n.locales).map((locale) => {
      const own = toValues(configs[locale]);
      const base = toText(own.baseUrl);
      return [
        locale,
        {
          folder: toText(own.path) ?? locale,
          prefix: locale === i18n.defaultLocale ? '' : locale,
          ...(base !== undefined && { base }),
        },
      ];
    }),
  );
};

export function readDocusaurusConfig({
  config,
  configFile,
}: Pick<Site, 'config' | 'configFile'>): DocusaurusConfig {
  const i18n = toValues(config.i18n);
  const isWhole = configFile !== undefined && config.isIncomplete !== true;
  const defaultLocale = toText(i18n.defaultLocale) ?? toText(config.defaultLocale);
  return {
    instances: readInstances(config),
    translations: toText(i18n.path) ?? 'i18n',
    // A site that says nothing of languages has one.
    locales: isWhole && config.i18n === undefined ? new Map() : readLocales(i18n),
    defaultLocale: defaultLocale === unknownSetting ? undefined : defaultLocale,
    base: toText(config.baseUrl) ?? '',
    trailingSlash: typeof config.trailingSlash === 'boolean' ? config.trailingSlash : undefined,
    unknown: ['baseUrl', 'trailingSlash'].filter((name) => isUnknown(config[name])),
    unknownOfTranslations: [
      ...(isUnknown(config.i18n) ? ['i18n'] : []),
      ...['defaultLocale', 'localeConfigs', 'path']
        .filter((name) => isUnknown(i18n[name]))
        .map((name) => `i18n.${name}`),
    ],
  };
}
