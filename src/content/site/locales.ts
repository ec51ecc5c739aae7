/**
 * How paths name languages: by a folder, `cs/post.md`, or by a suffix, `post.cs.md`. Which of them do is found in
 * `find-locales.ts`: `cs/` may hold Czech or computer science.
 * @module
 */
import { toSourcePath } from '../generators/source-path.js';
import { toLanguageTag, toLocale } from '../language/language-tag.js';

/** Names, as written, that are languages in this site. */
export interface Locales {
  readonly suffixes: readonly string[];
  /** A name may be a language in one place and a subject elsewhere. */
  readonly folders: readonly (LocalePlace & { readonly name: string })[];
}

/** Where a folder stands in a site. */
export interface LocalePlace {
  /** Number of folders above it. */
  readonly depth: number;
  /** Those hold the pages of a site rather than of a subject: what is right below them divides the site. */
  readonly isAtTop: boolean;
}

export const noLocales: Locales = { suffixes: [], folders: [] };

const container =
  /^(?:_.*|contents?|docs?|documentation|src|source|pages|posts?|articles|blog|news|i18n|locales?|langs?|languages|translat(?:ions?|ed)|site|website|web|public|app|data)$/i;

const withoutSuffix = (name: string, locale: string): string => {
  for (const separator of ['.', '-', '_'])
    if (name.toLowerCase().endsWith(separator + locale.toLowerCase()))
      return name.slice(0, -locale.length - 1);
  return name;
};

/** A reading of a path in which one of its parts is a language. */
export interface LocaleReading {
  /** As written. */
  readonly locale: string;
  /** `undefined` for a suffix. */
  readonly place: LocalePlace | undefined;
  /** The path without it, which all translations share. */
  readonly key: string;
}

export const readLocales = (path: string): LocaleReading[] => {
  const { folders, name } = toSourcePath(path);
  const found = folders.flatMap((folder, depth): LocaleReading[] => {
    if (toLocale(folder) === undefined) return [];
    const others = [...folders.slice(0, depth), ...folders.slice(depth + 1)];
    const isAtTop = folders.slice(0, depth).every((above) => container.test(above));
    return [
      { locale: folder, place: { depth, isAtTop }, key: [...others, withoutSuffix(name, folder)].join('/') },
    ];
  });
  const suffix = /\.([^.]+)$/.exec(name)?.[1];
  if (suffix !== undefined && toLocale(suffix) !== undefined)
    found.push({
      locale: suffix,
      place: undefined,
      key: [...folders, name.slice(0, -suffix.length - 1)].join('/'),
    });
  return found;
};

/** What a path shares with its translations if nothing in it is a language. */
export const plainKey = (path: string): string => {
  const { folders, name } = toSourcePath(path);
  return [...folders, name].join('/');
};

/** The language of a path, canonical, and what it shares with its translations. */
export function toLocalPath(
  path: string,
  { suffixes, folders }: Locales,
): { readonly language?: string; readonly key: string } {
  const reading = readLocales(path).find(({ locale, place }) =>
    place === undefined
      ? suffixes.includes(locale)
      : folders.some(
          ({ name, depth, isAtTop }) => name === locale && depth === place.depth && isAtTop === place.isAtTop,
        ),
  );
  if (reading === undefined) return { key: plainKey(path) };
  const language = toLanguageTag(reading.locale);
  return { key: reading.key, ...(language !== undefined && { language }) };
}
