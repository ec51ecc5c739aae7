/** All that hides a post by its name, asked of both opinions: what one knows the other knows, or a reason is given. */
import { expect, test } from 'vitest';
import { toEntries } from '../../src/content/front-matter/front-matter.js';
import { allowingKeys, askingKeys } from '../../src/content/visibility/by-noindex.js';
import { gateKeys, hiddenWords, statusKeys } from '../../src/content/visibility/by-word.js';
import { expiryKeys, publishDateKeys } from '../../src/content/visibility/date-keys.js';
import { findHideSignal } from '../../src/content/visibility/find-hide-signal.js';
import {
  hidingKeys,
  searchKeys,
  secretKeys,
  showingKeys,
  switchKeys,
  yesKeys,
} from '../../src/content/visibility/flag-keys.js';
import { robotsKeys } from '../../src/content/visibility/robots.js';
import { findDoubt } from '../../src/indexer/second-opinion/second-opinion.js';

const now = Date.parse('2026-01-01T12:00:00Z') / 1000;

interface Settings {
  readonly draftHides?: boolean;
  readonly noindex?: 'skip' | 'include';
  readonly show?: readonly string[];
}

/** What both say of a post with one key, written as YAML and as JSON. */
const ask = (
  key: string,
  value: boolean | string,
  { draftHides = true, noindex = 'skip', show = [] }: Settings = {},
) => {
  const first = findHideSignal('a.md', toEntries({ [key]: value }), undefined, {
    now,
    timeZone: 'UTC',
    draftHides,
    show,
    noindex,
  });
  const rules = { now, metaLines: false, draftHides, noindexHides: noindex === 'skip', show };
  const look = (text: string) => findDoubt({ path: 'a.md', text }, rules) !== undefined;
  const yaml = look(`---\n${key}: ${value}\n---\ntext\n`);
  expect(look(`${JSON.stringify({ [key]: value })}\ntext\n`), 'as JSON').toBe(yaml);
  return { first: first !== undefined, second: yaml };
};

/** A value that hides under each key. */
const plainest: readonly (readonly [ReadonlySet<string>, boolean | string])[] = [
  [new Set(Object.keys(hidingKeys)), true],
  [secretKeys, 'open sesame'],
  [showingKeys, false],
  [switchKeys, false],
  [searchKeys, false],
  [yesKeys, true],
  [gateKeys, 'private'],
  [statusKeys, 'private'],
  [publishDateKeys, '2999-01-01'],
  [expiryKeys, '2001-01-01'],
  [askingKeys, true],
  [allowingKeys, false],
  [robotsKeys, 'noindex'],
];

const words: readonly (boolean | string)[] = [
  ...[true, false, 'yes', 'no', 'public', 'published', 'draft', 'private', 'members', 'sesame'],
  ...['index', 'noindex', 'none', '2001-01-01', '2999-01-01', 'none yet'],
];

/** Why the second opinion says nothing where the first one hides. */
const reasons: readonly (readonly [(key: string, value: boolean | string) => boolean, string])[] = [
  [
    (key, value) => (publishDateKeys.has(key) || expiryKeys.has(key)) && !/\d{4}/.test(String(value)),
    'a word that is no date: the first must have read it to say so',
  ],
  [(_, value) => value === 'none', 'what says that there is nothing is no clear signal'],
];

test('every key that hides is known to both', () => {
  for (const [keys, value] of plainest)
    for (const key of keys) expect([key, ask(key, value)]).toEqual([key, { first: true, second: true }]);
});

test('every word that hides a status is known to both', () => {
  for (const word of hiddenWords)
    expect([word, ask('status', word)]).toEqual([word, { first: true, second: true }]);
});

test('the second opinion knows what else hides under them, but for what is listed', () => {
  const keys = new Set(plainest.flatMap(([all]) => [...all]));
  const missed = [...keys].flatMap((key) =>
    words.flatMap((value) => {
      const { first, second } = ask(key, value);
      const known = reasons.some(([covers]) => covers(key, value));
      return first && !second && !known ? [`${key}: ${value}`] : [];
    }),
  );
  expect(missed).toEqual([]);
});

test('the second opinion hides nothing that the first shows', () => {
  const keys = new Set(plainest.flatMap(([all]) => [...all]));
  const alarms = [...keys].flatMap((key) =>
    words.flatMap((value) => {
      const { first, second } = ask(key, value);
      return second && !first ? [`${key}: ${value}`] : [];
    }),
  );
  // A day in an address is that of the post for Zola, whose paths are not seen here.
  expect(alarms).toEqual(['permalink: 2999-01-01']);
});

test('what is shown on purpose is shown by both', () => {
  const shown = { first: false, second: false };
  for (const key of askingKeys) expect([key, ask(key, true, { noindex: 'include' })]).toEqual([key, shown]);
  for (const key of allowingKeys)
    expect([key, ask(key, false, { noindex: 'include' })]).toEqual([key, shown]);
  for (const key of robotsKeys)
    expect([key, ask(key, 'noindex', { noindex: 'include' })]).toEqual([key, shown]);
  for (const key of gateKeys)
    expect([key, ask(key, 'private', { show: [`${key}=private`] })]).toEqual([key, shown]);
  for (const key of ['draft', 'drafts', 'isdraft', 'saveasdraft'])
    expect([key, ask(key, true, { draftHides: false })]).toEqual([key, shown]);
});
