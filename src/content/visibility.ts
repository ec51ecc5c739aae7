/**
 * Whether a post may be seen. Every hide signal of every generator counts, whichever generator the site has:
 * a post that is missing is noticed and reported, one that has leaked cannot be called back.
 * @module
 */
import type { SkipReason } from '../domain/skip.js';
import { type EntryDateRules, parseEntryDate } from './dates/entry-date.js';
import { parseDate, type SiteDate } from './dates/parse-date.js';
import { type FrontMatter, type FrontMatterEntry, hasValue, isRecord } from './front-matter/front-matter.js';

export interface Hidden {
  readonly reason: SkipReason;
  /** What was found, to follow the name of the file. */
  readonly message: string;
  readonly hint: string;
  readonly line?: number;
  /** Seconds since the epoch when the post may be seen. */
  readonly due?: number;
}

export interface VisibilityRules extends EntryDateRules {
  /** Seconds since the epoch. */
  readonly now: number;
  /** False where `draft: true` is left to Jekyll, which publishes such a post of `_posts`. */
  readonly draftHides: boolean;
}

const no = new Set(['false', 'no', 'n', 'off', '0', 'never', '']);
const yes = new Set(['true', 'yes', 'y', 'on', '1', 'always']);

/** `true`, `yes`, `"True"`, 1; `undefined` for what is neither yes nor no. */
const toFlag = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};

/** Keys that hide a post unless they clearly say no. */
const hidingKeys: Readonly<Record<string, SkipReason>> = {
  draft: 'draft',
  drafts: 'draft',
  isdraft: 'draft',
  unlisted: 'unpublished',
  private: 'unpublished',
  hidden: 'unpublished',
  headless: 'unpublished',
  unpublished: 'unpublished',
  password: 'unpublished',
  encrypt: 'unpublished',
  encrypted: 'unpublished',
  eleventyexcludefromcollections: 'unpublished',
  excludefromsearch: 'unpublished',
  searchexclude: 'unpublished',
  searchhidden: 'unpublished',
};

/** Keys that hide a post when they say no, or what cannot be understood. */
const showingKeys = new Set(['published', 'publish', 'public', 'visible', 'listed']);
/** Keys that hide when they say no, and hold other things otherwise. */
const optionKeys = new Set([
  'permalink',
  'render',
  'search',
  'searchable',
  'searchindex',
  'insearchindex',
  'pagefind',
]);
const publishDateKeys = new Set([
  'date',
  'publishdate',
  'pubdate',
  'published',
  'publish',
  'publishedat',
  'publishon',
]);
const expiryKeys = new Set([
  'expirydate',
  'expiry',
  'expires',
  'expiresat',
  'expired',
  'unpublishdate',
  'unpublishon',
]);
const hiddenStatuses = new Set([
  'draft',
  'hidden',
  'private',
  'skip',
  'pending',
  'future',
  'trash',
  'unlisted',
  'unpublished',
  'inherit',
]);
/** Eleventy's words for dates that only the repository or the disk knows. */
const specialDates = /^(?:git )?(?:created|last modified)$/i;

const hide = (entry: FrontMatterEntry, reason: SkipReason, said: string): Hidden => ({
  reason,
  message: `is hidden: ${entry.name} says ${said}${entry.line === undefined ? ', by the site’s configuration' : ''}`,
  hint: `Change ${entry.name} to publish the post.`,
  ...(entry.line !== undefined && { line: entry.line }),
});

/** What a value says, without quoting more than a yes, a no or a date: a password is a value too. */
const shown = (value: unknown): string => {
  if (toFlag(value) !== undefined) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  return 'neither yes nor no';
};

const quote = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value).slice(0, 40);

const isNever = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && /^(?:never|false|no|link)$/i.test(value.trim()));

/** Hugo's word for a page that is in the lists of its own section alone. */
const isLocal = (value: unknown): boolean => typeof value === 'string' && /^local$/i.test(value.trim());

const byFlag = (entry: FrontMatterEntry, rules: VisibilityRules): Hidden | undefined => {
  const { key, value } = entry;
  const flag = toFlag(value);
  const reason = Object.hasOwn(hidingKeys, key) ? hidingKeys[key] : undefined;
  if (reason !== undefined) {
    if (reason === 'draft' && !rules.draftHides) return undefined;
    return hasValue(value) && flag !== false ? hide(entry, reason, shown(value)) : undefined;
  }
  if (key === 'published' && value === null) return hide(entry, 'unpublished', 'nothing');
  if (showingKeys.has(key) && hasValue(value) && flag !== true) {
    // `published` is also a name for a date.
    const isDate =
      flag === undefined && publishDateKeys.has(key) && parseEntryDate(entry, rules) !== undefined;
    return isDate ? undefined : hide(entry, 'unpublished', shown(value));
  }
  if (optionKeys.has(key)) {
    const isOff = isRecord(value)
      ? value.exclude === true || value.build === false
      : hasValue(value) && flag === false;
    return isOff ? hide(entry, 'unpublished', isRecord(value) ? 'no' : shown(value)) : undefined;
  }
  if (key === 'status' && typeof value === 'string' && hiddenStatuses.has(value.trim().toLowerCase()))
    return hide(entry, value.trim().toLowerCase() === 'draft' ? 'draft' : 'unpublished', quote(value));
  if (key === 'hide' && flag === true) return hide(entry, 'unpublished', shown(value));
  if (
    key === 'build' &&
    isRecord(value) &&
    (isNever(value.render) || isNever(value.list) || isLocal(value.list))
  )
    return hide(entry, 'unpublished', 'never');
  return undefined;
};

const writtenDay = (date: SiteDate): string => `${date.day} ${date.time}`;

const byDate = (entry: FrontMatterEntry, rules: VisibilityRules): Hidden | undefined => {
  const { key, name, value, line } = entry;
  const isPublish = publishDateKeys.has(key);
  if ((!isPublish && !expiryKeys.has(key)) || !hasValue(value)) return undefined;
  const flag = toFlag(value);
  // `published: yes` is no date, and what expires never does not expire.
  if ((showingKeys.has(key) && flag !== undefined) || (!isPublish && flag === false)) return undefined;
  if (typeof value === 'string' && specialDates.test(value.trim())) return undefined;
  const at = line === undefined ? {} : { line };
  const date = parseEntryDate(entry, rules);
  if (date === undefined)
    return {
      reason: 'invalid-post',
      message: `has a ${name} that is no date: ${quote(value)}`,
      hint: 'Write it as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS +HHMM.',
      ...at,
    };
  if (isPublish && date.timestamp > rules.now)
    return {
      reason: 'future',
      message: `is dated in the future: ${name} is ${writtenDay(date)}`,
      hint: 'Build again after that date.',
      due: date.timestamp,
      ...at,
    };
  if (!isPublish && date.timestamp <= rules.now)
    return {
      reason: 'expired',
      message: `has expired: ${name} is ${writtenDay(date)}`,
      hint: `Change ${name} to publish the post again.`,
      ...at,
    };
  return undefined;
};

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
  for (const entry of frontMatter) {
    const hidden = byFlag(entry, rules);
    if (hidden) return hidden;
  }
  // Hugo: what counts is the publish date, and the date only without one.
  const hasPublishDate = frontMatter.some(({ key, value }) => key === 'publishdate' && hasValue(value));
  let future: Hidden | undefined;
  for (const entry of frontMatter) {
    const hidden = byDate(entry, rules);
    if (hidden?.reason === 'future') {
      if (entry.key === 'date' && hasPublishDate) continue;
      if (future === undefined || (hidden.due ?? 0) > (future.due ?? 0)) future = hidden;
    } else if (hidden) return hidden;
  }
  if (future) return future;
  if (pathDate === undefined || frontMatter.some(({ key, value }) => key === 'date' && hasValue(value)))
    return undefined;
  const date = parseDate(pathDate, rules);
  if (date === undefined || date.timestamp <= rules.now) return undefined;
  return {
    reason: 'future',
    message: `is dated in the future: its path says ${date.day}`,
    hint: 'Build again after that date.',
    due: date.timestamp,
  };
}

/** When a post that may be seen now must be seen no more: the earliest of its expiry dates, in seconds since the epoch. */
export function findExpiry(frontMatter: FrontMatter, rules: EntryDateRules): number | undefined {
  const dates = frontMatter.flatMap((entry) => {
    const date = expiryKeys.has(entry.key) ? parseEntryDate(entry, rules) : undefined;
    return date === undefined ? [] : [date.timestamp];
  });
  return dates.length === 0 ? undefined : Math.min(...dates);
}
