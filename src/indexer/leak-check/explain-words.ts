/**
 * Words in an index that stand in no source as they are: markup inside them is gone, references are decoded, URLs and
 * anchors are made of them, configuration and folders say them. No rule lists all of that, but reading a post does.
 * @module
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Analyzer } from '../../analysis/index.js';
import type { Content } from '../../content/index.js';
import type { IndexedRecord } from '../read-posts.js';
import { toTitleKey } from '../sort-keys.js';
import type { ApartReader } from './apart-reader.js';
import { findJsonStrings } from './json-strings.js';
import { createTermScan } from './term-scan.js';

const decoder = new TextDecoder();

/** Fewer letters are in a row by chance. */
const tellingLength = 4;

/** Letters and digits in a row, without accents and what stands between them. */
const toBare = (text: string): string =>
  text
    .replace(
      /&([A-Za-z]\w{1,31});/g,
      (written, name: string) => decodeNamedCharacterReference(name) || written,
    )
    .replace(/<[^<>]{0,1000}>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

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
  for (const { source, post, passages } of indexed) {
    if (found.size === 0) return;
    const asked = new Set<string>();
    // All that an index says of a post stands in its metadata and its passages, but for the key of its title: `don'ts` has a `ts` there.
    const said = passages.flatMap(({ body, above }) => [decoder.decode(body), JSON.stringify(above ?? null)]);
    for (const json of [JSON.stringify([post, toTitleKey(post.title)]), ...said])
      scan(findJsonStrings(json), (term) => {
        if (found.has(term)) asked.add(term);
      });
    if (asked.size === 0) continue;
    // Mostly a sign or an accent is all that is between the two, and no thread need be started for that.
    const bare = toBare(await content.source(source));
    for (const term of asked)
      if (term.length >= tellingLength && bare.includes(toBare(term))) {
        found.delete(term);
        asked.delete(term);
      }
    if (asked.size === 0) continue;
    const line = content.line?.(source);
    const again = await apart.read({ source, ...(line !== undefined && { line }) });
    if (again !== undefined)
      createTermScan(analyzers)(
        findJsonStrings(JSON.stringify([again, toTitleKey(again.title)])),
        (term) => void found.delete(term),
      );
  }
};
