/**
 * What Eleventy's configuration, a program that is never run, says in so many words.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import { readCalls, type ScriptCall } from '../../programs/script-calls.js';
import { readScriptLiterals } from '../../programs/script-literals.js';
import { readExportedNames, readExportedValue } from '../../programs/script-values.js';
import type { Site } from '../../site/site.js';
import { joinPath } from '../source-path.js';

/** Plain data, as {@link Site} keeps it. */
export function parseEleventyConfig(source: string): Readonly<Record<string, unknown>> {
  const named = readExportedNames(source).config;
  const returned = readExportedValue(source);
  const object: Readonly<Record<string, unknown>> = {
    ...(isObject(named) && named),
    ...(isObject(returned) && returned),
  };
  const dir = isObject(object.dir) ? object.dir : {};
  const calls = readCalls(source);
  /** The last of several calls counts. */
  const given = (method: string): unknown => calls.findLast((call) => call.method === method)?.values[0];
  const texts = ({ values: [value] }: ScriptCall): string[] =>
    (Array.isArray(value) ? value : String(toText(value) ?? '').split(','))
      .map((item) => toText(item)?.replace(/^\./, ''))
      .filter((item) => item !== undefined);
  const allOf = (method: string): string[] => calls.filter((call) => call.method === method).flatMap(texts);
  const literals = readScriptLiterals(source);
  const formats = given('setTemplateFormats') ?? object.templateFormats;
  const knownFormats = typeof formats === 'string' ? formats.split(',') : formats;
  const settings: Readonly<Record<string, unknown>> = {
    ...literals,
    pathPrefix: object.pathPrefix ?? literals.pathPrefix,
    input: given('setInputDirectory') ?? dir.input ?? literals.input,
    includes: given('setIncludesDirectory') ?? dir.includes,
    layouts: given('setLayoutsDirectory') ?? dir.layouts,
    data: given('setDataDirectory') ?? dir.data,
    output: given('setOutputDirectory') ?? dir.output,
    // A list that only the program knows may name any.
    templateFormats: formats === undefined || Array.isArray(knownFormats) ? knownFormats : ['*'],
    moreFormats: allOf('addTemplateFormats'),
    ignores: calls.filter(({ method }) => method === 'ignores.add').map(({ values: [value] }) => value),
    useGitIgnore: given('setUseGitIgnore'),
    dataFileSuffixes: given('setDataFileSuffixes') ?? object.dataFileSuffixes,
    dataFileBaseName: given('setDataFileBaseName'),
    dataExtensions: allOf('addDataExtension'),
    dataDeepMerge: given('setDataDeepMerge'),
    layoutAliases: calls
      .filter(({ method }) => method === 'addLayoutAlias')
      .map(({ values: [from, to] }) => `${String(toText(from))}\n${String(toText(to))}`),
  };
  return toPlain(settings);
}

/** What is not known is left out. */
const toPlain = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => {
      if (Array.isArray(value)) return [[name, value.filter((item) => typeof item === 'string')]];
      return ['string', 'boolean'].includes(typeof value) ? [[name, value]] : [];
    }),
  );

export interface EleventySettings {
  /** Folders below the site's root; the root is empty. */
  readonly input: string;
  /** Folders that hold no pages, and are not the input itself. */
  readonly parts: readonly string[];
  /** Folder of the data that all pages share. */
  readonly data: string;
  /** Without dots; `undefined` where they are not known. */
  readonly formats: ReadonlySet<string> | undefined;
  readonly ignores: readonly string[];
  readonly useGitIgnore: boolean;
  /** What the names of data files have between base and extension. */
  readonly suffixes: readonly string[];
  /** Name of the data file of every folder, where it is not that of the folder. */
  readonly dataBaseName: string | undefined;
  /** Extensions of data files besides Eleventy's own. */
  readonly dataExtensions: readonly string[];
  readonly mergesDeep: boolean;
  /** Folder of the layouts, whose front matter is beneath that of pages. */
  readonly layouts: string;
  readonly layoutAliases: ReadonlyMap<string, string>;
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;

/** A folder as it is below another, without dots and outer slashes; `..` leads up. */
const toFolder = (from: string, written: string): string => {
  const path: string[] = from === '' ? [] : from.split('/');
  for (const segment of written.split('/')) {
    if (segment === '..') path.pop();
    else if (segment !== '' && segment !== '.') path.push(segment);
  }
  return joinPath(...path).slice(1);
};

const defaultFormats = ['liquid', 'md', 'njk', 'html', '11ty.js'];

export function toEleventySettings({
  config,
  configFile,
}: Pick<Site, 'config' | 'configFile'>): EleventySettings {
  const input = toFolder('', toText(config.input) ?? '');
  const below = (name: string, usual: string): string =>
    toFolder(input, typeof config[name] === 'string' ? String(config[name]) : usual);
  const data = below('data', '_data');
  const includes = below('includes', '_includes');
  const layouts = typeof config.layouts === 'string' ? [below('layouts', '')] : [];
  const formats = texts(config.templateFormats) ?? defaultFormats;
  return {
    input,
    parts: [includes, ...layouts, data].filter((folder) => folder !== input),
    data,
    formats:
      configFile === undefined || formats.includes('*')
        ? undefined
        : new Set([...formats, ...(texts(config.moreFormats) ?? [])]),
    ignores: texts(config.ignores) ?? [],
    useGitIgnore: config.useGitIgnore !== false,
    suffixes: texts(config.dataFileSuffixes) ?? ['.11tydata', ''],
    dataBaseName: toText(config.dataFileBaseName),
    dataExtensions: texts(config.dataExtensions) ?? [],
    mergesDeep: config.dataDeepMerge !== false,
    layouts: layouts[0] ?? includes,
    layoutAliases: new Map(
      (texts(config.layoutAliases) ?? []).map((alias) => {
        const [from = '', to = ''] = alias.split('\n');
        return [from, to];
      }),
    ),
  };
}
