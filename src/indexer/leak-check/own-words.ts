/**
 * The words that an index and its page have of themselves, whatever the posts are.
 * @module
 */
import type { InterfaceLanguage } from '../../domain/interface-languages.js';
import type { Post } from '../../domain/post.js';
import type { RankingSettings } from '../../domain/ranking-settings.js';
import { manifestPath } from '../../index-store/layout.js';
import type { PageSettings } from '../../page/render-page.js';
import { createIndex } from '../create-index.js';
import { createPage } from '../create-page.js';
import { createRelated } from '../create-related.js';
import { readWrittenWords } from './written-words.js';

/** All that an index can say of a post, said without a letter: the words in its files are those of the format. */
const wordlessPost: Post = {
  id: '0',
  url: '/0/',
  title: '0',
  language: 'und',
  date: { day: '2000-01-01', timestamp: 946_684_800 },
  links: ['/0/0/'],
  updated: { day: '2000-01-01', timestamp: 946_684_800 },
  expires: 32_503_680_000,
  searchWeight: 2,
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

const { expires: _expires, ...unexpiring } = wordlessPost;

/** The first links to the second, and so they are related; what expires is not. */
const wordlessPosts: readonly Post[] = [
  wordlessPost,
  { ...unexpiring, id: '0/0', url: '/0/0/' },
  { ...unexpiring, id: '0/0/0', url: '/0/0/0/' },
];

const wordlessRanking: RankingSettings = {
  pins: [{ query: '0', urls: [wordlessPost.url], from: '2000-01-01', to: '2000-01-01' }],
  recency: { halfLife: 1, floor: 1 },
  fuzzy: false,
};

/**
 * To be asked before any post is read: what is said then cannot come from one.
 * @param page the search page, where there is one
 * @param languages that it may be written in
 */
export const readOwnWords = async (
  page: PageSettings | undefined,
  languages: readonly InterfaceLanguage[],
): Promise<readonly string[]> => {
  const index = await createIndex(wordlessPosts, new Date(0).toISOString(), {
    ranking: wordlessRanking,
    synonyms: { own: [{ from: '0', to: '0' }], isMined: false },
  });
  const pages =
    page === undefined ? [] : await Promise.all(languages.map((language) => createPage(page, language)));
  const related = await createRelated(index, wordlessPosts);
  const manifest = { path: manifestPath, bytes: index.manifest };
  const written = readWrittenWords([...index.files, ...pages.flat(), related, manifest]);
  return [...written].map((words) => ('text' in words ? words.text : words.terms.join('\n')));
};
