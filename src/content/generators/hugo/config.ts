/**
 * Settings as Hugo looks them up: in any case, and a language's own before the site's.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { ConfiguredSite } from '../../site/site.js';
import { toSplitNames } from '../taxonomy.js';

export type HugoSettings = Readonly<Record<string, unknown>>;

export interface HugoConfig {
  readonly settings: HugoSettings;
  /** Those of a language: what it says itself, and the site's beneath. */
  settingsOf(language: string | undefined): HugoSettings;
  /** Codes of the languages that the site has, lower case, those that it leaves out included. */
  readonly languages: readonly string[];
  /** The same as they are written, for names of files. */
  readonly writtenLanguages: readonly string[];
  readonly disabled: ReadonlySet<string>;
  /** Of files that no suffix, folder or mount gives another; as it is written. */
  readonly defaultLanguage: string;
  /** What the site says its texts are in. */
  readonly language: string | undefined;
  /** Every language has an address of its own, so that none needs a folder. */
  readonly isMultihost: boolean;
}

/** Every name in lower case, at any depth; what YAML aliases share stays shared. */
const withLowerNames = (value: unknown, known = new Map<unknown, unknown>()): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (known.has(value)) return known.get(value);
  // One that holds itself ends here.
  known.set(value, {});
  const lower = Array.isArray(value)
    ? value.map((item) => withLowerNames(item, known))
    : Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name.toLowerCase(), withLowerNames(inner, known)]),
      );
  known.set(value, lower);
  return lower;
};

const toSettings = (value: unknown): HugoSettings => (isObject(value) ? value : {});

/** `true`, and the text that stands for it where a file was generated. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true';

export function readHugoConfig(site: ConfiguredSite): HugoConfig {
  const settings = toSettings(withLowerNames(site.config));
  const languages = toSettings(settings.languages);
  const codes = Object.keys(languages);
  const left = toSplitNames(settings.disablelanguages, /[\s,]/);
  const disabled = new Set([
    ...left.map((code) => code.toLowerCase()),
    ...codes.filter((code) => isTrue(toSettings(languages[code]).disabled)),
  ]);
  const written = Object.entries(site.config).find(([name]) => name.toLowerCase() === 'languages')?.[1];
  const writtenLanguages = [
    ...Object.keys(toSettings(written)),
    ...left,
    // Where the site has no configuration, the folders and the names of files tell.
    ...(site.configFile === undefined ? site.locales.suffixes : []),
  ];
  return {
    settings,
    settingsOf: (language) => ({ ...settings, ...toSettings(languages[language?.toLowerCase() ?? '']) }),
    languages: [...new Set(writtenLanguages.map((code) => code.toLowerCase()))],
    writtenLanguages,
    disabled,
    // The code of a language is not the name of a folder.
    defaultLanguage: toText(settings.defaultcontentlanguage) ?? 'en',
    language:
      toText(settings.defaultcontentlanguage) ??
      toText(settings.languagecode ?? settings.locale)?.split('-')[0],
    isMultihost: codes.length > 1 && codes.every((code) => toSettings(languages[code]).baseurl !== undefined),
  };
}
