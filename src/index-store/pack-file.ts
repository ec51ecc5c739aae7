/**
 * A pack: consecutive passages of one or several posts in one file, with all that is shown of these posts. A hit costs one.
 * @module
 */

import type { StoredPassage } from '../documents/document-store.js';
import { toFacetValues } from '../documents/facet-values.js';
import { aboveNext, headingText, type Passage } from '../documents/passage.js';
import { valueFacets } from '../domain/facets.js';
import type { Heading } from '../domain/post.js';
import type { StoredDocument } from '../domain/search.js';
import { type CheckedObject, corrupt, toNamed } from './checked-json.js';
import { parseBody, toBody } from './seal.js';

/** What stands at each place of the list that a post is; `null` where the post has nothing of it. */
const names = [
  'id',
  'url',
  'title',
  'date',
  ...valueFacets.map(({ name }) => name),
  'image',
  'translations',
  'above',
  'passages',
];
/** The same of a heading; the last may be left out. */
const headingNames = ['level', 'start', 'end', 'anchor'];

type Translations = NonNullable<StoredPassage['translations']>;
/** What stands at each place of the list that a translation is; the last may be left out. */
const translationNames = ['language', 'url', 'title', 'expires'];

/** A passage as it will stand in a pack. */
export interface PackedPassage {
  /** JSON: a list of the text and of the headings. */
  readonly body: Uint8Array;
  readonly above: Passage['above'];
}

/** Consecutive passages of one post, and what is shown of it. */
export interface Stretch {
  readonly document: StoredDocument;
  readonly translations?: Translations | undefined;
  /** At least one. */
  readonly passages: readonly PackedPassage[];
}

/**
 * The anchor that most site generators make of a heading in English, and that is not written down therefore: in lower case,
 * without all but ASCII letters, digits, `-` and `_`, and with `-` for each blank.
 */
const toUsualAnchor = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-');

const toHeadingList = ({ level, start, end, text, anchor }: Heading): readonly unknown[] =>
  anchor === toUsualAnchor(text) ? [level, start, end] : [level, start, end, anchor];

const toAboveList = ({ text, anchor }: NonNullable<Passage['above']>): readonly string[] =>
  anchor === toUsualAnchor(text) ? [text] : [text, anchor];

export const toPackedPassage = ({ text, headings, above }: Passage): PackedPassage => ({
  body: toBody([text, ...headings.map(toHeadingList)]),
  // A string that is cut out of the post's text would keep all of it in memory.
  above: structuredClone(above),
});

/** The beginning of the list that a post is: all but its passages. */
const toHead = ({ document, translations }: Omit<Stretch, 'passages'>, above: Passage['above']): string => {
  const { id, url, title, date, image } = document;
  const others = translations?.map(({ language, url, title, expires }) =>
    expires === undefined ? [language, url, title] : [language, url, title, expires],
  );
  const values = valueFacets.map(({ name }) => (document[name]?.length === 0 ? undefined : document[name]));
  const head = [id, url, title, date, ...values, image, others, above && toAboveList(above)];
  return `${JSON.stringify(head).slice(0, -1)},[`;
};

const encoder = new TextEncoder();

/** Bytes that what is shown of a post takes in each pack that has passages of it. */
export const headSize = (post: Omit<Stretch, 'passages'>): number =>
  encoder.encode(toHead(post, undefined)).length;

/** What is under the seal of a pack: the same passages always give the same bytes. */
export const toPackBody = (stretches: readonly Stretch[]): Uint8Array => {
  const decoder = new TextDecoder();
  const posts = stretches.map(({ passages, ...post }) => {
    const bodies = passages.map(({ body }) => decoder.decode(body));
    return `${toHead(post, passages[0]?.above)}${bodies.join()}]]`;
  });
  return encoder.encode(`[${posts.join()}]`);
};

const parseHeading = (value: unknown, text: string, file: string): Heading => {
  const heading = toNamed(value, headingNames, file);
  const start = heading.count('start');
  const end = heading.count('end');
  if (start > end || end > text.length) throw corrupt(file, 'has a heading outside of its text');
  const words = headingText(text, start, end);
  const anchor = heading.optionalString('anchor') ?? toUsualAnchor(words);
  return { level: heading.count('level'), text: words, anchor, start, end };
};

const parsePassage = (value: unknown, above: Passage['above'], file: string): Passage => {
  const [text, ...headings]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof text !== 'string') throw corrupt(file, 'has a passage without a text');
  return {
    text,
    headings: headings.map((heading) => parseHeading(heading, text, file)),
    ...(above && { above }),
  };
};

const parseDocument = (value: CheckedObject): StoredDocument => {
  const date = value.optionalString('date');
  const image = value.optionalString('image');
  return {
    id: value.string('id'),
    url: value.string('url'),
    title: value.string('title'),
    ...(date !== undefined && { date }),
    ...toFacetValues(({ name, many }) => (many ? value.optionalStrings(name) : value.optionalString(name))),
    ...(image !== undefined && { image }),
  };
};

const parseTranslation = (item: unknown, file: string): Translations[number] => {
  const value = toNamed(item, translationNames, file);
  const expires = value.optionalCount('expires');
  return {
    language: value.string('language'),
    url: value.string('url'),
    title: value.string('title'),
    ...(expires !== undefined && { expires }),
  };
};

const parseTranslations = (value: CheckedObject, file: string): Pick<StoredPassage, 'translations'> => {
  const items = value.optionalList('translations') ?? [];
  return items.length === 0 ? {} : { translations: items.map((item) => parseTranslation(item, file)) };
};

const parseAbove = (value: CheckedObject): Passage['above'] => {
  const [text, anchor] = value.optionalStrings('above');
  return text === undefined ? undefined : { text, anchor: anchor ?? toUsualAnchor(text) };
};

const parseStretch = (post: unknown, file: string): readonly StoredPassage[] => {
  const value = toNamed(post, names, file);
  const document = parseDocument(value);
  const translations = parseTranslations(value, file);
  let above = parseAbove(value);
  return value.list('passages').map((item) => {
    const passage = parsePassage(item, above, file);
    above = aboveNext(passage);
    return { ...passage, document, ...translations };
  });
};

/**
 * @returns the passages of a pack, in order
 * @throws LookbackError `index-corrupt`
 */
export const parsePack = (bytes: Uint8Array, file: string): readonly StoredPassage[] => {
  const posts = parseBody(bytes, file);
  if (!Array.isArray(posts)) throw corrupt(file, 'is no list of posts');
  return posts.flatMap((post) => parseStretch(post, file));
};
