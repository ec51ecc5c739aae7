/**
 * Questions to a page: one or two words in a row of a title, as visitors ask.
 * @module
 */
import type { Post } from '../../../src/domain/post.js';
import { createRandom } from '../extraction-corpus.js';

const wordPattern = /\p{L}{4,}/gu;

/** @returns different ones, in English: the page says that it is */
export const drawCandidates = (posts: readonly Post[], count: number, seed: number): readonly string[] => {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const titles = posts.filter(({ language }) => language === 'en').map(({ title }) => title);
  const drawn = new Set<string>();
  for (let tries = 0; drawn.size < count && tries < 100 * count; tries += 1) {
    const words = titles[below(titles.length)]?.match(wordPattern) ?? [];
    const length = 1 + below(2);
    const start = below(Math.max(1, words.length - length + 1));
    const text = words
      .slice(start, start + length)
      .join(' ')
      .toLowerCase();
    if (text !== '') drawn.add(text);
  }
  return [...drawn];
};
