/**
 * Every generator that is known, by name.
 * @module
 */
import type { GeneratorName } from '../../domain/generator-names.js';
import { astro } from './astro/astro.js';
import { docusaurus } from './docusaurus/docusaurus.js';
import { eleventy } from './eleventy/eleventy.js';
import type { Generator } from './generator.js';
import { hexo } from './hexo/hexo.js';
import { hugo } from './hugo/hugo.js';
import { jekyll } from './jekyll/jekyll.js';
import { mkdocs } from './mkdocs/mkdocs.js';
import { pelican } from './pelican/pelican.js';
import { plain } from './plain.js';
import { vitepress } from './vitepress/vitepress.js';
import { zola } from './zola.js';

export const generators: Readonly<Record<GeneratorName, Generator>> = {
  jekyll,
  hugo,
  astro,
  eleventy,
  hexo,
  docusaurus,
  vitepress,
  pelican,
  zola,
  mkdocs,
  plain,
};

/** Whose conventions hold where nothing tells the generator. */
export const fallbackGenerator: GeneratorName = 'plain';
