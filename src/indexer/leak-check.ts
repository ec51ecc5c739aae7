/**
 * The last look before an index is written: no word that only hidden posts have may stand in any of its bytes.
 *
 * It trusts nothing that the build made of the posts. Words of hidden sources, less those of the sources of indexed posts,
 * are looked for in the finished files; what is found must be explained by the source of an indexed post, or nothing is
 * written.
 * @module
 */
import { type Analyzer, createAnalyzer } from '../analysis/index.js';
import { filtersOf } from '../analysis/languages/index.js';
import { isPaired } from '../analysis/split-script-runs.js';
import type { Content } from '../content/index.js';
import { LookbackError } from '../domain/errors.js';
import type { Post } from '../domain/post.js';
import { type Skip, skipReasons } from '../domain/skip.js';
import { manifestPath } from '../index-store/layout.js';
import type { ContentFile } from '../index-store/write-index.js';
import { type CreatedIndex, createIndex } from './create-index.js';
import { findUnexplained } from './explain-words.js';
import type { IndexedRecord, SkippedRecord } from './read-posts.js';
import { createTermScan, type TermScan } from './term-scan.js';

export interface Leak {
  /** The term, and nothing else of the post. */
  readonly term: string;
  /** The hidden post. */
  readonly skip: Skip;
  /** Path of the file below the index folder. */
  readonly file: string;
}

interface LeakCheck {
  readonly index: CreatedIndex;
  readonly indexed: readonly IndexedRecord[];
  readonly skipped: readonly SkippedRecord[];
  readonly content: Content;
}

/** Shorter words are in too many others, in abbreviations and in bytes that are no text. */
const minLetters = 4;
/** In files that are no text letters meet by chance; the terms of dictionaries, lower case as they are, are looked at apart. */
const wordsInBinary = /\p{L}{6,}/gu;
/** Of one hidden post, in UTF-16 units: whoever leaks it leaks its beginning. */
const maxHiddenLength = 1024 * 1024;
/** Over all hidden posts. */
const maxHiddenTerms = 1_000_000;

const onlyLetters = /^[\p{L}\p{M}]+$/u;

/** Whether finding the term says that a post was there. */
const isTelling = (term: string): boolean =>
  onlyLetters.test(term) && (isPaired(term) ? [...term].length > 1 : [...term].length >= minLetters);

/** What the author hides, and what cannot be read and may be hidden; not what is no post, or is public elsewhere. */
const isHidden = ({ skip: { reason } }: SkippedRecord): boolean =>
  skipReasons[reason] !== 'shape' && reason !== 'duplicate-url';

/** All that an index can say of a post, said without a letter: the words in its files are those of the format. */
const wordlessPost: Post = {
  id: '0',
  url: '/0/',
  title: '0',
  language: 'und',
  date: { day: '2000-01-01', timestamp: 946_684_800 },
  updated: { day: '2000-01-01', timestamp: 946_684_800 },
  expires: 32_503_680_000,
  tags: ['0'],
  categories: ['0'],
  authors: ['0'],
  series: '0',
  image: '/0.0',
  excerpt: '0',
  translationKey: '0',
  text: '0\n0\n0',
  headings: [{ start: 0, end: 1, level: 1, text: '0', anchor: '0' }],
  code: [{ start: 2, end: 3 }],
};

const filesOf = ({ files, manifest }: CreatedIndex): readonly ContentFile[] => [
  ...files,
  { path: manifestPath, bytes: manifest },
];

interface ReadableFile {
  readonly text: string;
  readonly isBinary: boolean;
}

const control = /[^\P{Cc}\t\n\r]/u;

const toReadable = (bytes: Uint8Array): ReadableFile => {
  const decoded = new TextDecoder().decode(bytes);
  if (control.test(decoded) || decoded.includes('\uFFFD')) return { text: decoded, isBinary: true };
  const text = decoded
    // A JSON escape is no letter of the word after it, nor are hexadecimal digits of a hash words.
    .replace(/\\(?:u[0-9a-fA-F]{4}|.)/g, ' ')
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/g, ' ');
  return { text, isBinary: false };
};

const readHiddenTerms = async (
  { skipped, content }: LeakCheck,
  analyzers: readonly Analyzer[],
): Promise<Map<string, Skip>> => {
  const terms = new Map<string, Skip>();
  const scan = createTermScan(analyzers);
  for (const { source, skip } of skipped.filter(isHidden)) {
    const text = (await content.source(source)).slice(0, maxHiddenLength);
    scan(text, (term) => {
      if (!terms.has(term) && isTelling(term) && terms.size < maxHiddenTerms) terms.set(term, skip);
    });
  }
  return terms;
};

/** Takes away what the sources of indexed posts say, and what every index says. */
const subtractPublic = async (
  { index, indexed, content }: LeakCheck,
  hidden: Map<string, Skip>,
  scan: TermScan,
): Promise<void> => {
  const subtract = (text: string): void => scan(text, (term) => void hidden.delete(term));
  for (const { path, bytes } of filesOf(await createIndex([wordlessPost], new Date(0).toISOString())))
    subtract(`${path}\n${toReadable(bytes).text}`);
  for (const { language } of index.shards) subtract(language);
  for (const { source } of indexed) {
    if (hidden.size === 0) return;
    subtract(await content.source(source));
  }
};

/** Terms of hidden posts that stand in the index, and the first place of each. */
const findInFiles = (
  { index }: LeakCheck,
  hidden: ReadonlyMap<string, Skip>,
  scan: TermScan,
): Map<string, string> => {
  const found = new Map<string, string>();
  const note = (term: string, path: string): void => {
    if (hidden.has(term) && !found.has(term)) found.set(term, path);
  };
  for (const { language, terms } of index.dictionaries)
    for (const term of terms) note(term, `the dictionary of ${language}/`);
  /** A dictionary also holds beginnings of terms. */
  const isBeginning = (word: string): boolean =>
    index.dictionaries.some(({ terms }) => terms.some((term) => term.startsWith(word)));
  for (const { path, bytes } of filesOf(index)) {
    const { text, isBinary } = toReadable(bytes);
    if (!isBinary) scan(`${path}\n${text}`, (term) => note(term, path));
    else
      for (const word of text.toLowerCase().match(wordsInBinary) ?? [])
        if (hidden.has(word) && !isBeginning(word)) note(word, path);
  }
  return found;
};

/** Languages without filters of their own are analyzed alike, and are asked once. */
const toAnalyzers = (languages: readonly string[]): readonly Analyzer[] => {
  const own = languages.filter((language) => filtersOf(language).length > 0);
  return ['und', ...own].map(createAnalyzer);
};

/** Every word of a hidden post that the index would say, sorted by term; see {@link checkLeaks}. */
export const findLeaks = async (check: LeakCheck): Promise<readonly Leak[]> => {
  const analyzers = toAnalyzers(check.index.shards.map(({ language }) => language));
  const hidden = await readHiddenTerms(check, analyzers);
  if (hidden.size === 0) return [];
  // Words that a public source has been searched for hold no hidden term any more: one scan passes over them later.
  const scan = createTermScan(analyzers);
  await subtractPublic(check, hidden, scan);
  if (hidden.size === 0) return [];
  const found = findInFiles(check, hidden, scan);
  if (found.size > 0) await findUnexplained(found, check.indexed, check.content);
  return [...found]
    .flatMap(([term, file]): Leak[] => {
      const skip = hidden.get(term);
      return skip === undefined ? [] : [{ term, skip, file }];
    })
    .sort((a, b) => (a.term < b.term ? -1 : 1));
};

/** @throws LookbackError `leak-found` */
export const checkLeaks = async (check: LeakCheck): Promise<void> => {
  const [leak, ...others] = await findLeaks(check);
  if (leak === undefined) return;
  const { term, skip, file } = leak;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new LookbackError(
    'leak-found',
    `the word “${term}” of a post that is skipped (${skip.reason}) would stand in ${file}${more}`,
    { file: skip.file },
  );
};
