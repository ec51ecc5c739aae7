/**
 * Words in an index that stand in no source letter by letter: markup inside them is gone, references are decoded, URLs
 * and anchors are made of them.
 * @module
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { type Analyzer, createAnalyzer } from '../analysis/index.js';
import type { Content } from '../content/index.js';
import type { Post } from '../domain/post.js';
import type { IndexedRecord } from './read-posts.js';
import { chunksOf, createTermScan } from './term-scan.js';

/** What configuration, folders and transliteration may add to a post. */
const metadataOf = (post: Post): string =>
  [
    post.id,
    post.url,
    post.title,
    post.language,
    ...post.tags,
    ...post.categories,
    ...post.authors,
    post.series ?? '',
    post.image ?? '',
    ...post.headings.map(({ anchor }) => anchor),
  ].join('\n');

const decodeReference = (written: string, name: string): string => {
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || written;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** Letters and digits in a row, without what markup puts between them. */
const toBare = (text: string): string =>
  text
    .replace(/&(#?\w{1,32});/g, decodeReference)
    .replace(/<[^<>]*>/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** Of a post: the spellings in its text of the terms that are asked for. */
const spellingsOf = (
  post: Post,
  analyzer: Analyzer,
  asked: ReadonlyMap<string, unknown>,
  innocent: Set<string>,
): ReadonlyMap<string, string> => {
  const spellings = new Map<string, string>();
  for (const chunk of chunksOf(`${post.text}\n${post.excerpt ?? ''}`)) {
    if (innocent.has(chunk)) continue;
    const before = spellings.size;
    analyzer.scan(chunk, (term, start, end) => {
      if (asked.has(term)) spellings.set(term, chunk.slice(start, end));
    });
    if (spellings.size === before) innocent.add(chunk);
  }
  return spellings;
};

/**
 * Deletes from `found` what is explained: a word of the metadata of an indexed post, or of its text where its source
 * has the same letters in a row. What is left has no business in the index.
 */
export const findUnexplained = async (
  found: Map<string, unknown>,
  indexed: readonly IndexedRecord[],
  content: Content,
): Promise<void> => {
  const innocent = new Map<string, Set<string>>();
  for (const { source, post } of indexed) {
    if (found.size === 0) return;
    const analyzer = createAnalyzer(post.language);
    createTermScan([analyzer])(metadataOf(post), (term) => void found.delete(term));
    const ofLanguage = innocent.get(post.language) ?? new Set();
    innocent.set(post.language, ofLanguage);
    const spellings = spellingsOf(post, analyzer, found, ofLanguage);
    if (spellings.size === 0) continue;
    const bare = toBare(await content.source(source));
    for (const [term, spelling] of spellings) if (bare.includes(toBare(spelling))) found.delete(term);
  }
};
