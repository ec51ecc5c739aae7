/**
 * Keys that say yes or no to being seen.
 * @module
 */
import type { SkipReason } from '../../domain/skip.js';
import { parseEntryDate } from '../dates/entry-date.js';
import { type FrontMatterEntry, hasValue, isRecord } from '../front-matter/front-matter.js';
import { publishDateKeys } from './date-keys.js';
import { type Hidden, hide, type VisibilityRules } from './hidden.js';
import { isPublic, isScalar, isShown, quote, scalarsOf, showHint, shown, toFlag, toWord } from './words.js';

/** Keys that hide a post unless they clearly say no. */
const hidingKeys: Readonly<Record<string, SkipReason>> = {
  draft: 'draft',
  drafts: 'draft',
  isdraft: 'draft',
  saveasdraft: 'draft',
  unlisted: 'unpublished',
  isunlisted: 'unpublished',
  private: 'unpublished',
  isprivate: 'unpublished',
  hidden: 'unpublished',
  ishidden: 'unpublished',
  bookhidden: 'unpublished',
  geekdochidden: 'unpublished',
  headless: 'unpublished',
  unpublished: 'unpublished',
  unpublish: 'unpublished',
  nopublish: 'unpublished',
  notpublished: 'unpublished',
  dontpublish: 'unpublished',
  donotpublish: 'unpublished',
  membersonly: 'unpublished',
  subscribersonly: 'unpublished',
  eleventyexcludefromcollections: 'unpublished',
  excludefromsearch: 'unpublished',
  excludesearch: 'unpublished',
  searchexclude: 'unpublished',
  booksearchexclude: 'unpublished',
  searchexcluded: 'unpublished',
  searchhidden: 'unpublished',
  hidesearch: 'unpublished',
  hidefromsearch: 'unpublished',
  hideinsearch: 'unpublished',
  hiddenfromsearch: 'unpublished',
  hiddeninsearch: 'unpublished',
  nosearch: 'unpublished',
};

/** Keys whose value is a secret, and is never quoted. */
const secretKeys = new Set([
  'password',
  'postpassword',
  'passphrase',
  'passcode',
  'encrypt',
  'encrypted',
  'encryption',
]);

/** Keys that hide a post when they say no, nothing, or what cannot be understood. */
const showingKeys = new Set([
  'published',
  'ispublished',
  'publish',
  'public',
  'ispublic',
  'visible',
  'isvisible',
  'listed',
  'islisted',
  'dgpublish',
]);

/** Keys that hide when they say no, and hold other things otherwise. */
const switchKeys = new Set(['permalink', 'render', 'build', 'routable', 'discoverable']);
/** The same, of what finds posts; a word may say no too: `search: exclude`. */
const searchKeys = new Set([
  'search',
  'searchable',
  'searchindex',
  'insearchindex',
  'searchindexed',
  'includeinsearch',
  'showinsearch',
  'insearch',
  'localsearch',
  'sitesearch',
  'indexing',
  'algolia',
  'lunr',
  'pagefind',
  'tipuesearchactive',
]);

/** Keys that hide when they say yes, and hold other things otherwise. */
const yesKeys = new Set([
  'hide',
  'ignore',
  'ignored',
  'emailonly',
  'wip',
  'unfinished',
  'scheduled',
  'embargo',
  'embargoed',
  'expired',
  'deleted',
  'trashed',
  'disabled',
  'restricted',
  'protected',
  'confidential',
  'secret',
  'internal',
  'paywall',
  'paywalled',
  'premium',
  'loginrequired',
  'requirelogin',
  'requireslogin',
  'requireauth',
  'requiresauth',
]);

const offWords = new Set(['exclude', 'excluded', 'ignore', 'ignored', 'none', 'never', 'hidden', 'hide']);
const offParts = ['exclude', 'excluded', 'ignore', 'disable', 'disabled', 'hidden', 'hide', 'noindex'];
const onParts = ['include', 'enabled', 'enable', 'index', 'build', 'show', 'visible'];

/** `false`, `{exclude: true}`, `{build: false}`. */
const isNo = (value: unknown): boolean => {
  if (!isRecord(value)) return hasValue(value) && toFlag(value) === false;
  return (
    offParts.some((part) => toFlag(value[part]) === true) ||
    onParts.some((part) => hasValue(value[part]) && toFlag(value[part]) === false)
  );
};

/** The same, and `exclude`. */
export const isOff = (value: unknown): boolean =>
  isNo(value) || scalarsOf(value).some((text) => offWords.has(toWord(text)));

/** Hugo's words for a page that is not made, or stands in no list of the site. */
const isBuiltNowhere = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && /^(?:never|false|no|off|link|local)$/i.test(value.trim()));

const hideUnknown = (
  entry: FrontMatterEntry,
  reason: SkipReason,
  clear: string,
  rules: VisibilityRules,
): Hidden | undefined => {
  const [value = '', ...more] = scalarsOf(entry.value);
  if (more.length === 0 && value !== '' && isShown(entry, value, rules.show)) return undefined;
  return hide(
    entry,
    reason,
    value === '' ? shown(entry.value) : `${quote(entry.value)}, which is neither yes nor no`,
    `Write ${entry.name}: ${clear} to publish the post${more.length === 0 ? showHint(entry, value) : ''}.`,
  );
};

/** @param certain where what cannot be understood means nothing. */
export function hideByFlag(
  entry: FrontMatterEntry,
  rules: VisibilityRules,
  certain = false,
): Hidden | undefined {
  const { key, value } = entry;
  const flag = toFlag(value);
  if (secretKeys.has(key))
    return hasValue(value) && flag !== false && !(certain && flag === undefined)
      ? hide(entry, 'unpublished', 'that it is locked', `Remove ${entry.name} to publish the post.`)
      : undefined;
  const reason = Object.hasOwn(hidingKeys, key) ? hidingKeys[key] : undefined;
  if (reason !== undefined) {
    if ((reason === 'draft' && !rules.draftHides) || !hasValue(value) || flag === false) return undefined;
    if (flag === true) return hide(entry, reason, shown(value));
    return certain ? undefined : hideUnknown(entry, reason, 'false', rules);
  }
  if (showingKeys.has(key)) {
    // `visible: PUBLIC` says it in a word.
    if (flag === true || (isScalar(value) && isPublic(String(value)))) return undefined;
    if (!hasValue(value)) return certain ? undefined : hide(entry, 'unpublished', 'nothing');
    if (flag === false) return hide(entry, 'unpublished', shown(value));
    // `published` is also a name for a date.
    if (certain || (publishDateKeys.has(key) && parseEntryDate(entry, rules) !== undefined)) return undefined;
    return hideUnknown(entry, 'unpublished', 'true', rules);
  }
  if ((switchKeys.has(key) && isNo(value)) || (searchKeys.has(key) && isOff(value)))
    return hide(entry, 'unpublished', flag === undefined ? 'no' : shown(value));
  if (yesKeys.has(key) && flag === true)
    return hide(entry, key === 'expired' ? 'expired' : 'unpublished', shown(value));
  if (key === 'build' && isRecord(value) && (isBuiltNowhere(value.render) || isBuiltNowhere(value.list)))
    return hide(entry, 'unpublished', 'never');
  return undefined;
}
