/** The generators whose conventions are known; `plain` is a folder of Markdown that none of them reads. */
export const generatorNames = [
  'jekyll',
  'hugo',
  'astro',
  'eleventy',
  'hexo',
  'docusaurus',
  'vitepress',
  'pelican',
  'zola',
  'mkdocs',
  'plain',
] as const;

export type GeneratorName = (typeof generatorNames)[number];
