/**
 * Keys that say yes or no to being seen.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import type { SkipReason } from '../../domain/skip.js';
import { parseEntryDate } from '../dates/parse-date.js';
import { type FrontMatterEntry, hasValue } from '../front-matter/front-matter.js';
import { publishDateKeys } from './date-keys.js';
import { hidingKeys, searchKeys, secretKeys, showingKeys, switchKeys, yesKeys } from './flag-keys.js';
import { type Hidden, hide, type VisibilityRules } from './hidden.js';
import { isPublic, isScalar, isShown, quote, scalarsOf, showHint, shown, toFlag, toWord } from './words.js';

const offWords = new Set(['exclude', 'excluded', 'ignore', 'ignored', 'none', 'never', 'hidden', 'hide']);
const offParts = ['exclude', 'excluded', 'ignore', 'disable', 'disabled', 'hidden', 'hide', 'noindex'];
const onParts = ['include', 'enabled', 'enable', 'index', 'build', 'show', 'visible'];

/** `false`, `{exclude: true}`, `{build: false}`. */
const isNo = (value: unknown): boolean => {
  if (!isObject(value)) return hasValue(value) && toFlag(value) === false;
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

/** A password says nothing by itself, and is not to be repeated. */
const bySecret = (entry: FrontMatterEntry, certain: boolean): Hidden | undefined => {
  const flag = toFlag(entry.value);
  const isLocked = hasValue(entry.value) && flag !== false && !(certain && flag === undefined);
  return isLocked
    ? hide(entry, 'unpublished', 'that it is locked', `Remove ${entry.name} to publish the post.`)
    : undefined;
};

const byHidingKey = (
  entry: FrontMatterEntry,
  reason: SkipReason,
  rules: VisibilityRules,
  certain: boolean,
): Hidden | undefined => {
  const flag = toFlag(entry.value);
  if ((reason === 'draft' && !rules.draftHides) || !hasValue(entry.value) || flag === false) return undefined;
  if (flag === true) return hide(entry, reason, shown(entry.value));
  return certain ? undefined : hideUnknown(entry, reason, 'false', rules);
};

const byShowingKey = (
  entry: FrontMatterEntry,
  rules: VisibilityRules,
  certain: boolean,
): Hidden | undefined => {
  const { key, value } = entry;
  if (isScalar(value) && isPublic(String(value))) return undefined;
  if (!hasValue(value)) return certain ? undefined : hide(entry, 'unpublished', 'nothing');
  if (toFlag(value) === false) return hide(entry, 'unpublished', shown(value));
  // `published` is also a name for a date.
  const isDate = publishDateKeys.has(key) && parseEntryDate(entry, rules) !== undefined;
  return certain || isDate ? undefined : hideUnknown(entry, 'unpublished', 'true', rules);
};

/** @param certain where what cannot be understood means nothing. */
export function hideByFlag(
  entry: FrontMatterEntry,
  rules: VisibilityRules,
  certain = false,
): Hidden | undefined {
  const { key, value } = entry;
  if (secretKeys.has(key)) return bySecret(entry, certain);
  const reason = Object.hasOwn(hidingKeys, key) ? hidingKeys[key] : undefined;
  if (reason !== undefined) return byHidingKey(entry, reason, rules, certain);
  if (showingKeys.has(key)) return byShowingKey(entry, rules, certain);
  if (yesKeys.has(key) && toFlag(value) === true)
    return hide(entry, key === 'expired' ? 'expired' : 'unpublished', shown(value));
  if ((switchKeys.has(key) && isNo(value)) || (searchKeys.has(key) && isOff(value)))
    return hide(entry, 'unpublished', toFlag(value) === undefined ? 'no' : shown(value));
  return key === 'build' && isObject(value) && (isBuiltNowhere(value.render) || isBuiltNowhere(value.list))
    ? hide(entry, 'unpublished', 'never')
    : undefined;
}
