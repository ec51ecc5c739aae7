/**
 * Whose posts these are, told from the posts themselves: for folders without the site around them.
 * @module
 */

import type { GeneratorName } from '../../domain/generator-names.js';
import { toDatedName } from '../dates/path-date.js';
import { toSourcePath } from '../generators/source-path.js';

/** The beginning of a post. */
export interface PostSample {
  readonly path: string;
  readonly head: string;
}

/** Posts that are looked at, evenly spread over the folder, and how much of each. */
export const sampleSize = 60;
export const sampleBytes = 8 * 1024;

const signs = {
  toml: /^\+\+\+[ \t]*$/m,
  metaLines: /^(?:Title|Date|Slug): .+\n(?:[A-Z]\w*: ?.*\n)+/,
  zola: /^(?:path[ \t]*=|\[(?:extra|taxonomies)\])/m,
  hugo: /\{\{[<%] /,
  liquid: /\{%-? ?\w/,
  vitepressHome: /^layout: home\n(?:(?!layout: home\n).*\n)*?hero:/m,
  vitepress: /^#{1,6} .* \{#[\w-]+\}$/m,
  containers: /^::: ?(?:tip|warning|danger|details|info|code-group)/m,
  mdxComment: /\{\/\*/,
} as const;

const share = (samples: readonly PostSample[], sign: RegExp): number =>
  samples.length === 0 ? 0 : samples.filter(({ head }) => sign.test(head)).length / samples.length;

/**
 * @param folder name of the posts folder with the folders above it, as far as they may speak.
 * @param files every source file.
 */
export function detectGenerator(
  folder: string,
  files: readonly string[],
  samples: readonly PostSample[],
): GeneratorName {
  const paths = files.map((file) => `${folder}/${file}`);
  const has = (part: string): boolean => paths.some((path) => `/${path}`.includes(part));
  const dated = files.filter((file) => toDatedName(toSourcePath(file).name) !== undefined).length;
  const inPosts = paths.filter((path) => /\/_(?:posts|drafts)\//.test(`/${path}`)).length;
  // Jekyll asks for a date in the name, Hexo for none.
  if (has('/_posts/') || has('/_drafts/'))
    return has('/source/_posts/') && dated * 2 < inPosts ? 'hexo' : 'jekyll';
  if (has('/docusaurus-plugin-content-')) return 'docusaurus';
  if (share(samples, signs.metaLines) >= 0.5) return 'pelican';
  if (share(samples, signs.toml) >= 0.3) return share(samples, signs.zola) >= 0.3 ? 'zola' : 'hugo';
  if (share(samples, signs.hugo) > 0.02 || files.some((file) => /(?:^|\/)_index\.md$/.test(file)))
    return 'hugo';
  const isVitePress = share(samples, signs.vitepress) > 0.2 && share(samples, signs.containers) > 0.05;
  if (isVitePress || samples.some(({ head }) => signs.vitepressHome.test(head))) return 'vitepress';
  if (dated === 0 || dated * 2 < files.length)
    return share(samples, signs.liquid) > 0.2 ? 'eleventy' : 'plain';
  // Jekyll's names outside `_posts`: a folder of a site that has moved on, or Jekyll's posts alone.
  return has('/content/') || has('/src/') ? 'eleventy' : 'jekyll';
}

/** MDX in files that are named `.md`: comments that only MDX has. */
export const isMdxInMarkdown = (samples: readonly PostSample[]): boolean =>
  share(samples, signs.mdxComment) > 0.2;
