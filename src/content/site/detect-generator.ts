/**
 * Whose posts these are, told from the posts themselves: for folders without the site around them.
 * @module
 */
import { type GeneratorName, generatorNames } from '../../domain/generator-names.js';
import { type Evidence, signs } from '../generators/evidence.js';
import { fallbackGenerator, generators } from '../generators/index.js';

/** Posts that are looked at, evenly spread over the folder, and how much of each. */
export const sampleSize = 60;
export const sampleBytes = 8 * 1024;

/** The generator with the surest sign; of two with the same, the one that is named first. */
export function detectGenerator(posts: Evidence): GeneratorName {
  let best: { readonly name: GeneratorName; readonly rank: number } | undefined;
  for (const name of generatorNames) {
    const sign = generators[name].recognize?.(posts);
    const rank = sign === undefined ? signs.length : signs.indexOf(sign);
    if (rank < (best?.rank ?? signs.length)) best = { name, rank };
  }
  return best?.name ?? fallbackGenerator;
}

/** MDX in files that are named `.md`: comments that only MDX has. */
export const isMdxInMarkdown = (posts: Evidence): boolean => posts.share(/\{\/\*/) > 0.2;
