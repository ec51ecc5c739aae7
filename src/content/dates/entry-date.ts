/**
 * The date that an entry of front matter holds.
 * @module
 */
import type { FrontMatterEntry } from '../front-matter/front-matter.js';
import { type DateRules, parseDate, type SiteDate } from './parse-date.js';

export interface EntryDateRules extends DateRules {
  /** True where YAML's own timestamps without an offset are UTC: Ruby reads them so. */
  readonly utcTimestamps?: boolean;
}

/** What YAML 1.1 takes for a timestamp, where it is not in quotes. */
const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(\s*(?:Z|[-+]\d{1,2}(?::\d\d)?))?$/;

export function parseEntryDate(
  entry: Pick<FrontMatterEntry, 'value' | 'quoted'> | undefined,
  rules: EntryDateRules,
): SiteDate | undefined {
  if (entry === undefined) return undefined;
  const { value, quoted } = entry;
  const match = typeof value === 'string' && quoted !== true ? timestamp.exec(value.trim()) : null;
  if (match === null)
    return parseDate(value, rules.offsets === 'as-local' ? { ...rules, offsets: 'converted' } : rules);
  return parseDate(rules.utcTimestamps === true && match[1] === undefined ? `${match[0]}Z` : value, rules);
}
