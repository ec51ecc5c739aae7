/**
 * The last look before an index is written: no word that only hidden posts have may stand in any of its bytes.
 *
 * It trusts nothing that the build made of the posts. Words of hidden sources, less those of the sources of indexed posts,
 * are looked for in the finished files; what is found must be said by an indexed post that is read apart from all hidden
 * ones, or nothing is written.
 * @module
 */
import { type Analyzer, createAnalyzer, hasOwnTerms } from '../../analysis/index.js';
import type { Content } from '../../content/index.js';
import { LookbackError } from '../../domain/errors.js';
import type { Skip } from '../../domain/skip.js';
import type { ContentFile } from '../../index-store/write-index.js';
import type { IndexedRecord, SkippedRecord } from '../read-posts.js';
import type { ApartReader } from './apart-reader.js';
import { findUnexplained } from './explain-words.js';
import { readHiddenTerms, subtractPublicTerms } from './hidden-words.js';
import { createTermScan, type TermScan } from './term-scan.js';
import { readWrittenWords } from './written-words.js';

export interface Leak {
  /** The term, and nothing else of the post. */
  readonly term: string;
  /** The hidden post. */
  readonly skip: Skip;
  /** Path of the file below the index folder. */
  readonly file: string;
}

export interface LeakCheck {
  /** Every file that would be written: the manifest, the page and its assets too. */
  readonly files: readonly ContentFile[];
  /** What such files say of themselves, see {@link readOwnWords}. */
  readonly own: readonly string[];
  readonly indexed: readonly IndexedRecord[];
  readonly skipped: readonly SkippedRecord[];
  readonly content: Content;
  readonly apart: ApartReader;
}

/** Terms of hidden posts that stand in the files, and the first place of each. */
const findInFiles = (
  files: readonly ContentFile[],
  hidden: ReadonlyMap<string, Skip>,
  scan: TermScan,
): Map<string, string> => {
  const found = new Map<string, string>();
  for (const written of readWrittenWords(files)) {
    const note = (term: string): void => {
      if (hidden.has(term) && !found.has(term)) found.set(term, written.path);
    };
    if ('text' in written) scan(written.text, note);
    else written.terms.forEach(note);
  }
  return found;
};

/** Languages without terms of their own are analyzed alike, and are asked once. */
const toAnalyzers = (indexed: readonly IndexedRecord[]): readonly Analyzer[] => {
  const languages = new Set(indexed.map(({ post }) => post.language));
  const own = [...languages].filter(hasOwnTerms);
  return ['und', ...own.sort()].map(createAnalyzer);
};

/** Every word of a hidden post that the index would say, sorted by term; see {@link checkLeaks}. */
export const findLeaks = async (check: LeakCheck): Promise<readonly Leak[]> => {
  const { files, own, indexed, skipped, content, apart } = check;
  const analyzers = toAnalyzers(indexed);
  const hidden = await readHiddenTerms(skipped, content, createTermScan(analyzers));
  if (hidden.size === 0) return [];
  // Words that a public source has been searched for hold no hidden term any more: one scan passes over them later.
  const scan = createTermScan(analyzers);
  await subtractPublicTerms(hidden, own, indexed, content, scan);
  if (hidden.size === 0) return [];
  const found = findInFiles(files, hidden, scan);
  if (found.size > 0) await findUnexplained(found, indexed, content, analyzers, apart);
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
