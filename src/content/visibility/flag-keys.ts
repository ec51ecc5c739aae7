/**
 * What generators, themes, plugins and authors call the keys that say whether a post is seen.
 * @module
 */
import type { SkipReason } from '../../domain/skip.js';

/** Keys that hide a post unless they clearly say no. */
export const hidingKeys: Readonly<Record<string, SkipReason>> = {
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
export const secretKeys = new Set([
  'password',
  'postpassword',
  'passphrase',
  'passcode',
  'encrypt',
  'encrypted',
  'encryption',
]);

/** Keys that hide a post when they say no, nothing, or what cannot be understood. */
export const showingKeys = new Set([
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
export const switchKeys = new Set(['permalink', 'render', 'build', 'routable', 'discoverable']);
/** The same, of what finds posts; a word may say no too: `search: exclude`. */
export const searchKeys = new Set([
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
export const yesKeys = new Set([
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
