/**
 * Dates from which, and until which, a post may be seen.
 * @module
 */
import { type EntryDateRules, parseDate, parseEntryDate, type SiteDate } from '../dates/parse-date.js';
import { type FrontMatter, type FrontMatterEntry, hasValue } from '../front-matter/front-matter.js';
import { expiryKeys, publishDateKeys, subjectDateKeys } from './date-keys.js';
import { type Hidden, placeOf, type VisibilityRules } from './hidden.js';
import { isShown, quote, scalarsOf, toFlag } from './words.js';

/** Eleventy's words for dates that only the repository or the disk knows. */
const specialDates = /^(?:git )?(?:created|last modified)$/i;

const writtenDay = (date: SiteDate): string => `${date.day} ${date.time}`;

/** Keys that may say yes or no instead. */
const flagKeys = new Set(['published', 'publish', 'scheduled', 'embargo', 'embargoed', 'expired']);

const isNothing = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:none|null|nil|n\/a|-+|0000-00-00(?:[ T]00:00:00)?)$/i.test(value.trim());

/** `published: yes` is no date, and what expires never does not expire. */
const saysNoDate = ({ key, value }: FrontMatterEntry): boolean => {
  if (!hasValue(value) || (typeof value === 'string' && specialDates.test(value.trim()))) return true;
  if (flagKeys.has(key) && toFlag(value) !== undefined) return true;
  return (expiryKeys.has(key) && toFlag(value) === false) || (key !== 'date' && isNothing(value));
};

const byDate = (entry: FrontMatterEntry, rules: VisibilityRules): Hidden | undefined => {
  const { key, name, value } = entry;
  const isPublish = publishDateKeys.has(key);
  if ((!isPublish && !expiryKeys.has(key)) || saysNoDate(entry)) return undefined;
  const date = parseEntryDate(entry, rules);
  if (date === undefined) {
    const texts = scalarsOf(value);
    if (texts.some((text) => isShown(entry, text, rules.show))) return undefined;
    if (subjectDateKeys.has(key) && !/\d{4}|\d[-/.]\d/.test(texts.join())) return undefined;
    return {
      reason: 'invalid-post',
      message: `has a ${name} that is no date: ${quote(value)}`,
      hint: 'Write it as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS +HHMM.',
      ...placeOf(entry),
    };
  }
  if (isPublish && date.timestamp > rules.now)
    return {
      reason: 'future',
      message: `is dated in the future: ${name} is ${writtenDay(date)}`,
      hint: 'Build again after that date.',
      due: date.timestamp,
      ...placeOf(entry),
    };
  if (!isPublish && date.timestamp <= rules.now)
    return {
      reason: 'expired',
      message: `has expired: ${name} is ${writtenDay(date)}`,
      hint: `Change ${name} to publish the post again.`,
      ...placeOf(entry),
    };
  return undefined;
};

/** @param pathDate the date that the path gives, used where front matter has none. */
export function hideByDate(
  frontMatter: FrontMatter,
  pathDate: string | undefined,
  rules: VisibilityRules,
): Hidden | undefined {
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
    const date = expiryKeys.has(entry.key) && !saysNoDate(entry) ? parseEntryDate(entry, rules) : undefined;
    return date === undefined ? [] : [date.timestamp];
  });
  return dates.length === 0 ? undefined : Math.min(...dates);
}
