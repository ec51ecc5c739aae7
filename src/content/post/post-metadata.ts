/**
 * Front matter -> what is known of a post, whatever its generator.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import type { PostNotice } from '../content.js';
import { type EntryDateRules, parseDate, parseEntryDate, type SiteDate } from '../dates/parse-date.js';
import {
  type FrontMatter,
  type FrontMatterEntry,
  findEntry,
  findText,
  findValue,
  toEntries,
  toText,
} from '../front-matter/front-matter.js';
import { toNames, toSplitNames } from '../generators/taxonomy.js';
import { toLanguageTag } from '../language/language-tag.js';
import { toPlainInline } from './inline-markup.js';

/** `date: {created, updated}`: the dates of a post of Material for MkDocs. */
const withPlainDate = (entry: FrontMatterEntry): FrontMatterEntry[] => {
  if (entry.key !== 'date' || !isObject(entry.value)) return [entry];
  const { created, updated } = entry.value;
  return [
    { ...entry, value: created },
    ...(updated === undefined ? [] : [{ ...entry, name: 'date.updated', key: 'updated', value: updated }]),
  ];
};

/** Hugo's `params`, Zola's `extra` and Docusaurus's `last_update` hold what others write at the top. */
export function withNested(frontMatter: FrontMatter): FrontMatter {
  const plain = frontMatter.flatMap(withPlainDate);
  const nested = plain.flatMap(({ key, value, line }): FrontMatterEntry[] =>
    (key === 'params' || key === 'extra') && isObject(value)
      ? toEntries(value).map((entry) => (line === undefined ? entry : { ...entry, line }))
      : [],
  );
  if (nested.length === 0) return plain;
  const named = new Set(plain.map(({ key }) => key));
  return [...plain, ...nested.filter(({ key }) => !named.has(key))];
}

const dateKeys = [
  'date',
  'pubdate',
  'publishdate',
  'published',
  'publishedat',
  'publish',
  'publishon',
  'created',
  'createdat',
  'datecreated',
];
const updatedKeys = [
  'updated',
  'lastmod',
  'modified',
  'lastmodifiedat',
  'updatedat',
  'updateddate',
  'dateupdated',
  'datemodified',
  'lastupdated',
];

const firstDate = (
  frontMatter: FrontMatter,
  keys: readonly string[],
  rules: EntryDateRules,
): SiteDate | undefined => {
  for (const key of keys) {
    const date = parseEntryDate(findEntry(frontMatter, key), rules);
    if (date) return date;
  }
  return undefined;
};

export const findDate = (
  frontMatter: FrontMatter,
  pathDate: string | undefined,
  rules: EntryDateRules,
): SiteDate | undefined => firstDate(frontMatter, dateKeys, rules) ?? parseDate(pathDate, rules);

export function findUpdated(frontMatter: FrontMatter, rules: EntryDateRules): SiteDate | undefined {
  const lastUpdate = findValue(frontMatter, 'lastupdate');
  return (
    firstDate(frontMatter, updatedKeys, rules) ??
    parseDate(isObject(lastUpdate) ? lastUpdate.date : undefined, rules)
  );
}

/** @param known names by key, where the site keeps a list of authors. */
export function findAuthors(
  frontMatter: FrontMatter,
  known: Readonly<Record<string, unknown>> = {},
): string[] {
  const value = findValue(frontMatter, 'authors', 'author', 'byline');
  const names = typeof value === 'string' && value.includes(';') ? toSplitNames(value, /;/) : toNames(value);
  return names.map((name) => {
    const author = Object.hasOwn(known, name) ? known[name] : undefined;
    return (isObject(author) ? toText(author.name) : undefined) ?? toPlainInline(name);
  });
}

/** `series: X`, `series: [X]`, `series: {name: X}`. */
export const findSeries = (frontMatter: FrontMatter): string | undefined =>
  toNames(findValue(frontMatter, 'series'))[0];

const imageKeys = [
  'image',
  'cover',
  'coverimage',
  'featuredimage',
  'heroimage',
  'thumbnail',
  'banner',
  'socialimage',
  'ogimage',
  'images',
  'primaryimage',
];

/** An address that can be shown: relative, or http(s). Anything else, a script above all, is none. */
export function findImage(frontMatter: FrontMatter): string | undefined {
  for (const key of imageKeys) {
    const value = findValue(frontMatter, key);
    const [item]: readonly unknown[] = Array.isArray(value) ? value : [value];
    const text = isObject(item)
      ? (toText(item.url) ?? toText(item.src) ?? toText(item.path) ?? toText(item.image))
      : typeof item === 'string'
        ? toText(item)
        : undefined;
    if (
      text !== undefined &&
      text.length < 2000 &&
      /[./]/.test(text) &&
      (/^https?:\/\//i.test(text) || !/^[^/?#]*:/.test(text))
    )
      return text;
  }
  return undefined;
}

const excerptKeys = ['excerpt', 'summary', 'description', 'deck', 'abstract', 'teaser', 'subtitle'];

/** Text the author wrote for lists; one with template syntax is not text. */
export function findExcerpt(frontMatter: FrontMatter): string | undefined {
  for (const key of excerptKeys) {
    const text = findText(frontMatter, key);
    if (text === undefined || /\{[{%]/.test(text)) continue;
    const plain = toPlainInline(text);
    if (plain !== '') return plain;
  }
  return undefined;
}

const translationKeys = ['translationkey', 'translationid', 'translationof', 'i18nkey', 'langref', 'pageid'];

export const findTranslationKey = (frontMatter: FrontMatter): string | undefined =>
  findText(frontMatter, ...translationKeys);

/** What an author may weigh a post with. */
const maxSearchWeight = 10;

/** `searchWeight: 2`: how much more, or less, than others the post counts in a search. What is no such number is told, and counts as 1. */
export const findSearchWeight = (
  frontMatter: FrontMatter,
  notify: (notice: PostNotice) => void,
): number | undefined => {
  const entry = findEntry(frontMatter, 'searchweight');
  if (entry === undefined) return undefined;
  const text = toText(entry.value) ?? '';
  const weight = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : 0;
  if (weight > 0 && weight <= maxSearchWeight) return weight;
  notify({
    message: `has a ${entry.name} that is no number above 0 and up to ${maxSearchWeight}`,
    hint: `Write a number such as 1.5, or take ${entry.name} away; the post is found as if it had none.`,
    ...(entry.line !== undefined && { line: entry.line }),
  });
  return undefined;
};

/** The language that a post says it is in, canonical; what is no language tag is none. */
export const findLanguage = (frontMatter: FrontMatter): string | undefined =>
  toLanguageTag(findText(frontMatter, 'lang', 'language', 'locale') ?? '');
