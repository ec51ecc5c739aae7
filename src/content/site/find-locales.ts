/**
 * Which folders and suffixes are languages. A name of two letters is one where the site declares it, or where its posts
 * have counterparts without it, or in another language, and their words agree.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { detectLanguage } from '../language/detect-language.js';
import { mayBeIn, toWrittenWith } from '../language/language-scripts.js';
import { toLanguageTag } from '../language/language-tag.js';
import { spread } from '../language/usual-language.js';
import {
  type LocalePlace,
  type LocaleReading,
  type Locales,
  noLocales,
  plainKey,
  readLocales,
} from './locales.js';

/** Posts of each name that are looked into. */
const sampleSize = 8;
const primaryOf = (language: string): string => language.split('-')[0] ?? '';

const settingNames = new Set([
  'lang',
  'language',
  'languages',
  'languagecode',
  'locale',
  'locales',
  'i18n',
  'default_lang',
  'default_language',
  'defaultlocale',
  'defaultcontentlanguage',
]);

const namesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    settingNames.has(key.toLowerCase()) ? namesIn(inner) : [key],
  );
};

/** Languages that the configuration of any generator names, canonical. */
const toDeclared = (config: Readonly<Record<string, unknown>>): Set<string> =>
  new Set(
    Object.entries(config)
      .filter(([key]) => settingNames.has(key.toLowerCase()))
      .flatMap(([, value]) => namesIn(value))
      .flatMap((name) => toLanguageTag(name) ?? []),
  );

/** What stands in the same place of paths, under one name. */
interface Candidate extends Pick<LocaleReading, 'place'> {
  readonly name: string;
  readonly language: string;
  readonly readings: (LocaleReading & { readonly path: string })[];
}

const toCandidates = (paths: readonly string[]): Candidate[] => {
  const candidates = new Map<string, Candidate>();
  for (const path of paths)
    for (const reading of readLocales(path)) {
      const { locale: name, place } = reading;
      const id = JSON.stringify([name, place]);
      const known = candidates.get(id);
      if (known) known.readings.push({ ...reading, path });
      else
        candidates.set(id, {
          name,
          place,
          language: toLanguageTag(name) ?? '',
          readings: [{ ...reading, path }],
        });
    }
  return [...candidates.values()];
};

const withoutFences = (text: string): string => {
  let isCode = false;
  return text
    .split('\n')
    .filter((line) => {
      const isFence = /^(?:```|~~~)/.test(line);
      if (isFence) isCode = !isCode;
      return !isFence && !isCode;
    })
    .join('\n');
};

/** Words without front matter, code, tags and addresses, which are in English wherever they stand. */
const toWords = (head: string): string =>
  withoutFences(head.replace(/^---\n[\s\S]*?\n---\n|^\+\+\+\n[\s\S]*?\n\+\+\+\n/, ''))
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\]\([^()\n]*\)/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .slice(0, 2_000);

export interface LocaleEvidence {
  readonly config: Readonly<Record<string, unknown>>;
  /** The language of the site, where it is set. */
  readonly language: string | undefined;
  /** The beginning of the post at a path. */
  readonly readHead: (path: string) => Promise<string>;
}

/** @param paths of posts below the site's root. */
export async function findLocales(
  paths: readonly string[],
  { config, language: siteLanguage, readHead }: LocaleEvidence,
): Promise<Locales> {
  const candidates = toCandidates(paths);
  if (candidates.length === 0) return noLocales;
  const declared = toDeclared(config);
  if (siteLanguage !== undefined) declared.add(siteLanguage);
  const plain = new Set(paths.map(plainKey));
  const namesByKey = new Map<string, Set<string>>();
  for (const { name, readings } of candidates)
    for (const { key } of readings) namesByKey.set(key, (namesByKey.get(key) ?? new Set()).add(name));
  const hasSibling = ({ key }: LocaleReading): boolean => (namesByKey.get(key)?.size ?? 0) > 1;

  const isDeclared = (language: string): boolean =>
    declared.has(language) || [...declared].some((known) => primaryOf(known) === language);

  /** What the rest of the site is in, and a folder of a subject with it. */
  const usual = new Set(['en', ...[...declared].map(primaryOf)]);
  const detectAt = async (path: string): Promise<string | undefined> =>
    detectLanguage(toWords(await readHead(path)));
  const others = paths.filter((path) => readLocales(path).length === 0);
  for (const path of spread(others, sampleSize)) usual.add(primaryOf((await detectAt(path)) ?? 'en'));

  /** Positive where more of the posts are in the language than in those of the rest; 0 where they are too short. */
  const agreement = async ({ language, readings }: Candidate): Promise<number> => {
    const primary = primaryOf(language);
    let sum = 0;
    for (const { path } of spread(readings, sampleSize)) {
      const text = toWords(await readHead(path));
      const written = toWrittenWith(text);
      const found = primaryOf(detectLanguage(text) ?? '');
      if (found === primary) sum += 1;
      else if (written.languages.length > 0) sum += mayBeIn(written, primary) ? 1 : -1;
      else if (usual.has(found)) sum -= 1;
    }
    return sum;
  };

  const isLocale = async (candidate: Candidate): Promise<boolean> => {
    const { language, place, readings } = candidate;
    const isAtTop = place === undefined || place.isAtTop;
    if (isAtTop && isDeclared(language)) return true;
    const paired = readings.filter((reading) => hasSibling(reading) || plain.has(reading.key));
    if (paired.length === 0) return false;
    // Nobody names a subject `pt-br`.
    if (language.includes('-')) return true;
    const words = await agreement(candidate);
    if (words !== 0) return words > 0;
    const isMirrored = readings.length > 1 && paired.length * 2 > readings.length;
    // One page may be `om/index.md`, which is about the site, beside its index; not where all pages are in such folders.
    const isDivided = paired.some((reading) => !plain.has(reading.key));
    return isAtTop && (isMirrored || place === undefined || isDivided);
  };

  const suffixes = new Set<string>();
  const folders: (LocalePlace & { readonly name: string })[] = [];
  for (const candidate of candidates) {
    if (!(await isLocale(candidate))) continue;
    const { name, place } = candidate;
    if (place === undefined) suffixes.add(name);
    else folders.push({ ...place, name });
  }
  return { suffixes: [...suffixes].sort(), folders };
}
