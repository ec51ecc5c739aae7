/**
 * Which files hold Eleventy's data for a page, and in which order they count.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { DataFile } from '../../site/data-files.js';
import { foldersAbove, isBelow, toSourcePath } from '../source-path.js';
import type { EleventySettings } from './config.js';

/** Data of the whole site decides of a page under these names; under others it is what templates show. */
const sharedNames = [
  'permalink',
  'draft',
  'published',
  'eleventyExcludeFromCollections',
  'eleventyComputed',
  'layout',
] as const;
const sharedExtensions = ['json', 'mjs', 'cjs', 'js'] as const;

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** A later extension and a longer suffix go before what stands ahead of them. */
const variants = (
  base: string,
  { suffixes, dataExtensions }: EleventySettings,
  isNamedByFolder = true,
): string[] =>
  suffixes
    .filter((suffix) => isNamedByFolder || suffix !== '')
    .toReversed()
    .flatMap((suffix) =>
      [...dataExtensions.toReversed(), 'json', ...(suffix === '' ? [] : ['mjs', 'cjs', 'js'])].map(
        (extension) => `${base}${suffix}.${extension}`,
      ),
    );

/** Files that all pages share, the weakest first; what each is the value of. */
export const sharedFiles = ({ data, dataExtensions }: EleventySettings) =>
  ['', 'eleventyComputed/'].flatMap((folder) =>
    sharedNames.flatMap((name) =>
      [...dataExtensions, ...sharedExtensions].map((extension) => ({
        file: join(data, `${folder}${name}.${extension}`),
        name,
        isComputed: folder !== '',
      })),
    ),
  );

/** Files of the folders around a page and of the page itself, the weakest first. */
export const localFiles = (path: string, settings: EleventySettings): string[] => {
  const folders = foldersAbove(path).filter(
    (folder) => folder !== '' && isBelow(folder, settings.input) && isBelow(path, folder),
  );
  const roots = settings.input === '' && settings.dataBaseName !== undefined ? [''] : [];
  const { folders: own, name } = toSourcePath(path);
  return [
    ...[...roots, ...folders].flatMap((folder) => {
      const base = settings.dataBaseName ?? folder.split('/').at(-1) ?? '';
      return variants(join(folder, base), settings, settings.dataBaseName === undefined);
    }),
    ...variants(join(own.join('/'), name), settings),
  ];
};

/** Every file that may say something for the page at this path. */
export const dataFilesOf = (path: string, settings: EleventySettings): string[] => [
  ...sharedFiles(settings).map(({ file }) => file),
  ...localFiles(path, settings),
];

/** Layouts around layouts. */
const maxLayouts = 50;

const layoutExtensions = [
  'njk',
  'liquid',
  'md',
  'html',
  'webc',
  'vto',
  'ejs',
  'hbs',
  'mustache',
  'haml',
  'pug',
];

/** A layout and the layouts around it, the outermost first. */
export const layoutFiles = (
  layout: string,
  settings: EleventySettings,
  files: ReadonlyMap<string, DataFile>,
): string[] => {
  const chain: string[] = [];
  let name: string | undefined = layout;
  while (name !== undefined && chain.length < maxLayouts) {
    const base = join(settings.layouts, settings.layoutAliases.get(name) ?? name);
    const file = [base, ...layoutExtensions.map((extension) => `${base}.${extension}`)].find((path) =>
      files.has(path),
    );
    if (file === undefined || chain.includes(file)) break;
    chain.unshift(file);
    const values = files.get(file)?.values;
    name = isObject(values) ? toText(values.layout) : undefined;
  }
  return chain;
};
