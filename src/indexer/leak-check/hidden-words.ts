/**
 * The terms that only hidden posts have, told from the sources alone.
 * @module
 */
import type { Content } from '../../content/index.js';
import { type Skip, skipReasons } from '../../domain/skip.js';
import type { IndexedRecord, SkippedRecord } from '../read-posts.js';
import { isTelling, type TermScan } from './term-scan.js';

/** Of one hidden post, in UTF-16 units: whoever leaks it leaks its beginning. */
const maxHiddenLength = 1024 * 1024;
/** Over all hidden posts. */
const maxHiddenTerms = 1_000_000;

/** What the author hides, and what cannot be read and may be hidden; not what is no post, or is public elsewhere. */
const isHidden = ({ skip: { reason } }: SkippedRecord): boolean =>
  skipReasons[reason] !== 'shape' && reason !== 'duplicate-url';

/** Term to the first hidden post that has it. */
export const readHiddenTerms = async (
  skipped: readonly SkippedRecord[],
  content: Content,
  scan: TermScan,
): Promise<Map<string, Skip>> => {
  const terms = new Map<string, Skip>();
  for (const { source, skip } of skipped.filter(isHidden)) {
    // The name of the file is the title of many a post.
    const text = `${source}\n${(await content.source(source)).slice(0, maxHiddenLength)}`;
    scan(text, (term) => {
      if (!terms.has(term) && isTelling(term) && terms.size < maxHiddenTerms) terms.set(term, skip);
    });
  }
  return terms;
};

/** Takes away what every index says, and then what the sources of indexed posts say. */
export const subtractPublicTerms = async (
  hidden: Map<string, Skip>,
  own: readonly string[],
  indexed: readonly IndexedRecord[],
  content: Content,
  scan: TermScan,
): Promise<void> => {
  const subtract = (text: string): void => scan(text, (term) => void hidden.delete(term));
  for (const text of own) subtract(text);
  for (const { source } of indexed) {
    if (hidden.size === 0) return;
    subtract(`${source}\n${await content.source(source)}`);
  }
};
