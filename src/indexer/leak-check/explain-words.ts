/**
 * Words in an index that stand in no source as they are: markup inside them is gone, references are decoded, URLs and
 * anchors are made of them, configuration and folders say them. No rule lists all of that, but reading a post does.
 * @module
 */
import type { Analyzer } from '../../analysis/index.js';
import type { Content } from '../../content/index.js';
import type { IndexedRecord } from '../read-posts.js';
import type { ApartReader } from './apart-reader.js';
import { stringsOf } from './strings-of.js';
import { createTermScan } from './term-scan.js';

/**
 * Deletes from `found` what is explained: what a public post says when it is read where no hidden post ever was. What
 * is left has no business in the index.
 */
export const findUnexplained = async (
  found: Map<string, unknown>,
  indexed: readonly IndexedRecord[],
  content: Content,
  analyzers: readonly Analyzer[],
  apart: ApartReader,
): Promise<void> => {
  const scan = createTermScan(analyzers);
  for (const { source, post } of indexed) {
    if (found.size === 0) return;
    let asks = false;
    scan(stringsOf(post), (term) => {
      if (found.has(term)) asks = true;
    });
    if (!asks) continue;
    const line = content.line?.(source);
    const again = await apart.read({ source, ...(line !== undefined && { line }) });
    if (again !== undefined) createTermScan(analyzers)(stringsOf(again), (term) => void found.delete(term));
  }
};
