/**
 * Which folders and file suffixes are languages. `cs/` may hold Czech or computer science: it is a language
 * where a post in it has a counterpart in another.
 * @module
 */
import { toSourcePath } from '../generators/source-path.js';
import { toLanguageTag, toLocale } from './language-tag.js';

const withoutSuffix = (name: string, locale: string): string => {
  for (const separator of ['.', '-', '_'])
    if (name.toLowerCase().endsWith(separator + locale.toLowerCase()))
      return name.slice(0, -locale.length - 1);
  return name;
};

interface LocalPath {
  /** As written. */
  readonly locale: string;
  /** The path without it, which all translations share. */
  readonly key: string;
}

/** Every reading of a path in which one of its parts is a language. */
const readings = (path: string): LocalPath[] => {
  const { folders, name } = toSourcePath(path);
  const found = folders.flatMap((folder, index): LocalPath[] =>
    toLocale(folder) === undefined
      ? []
      : [
          {
            locale: folder,
            key: [...folders.slice(0, index), ...folders.slice(index + 1), withoutSuffix(name, folder)].join(
              '/',
            ),
          },
        ],
  );
  const suffix = /\.([^.]+)$/.exec(name)?.[1];
  if (suffix !== undefined && toLocale(suffix) !== undefined)
    found.push({ locale: suffix, key: [...folders, name.slice(0, -suffix.length - 1)].join('/') });
  return found;
};

const plainKey = (path: string): string => {
  const { folders, name } = toSourcePath(path);
  return [...folders, name].join('/');
};

/** The names of folders and suffixes that are languages in this site, as written, sorted. */
export function findLocales(files: readonly string[]): string[] {
  const plain = new Set(files.map(plainKey));
  const byKey = new Map<string, Set<string>>();
  for (const file of files)
    for (const { locale, key } of readings(file)) byKey.set(key, (byKey.get(key) ?? new Set()).add(locale));
  const locales = new Set<string>();
  for (const [key, found] of byKey)
    if (found.size > 1 || plain.has(key)) for (const locale of found) locales.add(locale);
  return [...locales].sort();
}

/** The language of a path, canonical, and what it shares with its translations. */
export function toLocalPath(
  path: string,
  locales: readonly string[],
): { readonly language?: string; readonly key: string } {
  const reading = readings(path).find(({ locale }) => locales.includes(locale));
  if (reading === undefined) return { key: plainKey(path) };
  const language = toLanguageTag(reading.locale);
  return { key: reading.key, ...(language !== undefined && { language }) };
}
