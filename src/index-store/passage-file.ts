/**
 * One passage of a post with all that is shown of the post: a hit costs one small file.
 * @module
 */
import type { StoredPassage } from '../documents/document-store.js';
import { toFacetValues } from '../documents/facet-values.js';
import { type FacetValues, mapValueFacets } from '../domain/facets.js';
import { CheckedObject, corrupt } from './checked-json.js';
import { parseBody, toBody } from './seal.js';

/** Properties in a fixed order, empty ones left out: the same passage always gives the same bytes. */
export const toPassageBody = ({ document, text, headings, above }: StoredPassage): Uint8Array =>
  toBody({
    id: document.id,
    url: document.url,
    title: document.title,
    date: document.date,
    ...mapValueFacets(({ name }) => (document[name]?.length === 0 ? undefined : document[name])),
    image: document.image,
    above: above && [above.text, above.anchor],
    headings:
      headings.length > 0
        ? headings.map(({ level, start, end, anchor }) => ({ level, start, end, anchor }))
        : undefined,
    text,
  });

type Translations = NonNullable<StoredPassage['translations']>;

/**
 * What a post is in other languages is known when all posts are, long after its passages are bytes: it is the last property.
 * @param body what {@link toPassageBody} gave
 */
export const withTranslations = (body: Uint8Array, translations: Translations): Uint8Array => {
  const last = new TextEncoder().encode(`,"translations":${JSON.stringify(translations)}}`);
  const whole = new Uint8Array(body.length - 1 + last.length);
  whole.set(body.subarray(0, -1));
  whole.set(last, body.length - 1);
  return whole;
};

const parseTranslation = (value: CheckedObject): Translations[number] => {
  const expires = value.optionalCount('expires');
  return {
    language: value.string('language'),
    url: value.string('url'),
    title: value.string('title'),
    ...(expires !== undefined && { expires }),
  };
};

const parseAbove = (value: CheckedObject, file: string): StoredPassage['above'] => {
  const above = value.optionalStrings('above');
  if (above.length === 0) return undefined;
  const [text, anchor] = above;
  if (text === undefined || anchor === undefined) throw corrupt(file, 'has a heading without an anchor');
  return { text, anchor };
};

const parseValues = (value: CheckedObject): FacetValues =>
  toFacetValues(({ name, many }) => (many ? value.optionalStrings(name) : value.optionalString(name)));

/** @throws LookbackError `index-corrupt` */
export const parsePassage = (bytes: Uint8Array, file: string): StoredPassage => {
  const value = new CheckedObject(parseBody(bytes, file), file);
  const text = value.string('text');
  const headings = value.optionalObjects('headings').map((heading) => {
    const start = heading.count('start');
    const end = heading.count('end');
    if (start > end || end > text.length) throw corrupt(file, 'has a heading outside of its text');
    return {
      level: heading.count('level'),
      text: text.slice(start, end),
      anchor: heading.string('anchor'),
      start,
      end,
    };
  });
  const above = parseAbove(value, file);
  const date = value.optionalString('date');
  const image = value.optionalString('image');
  const translations = value.optionalObjects('translations').map(parseTranslation);
  return {
    document: {
      id: value.string('id'),
      url: value.string('url'),
      title: value.string('title'),
      ...(date !== undefined && { date }),
      ...parseValues(value),
      ...(image !== undefined && { image }),
    },
    text,
    headings,
    ...(above && { above }),
    ...(translations.length > 0 && { translations }),
  };
};
