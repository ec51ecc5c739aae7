/**
 * Eleventy's data cascade: what data files, layouts and front matter amount to for a page. `Template.js` and
 * `Data/TemplateData.js` in its source. Data files that are programs are read as far as they are written out.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { type FrontMatter, findText, toEntries, toKey, toText } from '../../front-matter/front-matter.js';
import { unknownNames, unknownValue } from '../../programs/script-expressions.js';
import { readExportedNames, readExportedValue } from '../../programs/script-values.js';
import type { DataFile } from '../../site/data-files.js';
import type { Site } from '../../site/site.js';
import { canHide } from '../../visibility/find-hide-signal.js';
import type { Cascade } from '../conventions.js';
import { toSplitNames } from '../taxonomy.js';
import type { EleventySettings } from './config.js';
import { layoutFiles, localFiles, sharedFiles } from './data-files.js';

type Values = Readonly<Record<string, unknown>>;
type Refusal = NonNullable<Cascade['refusal']>;

interface Joined {
  readonly values: Values;
  readonly refusal?: Refusal;
}

const maxDepth = 50;

/** As Eleventy merges: mappings by name, lists one after the other. */
const merge = (below: Values, above: Values, isDeep: boolean, depth = 0): Values => {
  const merged = new Map(Object.entries(below));
  for (const [written, value] of Object.entries(above)) {
    const overrides = written.startsWith('override:');
    const name = overrides ? written.slice('override:'.length) : written;
    const known = merged.get(name);
    const joins = isDeep && !overrides && depth < maxDepth;
    if (joins && isObject(known) && isObject(value)) merged.set(name, merge(known, value, isDeep, depth + 1));
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
  isObject(value) && !('build' in value) && Object.keys(value).length > 0;

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

  const refuse = (message: string, correction: string): Refusal => ({
    reason: 'front-matter',
    message: `cannot be judged: ${message}`,
    hint: correction,
  });

  /** What files amount to, the weakest first, up to the first of which that cannot be told. */
  const joinFiles = (files: readonly string[]): Joined => {
    let values: Values = {};
    for (const file of files) {
      const found = site.dataFiles.get(file);
      if (found === undefined) continue;
      if (found.problem !== undefined)
        return {
          values,
          refusal: refuse(`${file} ${found.problem}`, `Correct ${file}, which may hide the post.`),
        };
      const value = dataIn(found);
      if (value === unknownValue && !ignoresPrograms)
        return { values, refusal: refuse(`${file} is a program, which is never run`, hint) };
      if (!isObject(value)) continue;
      const tags = 'tags' in value ? { tags: toSplitNames(value.tags, /,/) } : {};
      values = merge(values, { ...value, ...tags }, settings.mergesDeep);
    }
    return { values };
  };

  const layouts = new Map<string, Joined>();
  /** What a layout and the layouts around it decide of a page; the rest is what they show. */
  const layoutOf = (name: string): Joined => {
    const known = layouts.get(name);
    if (known) return known;
    const { values, ...refused } = joinFiles(layoutFiles(name, settings, site.dataFiles));
    const deciding = Object.entries(values).filter(
      ([key]) => /^(?:permalink|tags|eleventyComputed)$/.test(key) || canHide(key),
    );
    const layout = { values: Object.fromEntries(deciding), ...refused };
    layouts.set(name, layout);
    return layout;
  };

  return (path, own) => {
    const local = joinFiles(localFiles(path, settings));
    const layout = layoutOf(
      findText(own, 'layout') ?? toText(local.values.layout) ?? toText(common.layout) ?? '',
    );
    const refusal = local.refusal ?? layout.refusal;
    if (refusal !== undefined) return { frontMatter: own, refusal };
    const values = [layout.values, local.values].reduce(
      (below, above) => merge(below, above, settings.mergesDeep),
      common,
    );
    const named = (name: string): string =>
      localFiles(path, settings).findLast((file) => {
        const found = site.dataFiles.get(file);
        const value = found && dataIn(found);
        return value === unknownValue || (isObject(value) && name in value && isUnknown(value[name]));
      }) ?? 'its data';
    const { tags, eleventyComputed: below, ...others } = values;
    const ownNames = new Map(own.map((entry) => [entry.key, entry.value]));
    const computedHere = ownNames.get(toKey('eleventyComputed'));
    const computed = merge(
      isObject(below) ? below : below === unknownValue ? { [unknownNames]: unknownValue } : {},
      isObject(computedHere) ? computedHere : {},
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
    if (doubtful !== undefined) {
      const { name } = doubtful;
      const said = `${name === unknownNames ? 'what' : name} ${named(name)} says`;
      return { frontMatter: own, refusal: refuse(`${said} is up to a program, which is never run`, hint) };
    }
    // A permalink that is not known stays, so that no other is taken for it.
    return { frontMatter: written.filter(({ key, value }) => key === 'permalink' || !isUnknown(value)) };
  };
}
