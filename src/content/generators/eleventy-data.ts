/**
 * Eleventy's data cascade: which files speak for a page, and what they amount to with its front matter. `Template.js`
 * and `Data/TemplateData.js` in its source. Data files that are programs are read as far as they are written out.
 * @module
 */
import { type FrontMatter, isRecord, toEntries, toKey } from '../front-matter/front-matter.js';
import type { DataFile } from '../site/data-files.js';
import { readExportedNames, readExportedValue, unknownNames, unknownValue } from '../site/script-values.js';
import type { Site } from '../site/site.js';
import { canHide } from '../visibility.js';
import type { Cascade } from './conventions.js';
import type { EleventySettings } from './eleventy-config.js';
import { foldersAbove, isBelow, toSourcePath } from './source-path.js';
import { toSplitNames } from './taxonomy.js';

type Values = Readonly<Record<string, unknown>>;

/** Data of the whole site decides of a page under these names; under others it is what templates show. */
const sharedNames = [
  'permalink',
  'draft',
  'published',
  'eleventyExcludeFromCollections',
  'eleventyComputed',
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
const sharedFiles = ({ data, dataExtensions }: EleventySettings) =>
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
const localFiles = (path: string, settings: EleventySettings): string[] => {
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

const maxDepth = 50;

/** As Eleventy merges: mappings by name, lists one after the other. */
const merge = (below: Values, above: Values, isDeep: boolean, depth = 0): Values => {
  const merged = new Map(Object.entries(below));
  for (const [written, value] of Object.entries(above)) {
    const overrides = written.startsWith('override:');
    const name = overrides ? written.slice('override:'.length) : written;
    const known = merged.get(name);
    const joins = isDeep && !overrides && depth < maxDepth;
    if (joins && isRecord(known) && isRecord(value)) merged.set(name, merge(known, value, isDeep, depth + 1));
    else if (joins && Array.isArray(known) && Array.isArray(value)) merged.set(name, [...known, ...value]);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged);
};

const readProgram = (program: string): unknown => {
  const names = readExportedNames(program);
  return Object.keys(names).length > 0 ? names : readExportedValue(program);
};

/** True where running a program would tell more. */
const isUnknown = (value: unknown, depth = 0): boolean => {
  if (value === unknownValue) return true;
  if (typeof value !== 'object' || value === null || depth > maxDepth) return false;
  return Object.values(value).some((inner) => isUnknown(inner, depth + 1));
};

const isTemplate = (value: unknown): boolean => typeof value === 'string' && /\{[{%]/.test(value);

/** A value that Eleventy computes, where it decides of more than what a template shows. */
const isDeciding = (name: string, value: unknown): boolean =>
  name === 'permalink' || name === unknownNames || canHide(name) || (!isUnknown(value) && !isTemplate(value));

/** A permalink for other places than the built site: there is no page. */
const withoutBuild = (value: unknown): boolean =>
  isRecord(value) && !('build' in value) && Object.keys(value).length > 0;

const hint =
  'Write it out in the post or as JSON, or set dataPrograms to ignore if nothing in the data file hides the post.';

/** What the files and the front matter of each page amount to. */
export function createCascade(
  site: Site,
  settings: EleventySettings,
): (path: string, own: FrontMatter) => Cascade {
  const read = new Map<DataFile, unknown>();
  const dataIn = (file: DataFile): unknown => {
    if (file.program === undefined) return file.values;
    if (!read.has(file)) read.set(file, readProgram(file.program));
    return read.get(file);
  };
  const ignoresPrograms = site.dataPrograms === 'ignore';

  const common = sharedFiles(settings).reduce<Values>((values, { file, name, isComputed }) => {
    const found = site.dataFiles.get(file);
    if (found === undefined) return values;
    const value = { [name]: found.problem === undefined ? dataIn(found) : unknownValue };
    return merge(values, isComputed ? { eleventyComputed: value } : value, true);
  }, {});

  return (path, own) => {
    let values = common;
    const named = (name: string): string =>
      localFiles(path, settings).findLast((file) => {
        const found = site.dataFiles.get(file);
        const value = found && dataIn(found);
        return value === unknownValue || (isRecord(value) && name in value && isUnknown(value[name]));
      }) ?? 'its data';
    for (const file of localFiles(path, settings)) {
      const found = site.dataFiles.get(file);
      if (found === undefined) continue;
      if (found.problem !== undefined)
        return {
          frontMatter: own,
          refusal: {
            reason: 'front-matter',
            message: `cannot be judged: ${file} ${found.problem}`,
            hint: `Correct ${file}, which may hide the post.`,
          },
        };
      const value = dataIn(found);
      if (value === unknownValue && !ignoresPrograms)
        return {
          frontMatter: own,
          refusal: {
            reason: 'front-matter',
            message: `cannot be judged: ${file} is a program, which is never run`,
            hint,
          },
        };
      if (!isRecord(value)) continue;
      const tags = 'tags' in value ? { tags: toSplitNames(value.tags, /,/) } : {};
      values = merge(values, { ...value, ...tags }, settings.mergesDeep);
    }
    const { tags, eleventyComputed: below, ...others } = values;
    const ownNames = new Map(own.map((entry) => [entry.key, entry.value]));
    const computedHere = ownNames.get(toKey('eleventyComputed'));
    const computed = merge(
      isRecord(below) ? below : below === unknownValue ? { [unknownNames]: unknownValue } : {},
      isRecord(computedHere) ? computedHere : {},
      settings.mergesDeep,
    );
    const over = toEntries(computed).filter(({ name, value }) => isDeciding(name, value));
    const overNames = new Set(over.map(({ key }) => key));
    const written: FrontMatter = [
      ...over,
      ...own.filter(({ key }) => !overNames.has(key)),
      ...toEntries({ ...others, ...(Array.isArray(tags) && { inheritedtags: tags }) }).filter(
        ({ key }) => !overNames.has(key) && !ownNames.has(key),
      ),
    ].map((entry) =>
      entry.key === 'permalink' && withoutBuild(entry.value) ? { ...entry, value: false } : entry,
    );
    const doubtful = ignoresPrograms
      ? undefined
      : written.find(({ name, value }) => name === unknownNames || (isUnknown(value) && canHide(name)));
    if (doubtful !== undefined)
      return {
        frontMatter: own,
        refusal: {
          reason: 'front-matter',
          message: `cannot be judged: ${doubtful.name === unknownNames ? 'what' : doubtful.name} ${named(doubtful.name)} says is up to a program, which is never run`,
          hint,
        },
      };
    // A permalink that is not known stays, so that no other is taken for it.
    return { frontMatter: written.filter(({ key, value }) => key === 'permalink' || !isUnknown(value)) };
  };
}
