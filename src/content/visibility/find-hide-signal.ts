/**
 * Whether a post may be seen. Every hide signal of every generator counts, whichever generator the site has:
 * a post that is missing is noticed and reported, one that has leaked cannot be called back.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { type FrontMatter, type FrontMatterEntry, toEntries, toKey } from '../front-matter/front-matter.js';
import { hideByDate } from './by-date.js';
import { hideByFlag } from './by-flag.js';
import { asksForNoindex } from './by-noindex.js';
import { hideByWord } from './by-word.js';
import { type Hidden, hide, placeOf, type VisibilityRules } from './hidden.js';

/** Mappings in which exporters of Ghost and WordPress write what stands at the top elsewhere. */
const exporterKeys = new Set(['ghost', 'wp', 'wordpress']);
/** Those in which some themes and databases do. */
const recordKeys = new Set(['post', 'attributes', 'properties', 'params', 'extra']);
/** Mappings that hold anything: only what is clear counts. */
const looseKeys = new Set(['meta', 'metadata', 'seo']);

/** `wp:post_password` and `ghost_visibility` without their exporter, whose `status` says nothing but who may see a post. */
const withoutExporter = (entry: FrontMatterEntry): FrontMatterEntry => {
  const key = entry.key.replace(/^(?:wp|wordpress|ghost)[:.]?(?=[a-z])/, '');
  return key === entry.key ? entry : { ...entry, key: key === 'status' ? 'poststatus' : key };
};

const entriesIn = (frontMatter: FrontMatter, keys: ReadonlySet<string>): FrontMatter =>
  frontMatter.flatMap((entry) =>
    keys.has(entry.key) && isObject(entry.value)
      ? toEntries(entry.value).map((inner) => ({ ...inner, ...placeOf(entry) }))
      : [],
  );

/**
 * @param pathDate the date that the path gives, used where front matter has none.
 * @returns why the post must not be seen, or `undefined`.
 */
export function findHideSignal(
  path: string,
  frontMatter: FrontMatter,
  pathDate: string | undefined,
  rules: VisibilityRules,
): Hidden | undefined {
  if (path.split('/').includes('_drafts'))
    return { reason: 'draft', message: 'is in _drafts', hint: 'Move it out of _drafts to publish it.' };
  // Nuxt Content's, which authors of other sites write too.
  if (/\.drafts?\.[^./]{1,10}$/i.test(path))
    return {
      reason: 'draft',
      message: 'is named a draft',
      hint: 'Take .draft out of its name to publish it.',
    };
  const exported = entriesIn(frontMatter, exporterKeys).map((entry) => ({ ...entry, key: `wp${entry.key}` }));
  const own = [...frontMatter, ...exported].map(withoutExporter);
  for (const entry of [...own, ...entriesIn(own, recordKeys)]) {
    const hidden = hideByFlag(entry, rules) ?? hideByWord(entry, rules);
    if (hidden) return hidden;
  }
  for (const entry of entriesIn(own, looseKeys)) {
    const hidden = hideByFlag(entry, rules, true) ?? hideByWord(entry, rules, true);
    if (hidden) return hidden;
  }
  const hidden = hideByDate(own, pathDate, rules);
  if (hidden || rules.noindex === 'include') return hidden;
  const asking = own.find(({ key, value }) => asksForNoindex(key, value));
  return (
    asking &&
    hide(
      asking,
      'noindex',
      'that search engines must not list it',
      `Change ${asking.name}, or set noindex to include for the posts that say so.`,
    )
  );
}

/** One of these hides a post, under every key that can. */
const telling: readonly unknown[] = [
  true,
  false,
  'draft',
  'no date',
  '0001-01-01',
  '9999-12-31',
  { draft: true, noindex: true, exclude: true, render: 'never' },
];

/** True for a key under which some value hides a post. */
export const canHide = (name: string): boolean =>
  telling.some(
    (value) =>
      findHideSignal('', [{ name, key: toKey(name), value }], undefined, {
        now: 0,
        timeZone: 'UTC',
        draftHides: true,
        show: [],
        noindex: 'skip',
      }) !== undefined,
  );
