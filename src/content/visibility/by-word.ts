/**
 * Keys that say in a word who may see a post: `status`, `visibility`, `access`.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import type { Notice } from '../../domain/skip.js';
import { type FrontMatter, type FrontMatterEntry, hasValue } from '../front-matter/front-matter.js';
import { type Hidden, hide, placeOf, type VisibilityRules } from './hidden.js';
import { isPublic, isShown, quote, scalarsOf, showHint, toFlag, toWord } from './words.js';

/** Keys that are there to hide: a value that nobody knows hides. */
export const gateKeys = new Set([
  'visibility',
  'postvisibility',
  'pagevisibility',
  'contentvisibility',
  'access',
  'accesslevel',
  'accesscontrol',
  'postaccess',
  'contentaccess',
  'poststatus',
  'pagestatus',
  'publishstatus',
  'publishedstatus',
  'publishingstatus',
  'publicationstatus',
]);

/** Keys that are used for other things too, as gardens and decision records do `status`: a value that nobody knows shows. */
export const statusKeys = new Set([
  'state',
  'publishstate',
  'publicationstate',
  'audience',
  'privacy',
  'permission',
  'permissions',
  'scope',
  'membership',
  'tier',
]);
/** Any other status or state, of a build or a marriage: there only the clearest words hide. */
const isAnyStatus = (key: string): boolean => /(?:status|state|stage|workflow)$/.test(key);

/** Of Ghost, WordPress, Pelican, Nikola and others. */
export const hiddenWords = new Set([
  'draft',
  'drafts',
  'autodraft',
  'hidden',
  'private',
  'skip',
  'pending',
  'pendingreview',
  'future',
  'schedule',
  'scheduled',
  'queue',
  'queued',
  'trash',
  'trashed',
  'deleted',
  'removed',
  'spam',
  'unlisted',
  'unpublished',
  'notpublished',
  'inherit',
  'sent',
  'embargo',
  'embargoed',
  'expired',
  'password',
  'passwordprotected',
  'protected',
  'members',
  'membersonly',
  'paid',
  'onlypaid',
  'onlyfree',
  'tiers',
  'internal',
  'confidential',
]);

/** Words that hide wherever they stand: `status: Draft (2nd)`. */
const isClearlyHiding = (text: string): boolean =>
  /(?<![\p{L}\p{N}])(?:auto-?)?(?:draft|unpublished|unlisted|private)(?![\p{L}\p{N}])/iu.test(text);

const isHiding = (text: string): boolean => hiddenWords.has(toWord(text)) || isClearlyHiding(text);

const reasonOf = (text: string): 'draft' | 'unpublished' => (/draft/i.test(text) ? 'draft' : 'unpublished');

/** Whether a word hides under the key; `undefined` for a key that says nothing of it. */
const ruleOf = (key: string, certain: boolean): ((text: string) => boolean) | undefined => {
  if (gateKeys.has(key) && !certain) return (text) => text !== '' && !isPublic(text);
  if (gateKeys.has(key) || key === 'status')
    return (text) => isHiding(text) || toFlag(text || 'yes') === false;
  if (statusKeys.has(key)) return isHiding;
  return isAnyStatus(key) ? isClearlyHiding : undefined;
};

/** @param certain where what cannot be understood means nothing. */
export function hideByWord(
  entry: FrontMatterEntry,
  rules: VisibilityRules,
  certain = false,
): Hidden | undefined {
  const { key, name, value } = entry;
  const hides = ruleOf(key, certain);
  if (hides === undefined || !hasValue(value)) return undefined;
  const texts = scalarsOf(value);
  const found = texts.find((text) => hides(text) && !isShown(entry, text, rules.show));
  if (found !== undefined)
    return hide(
      entry,
      reasonOf(found),
      quote(found),
      `Change ${name} to publish the post${showHint(entry, found)}.`,
    );
  return gateKeys.has(key) && !certain && isObject(value)
    ? hide(entry, 'unpublished', 'what nobody knows', `Write ${name}: public to publish the post.`)
    : undefined;
}

/** What `status` says, where it could have been meant to hide and does not. */
const noticeStatus = (
  entry: FrontMatterEntry,
  rules: Pick<VisibilityRules, 'show'>,
): Omit<Notice, 'file'> | undefined => {
  if (entry.key !== 'status' || !hasValue(entry.value)) return undefined;
  const unknown = scalarsOf(entry.value).find(
    (text) => text !== '' && !isPublic(text) && !isHiding(text) && !isShown(entry, text, rules.show),
  );
  if (unknown === undefined) return undefined;
  return {
    message: `has a ${entry.name} that hides nothing: ${quote(unknown)}`,
    hint: `Write draft: true to hide the post${showHint(entry, unknown)}.`,
    ...placeOf(entry),
  };
};

export const statusNotices = (
  frontMatter: FrontMatter,
  rules: Pick<VisibilityRules, 'show'>,
): readonly Omit<Notice, 'file'>[] => frontMatter.flatMap((entry) => noticeStatus(entry, rules) ?? []);
