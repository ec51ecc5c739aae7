import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generators } from '../../src/content/generators/index.js';
import type { Site } from '../../src/content/site/site.js';
import type { GeneratorName } from '../../src/domain/generator-names.js';

/** Settings that the generators look at; what they hold is anything. */
const names: Partial<Record<GeneratorName, readonly string[]>> = {
  hugo: [
    'languages',
    'disableLanguages',
    'module',
    'contentDir',
    'permalinks',
    'frontmatter',
    'cascade',
    'ignoreFiles',
    'uglyURLs',
    'taxonomies',
    'baseURL',
    'defaultContentLanguage',
  ],
  docusaurus: ['presets', 'plugins', 'i18n', 'versionNames', 'baseUrl', 'trailingSlash'],
  mkdocs: [
    'plugins',
    'docs_dir',
    'site_url',
    'exclude_docs',
    'draft_docs',
    'theme',
    'markdown_extensions',
    'use_directory_urls',
  ],
};

const word = fc.constantFrom(
  'content',
  'docs',
  'blog',
  'path',
  'id',
  'mounts',
  'source',
  'target',
  'page',
  'i18n',
  'classic',
  'toc',
  'slugify',
  '(((',
  '**/{a',
  ':slug[',
  '../..',
  '/',
  '',
  'date',
  ':filename',
  'locales',
  'languages',
);
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    word,
    fc.constantFrom(null, true, false, 7, Number.NaN),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(word, tie('anything'), { maxKeys: 3 }),
  ),
}));

const toSite = (generator: GeneratorName, config: Readonly<Record<string, unknown>>): Site => ({
  generator,
  folder: '.',
  prefix: '',
  inset: '',
  config,
  configFile: 'config',
  folderData: new Map(),
  ignored: [],
  paths: new Set(),
  bundles: [],
  locales: { suffixes: ['de'], folders: [] },
  mdxInMarkdown: false,
  now: 0,
  maxPostBytes: 1024,
  maxPostSeconds: 30,
  draftHides: true,
  show: [],
  noindex: 'skip',
  dataPrograms: 'hide',
  dataFiles: new Map(),
  fileTimes: new Map(),
  isRepository: false,
  contentFolders: [],
  collections: [],
});

const paths = [
  'content/posts/2024-01-02-a.de.md',
  'docs/blog/posts/x.md',
  'i18n/de/docusaurus-plugin-content-docs/current/a.md',
];

describe.each(Object.entries(names))('%s', (name, settings) => {
  const generator = name as GeneratorName;
  test('makes something of any configuration', () => {
    const config = fc.record(Object.fromEntries(settings.map((setting) => [setting, anything])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(config, fc.constantFrom(...paths), (values, path) => {
        const site = toSite(generator, values);
        const conventions = generators[generator].createConventions(site);
        expect(generators[generator].folderDataFiles?.('docs', site) ?? []).toBeInstanceOf(Array);
        const date = { day: '2024-01-02', time: '00:00:00', timestamp: 0 };
        const source = { path, frontMatter: [], date, title: 'A', language: undefined, categories: [] };
        const found = conventions.url(source);
        expect('path' in found ? found.path : found.problem).toBeTypeOf('string');
        for (const value of [
          conventions.notAPost?.(path),
          conventions.pathDate?.(path),
          conventions.pathLanguage?.(path),
        ])
          expect(['string', 'undefined']).toContain(typeof value);
        expect(conventions.defaults?.(path) ?? {}).toBeTypeOf('object');
        expect(conventions.authors?.(path) ?? {}).toBeTypeOf('object');
      }),
      { numRuns: 500 },
    );
  });
});
