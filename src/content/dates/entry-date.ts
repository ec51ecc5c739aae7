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

/** What YAML leaves a text, and JavaScript takes for midnight in UTC. */
const toUtcDay = ({ value, quoted }: Pick<FrontMatterEntry, 'value' | 'quoted'>): string | undefined => {
  const [day, date] = (typeof value === 'string' && /^\d{4}-\d\d(-\d\d)?$/.exec(value.trim())) || [];
  if (day === undefined || (date !== undefined && quoted !== true)) return undefined;
  return `${day}${date === undefined ? '-01' : ''}T00:00:00Z`;
};

export function parseEntryDate(
  entry: Pick<FrontMatterEntry, 'value' | 'quoted'> | undefined,
  rules: EntryDateRules,
): SiteDate | undefined {
  if (entry === undefined) return undefined;
  const { value, quoted } = entry;
  const match = typeof value === 'string' && quoted !== true ? timestamp.exec(value.trim()) : null;
  if (match === null && rules.offsets === 'as-local')
    return parseDate(toUtcDay(entry) ?? value, { ...rules, offsets: 'converted' });
  if (match === null) return parseDate(value, rules);
  return parseDate(rules.utcTimestamps === true && match[1] === undefined ? `${match[0]}Z` : value, rules);
}
