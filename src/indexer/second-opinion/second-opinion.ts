/**
 * Whether a post that may be indexed looks hidden to a plain look at its source and path. It takes clear signals in their
 * usual spellings and no others, so that where it disagrees one of the two is wrong, and the post is better withheld.
 * @module
 */
import { findDay, isClearlyFuture, isClearlyPast } from './clear-dates.js';
import { findExported, findHead } from './find-head.js';
import { findStrayHeads } from './find-stray-heads.js';
import {
  accessKeys,
  draftKeys,
  expiryKeys,
  headGroups,
  hiddenStatuses,
  hidingKeys,
  indexKeys,
  isNothing,
  isOpen,
  lockingKeys,
  no,
  noindexKeys,
  noKeys,
  publishKeys,
  recordGroups,
  robotsKeys,
  showingKeys,
  statusKeys,
  yes,
  yesKeys,
} from './hide-words.js';
import { readHead } from './read-head.js';
import { readRecord } from './read-record.js';
import { findRobotsLine } from './robots-tag.js';
import { type Statement, toKey } from './statements.js';

/** What a site shows on purpose, and what its sources look like. */
export interface OpinionRules {
  /** Seconds since the epoch. */
  readonly now: number;
  /** `key: value` lines at the top of a file count without a fence before them. */
  readonly metaLines: boolean;
  /** Found in paths of which the site makes no post, because of a sign in a name. */
  readonly hiddenPath?: RegExp;
  /** False where a post that says `draft: true` is shown on purpose. */
  readonly draftHides: boolean;
  /** False where posts are shown although their authors ask search engines to stay away. */
  readonly noindexHides: boolean;
  /** `key=value` that is shown on purpose. */
  readonly show: readonly string[];
}

export interface OpinionSource {
  /** One of `Content.files`. */
  readonly path: string;
  readonly text: string;
  /** Where the source is a line of JSON: its number. */
  readonly record?: number;
}

export interface Doubt {
  /** What was seen, without a word of the post. */
  readonly seen: string;
  /** 1-based. */
  readonly line?: number;
}

const byPath = ({ path }: OpinionSource, { hiddenPath }: OpinionRules): Doubt | undefined => {
  if (path.split('/').includes('_drafts')) return { seen: 'it is in _drafts' };
  if (/\.draft\.\w{1,10}$/i.test(path)) return { seen: 'its name says draft' };
  return hiddenPath?.test(path) ? { seen: 'a name in its path has a sign that hides files' } : undefined;
};

/** Statements about the post itself: those on top, and those in `params`, `extra` and their like that nothing on top repeats. */
const ofPost = (statements: readonly Statement[]): readonly Statement[] => {
  const top = statements.filter(({ above }) => above.length === 0);
  const named = new Set(top.map(({ key }) => key));
  const grouped = statements.filter(
    ({ above: [group, ...more], key }) =>
      group !== undefined && recordGroups.has(group) && more.length === 0 && !named.has(key),
  );
  return [...top, ...grouped];
};

const clearlyHiding = /(?<![\p{L}\p{N}])(?:auto-?)?(?:draft|unpublished|unlisted|private)(?![\p{L}\p{N}])/u;

/** What `status`, and any other key of which the name ends so, says of the post. */
const saysStatus = ({ key, value }: Statement): boolean =>
  (statusKeys.has(key) && (hiddenStatuses.has(toKey(value)) || (key === 'status' && no.has(value)))) ||
  (/(?:status|state|stage|workflow)$/.test(key) && clearlyHiding.test(value));

/** `draft: true` and what is as clear. */
const saysPlainly = ({ key, value }: Statement, rules: OpinionRules): boolean => {
  if (draftKeys.has(key)) return rules.draftHides && yes.has(value);
  if (hidingKeys.has(key)) return yes.has(value);
  return showingKeys.has(key)
    ? no.has(value)
    : (accessKeys.has(key) || statusKeys.has(key)) && hiddenStatuses.has(toKey(value));
};

const saysNoindex = ({ key, value }: Statement): boolean => {
  if (noindexKeys.has(key)) return !isNothing(value);
  if (indexKeys.has(key)) return no.has(value);
  return (
    robotsKeys.has(key) &&
    (no.has(value) || value.split(/[\s,;]/).some((word) => word === 'noindex' || word === 'none'))
  );
};

/** A value that nobody knows hides as well, of keys that exist to hide. */
const says = (entry: Statement, rules: OpinionRules): boolean => {
  const { key, value } = entry;
  if (draftKeys.has(key)) return rules.draftHides && !isNothing(value);
  if (hidingKeys.has(key) || lockingKeys.has(key)) return !isNothing(value);
  // `published` is also a name for a date, and most dates have digits.
  if (showingKeys.has(key))
    return no.has(value) || !(isOpen(value) || (publishKeys.has(key) && /\d/.test(value)));
  if (accessKeys.has(key)) return !isOpen(value);
  if ((yesKeys.has(key) && yes.has(value)) || (noKeys.has(key) && no.has(value))) return true;
  return saysStatus(entry) || (rules.noindexHides && saysNoindex(entry));
};

/** `build: {list: never}`, `search: {exclude: true}` and their like. */
const saysNested = (entry: Statement, rules: OpinionRules): boolean => {
  const { key, value, above } = entry;
  const [group, ...more] = above;
  if (group === undefined || more.length > 0) return false;
  if (group === 'build')
    return (key === 'render' || key === 'list') && (no.has(value) || (key === 'list' && value === 'local'));
  if (group === 'search') return key === 'exclude' && yes.has(value);
  if (group === 'permalink') return key === 'build' && no.has(value);
  if (accessKeys.has(group)) return key === '' && !isOpen(value);
  if (group === 'status') return key === '' && hiddenStatuses.has(toKey(value));
  if (!rules.noindexHides) return false;
  if (robotsKeys.has(group) && (key === '' || key === 'index'))
    return key === '' ? value === 'noindex' : no.has(value);
  if (group === 'sitemap') return (key === 'exclude' || key === 'disable') && yes.has(value);
  if (!headGroups.has(group)) return false;
  return noindexKeys.has(key) ? yes.has(value) : robotsKeys.has(key) && value.includes('noindex');
};

const hasValue = ({ value }: Statement): boolean => !isNothing(value);

const byDate = (entries: readonly Statement[], path: string, now: number): Doubt | undefined => {
  // A publish date counts before a date, as with Hugo.
  const hasPublishDate = entries.some((entry) => entry.key === 'publishdate' && hasValue(entry));
  const wrong = entries.find(
    ({ key, value }) =>
      (publishKeys.has(key) && !(key === 'date' && hasPublishDate) && isClearlyFuture(value, now)) ||
      (expiryKeys.has(key) && isClearlyPast(value, now)),
  );
  if (wrong !== undefined)
    return {
      seen: `${wrong.name} is ${publishKeys.has(wrong.key) ? 'in the future' : 'past'}`,
      line: wrong.line,
    };
  if (entries.some((entry) => publishKeys.has(entry.key) && hasValue(entry))) return undefined;
  const address = entries.find(({ key }) => key === 'path' || key === 'permalink' || key === 'url');
  const day = findDay(path) ?? findDay(address?.value ?? '');
  return day !== undefined && isClearlyFuture(day, now)
    ? { seen: 'its path has a day in the future' }
    : undefined;
};

/** A password is a value too: only what says yes, no or a known word is quoted. */
const toSeen = ({ name, key, value, above }: Statement): string =>
  lockingKeys.has(key)
    ? `${name} is set`
    : `${[...above, name].filter((part) => part !== '').join('.')} says ${value === '' ? 'nothing' : value.slice(0, 40)}`;

/** `Visibility = Members` is `visibility=members`. */
const toLoose = (pair: string): string => pair.toLowerCase().replace(/[\s_-]/g, '');

/** @returns what makes the post look hidden, or `undefined` */
export const findDoubt = (source: OpinionSource, rules: OpinionRules): Doubt | undefined => {
  const { path, text, record } = source;
  const placed = record === undefined ? byPath(source, rules) : undefined;
  if (placed) return placed;
  const shown = new Set(rules.show.map(toLoose));
  const isShown = ({ key, name, value }: Statement): boolean =>
    shown.has(toLoose(`${name}=${value}`)) || shown.has(toLoose(`${key}=${value}`));
  const head = record === undefined ? findHead(text, rules.metaLines) : undefined;
  const exported = record === undefined && /\.mdx$/i.test(path) ? findExported(text) : undefined;
  const heads = [head, exported].flatMap((found) => (found ? readHead(found) : []));
  const read = record === undefined ? heads : readRecord(text, record);
  const clean = (found: readonly Statement[]): readonly Statement[] =>
    found
      .map((statement) => ({ ...statement, value: statement.value.trim().toLowerCase() }))
      .filter((statement) => !isShown(statement));
  const statements = clean(read);
  const entries = ofPost(statements);
  const strays = record === undefined ? findStrayHeads(text, head).flatMap(readHead) : [];
  const hiding =
    entries.find((entry) => says(entry, rules)) ??
    statements.find((entry) => saysNested(entry, rules)) ??
    clean(strays).find((entry) => entry.above.length === 0 && saysPlainly(entry, rules));
  if (hiding) return { seen: toSeen(hiding), line: hiding.line };
  const robots = rules.noindexHides && /\.html?$/i.test(path) ? findRobotsLine(text) : undefined;
  if (robots !== undefined) return { seen: 'its head says noindex', line: robots };
  return byDate(entries, record === undefined ? path : '', rules.now);
};
