/**
 * Tags and categories of a Hugo page: a site may name its taxonomies as it likes.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { findValue, toKey } from '../../front-matter/front-matter.js';
import type { SourceFile, Taxonomy } from '../conventions.js';
import { toNames, toSplitNames, unique } from '../taxonomy.js';
import type { HugoSettings } from './config.js';

const isCategory = (name: string): boolean => /^categor/i.test(name);
/** Kept as what they are, and no tags. */
const isOther = (name: string): boolean => /^(?:series|authors?)$/i.test(name);

/** Names of the taxonomies, as front matter has them; without a configuration those of many themes as well. */
const namesOf = ({ taxonomies }: HugoSettings, isConfigured: boolean): readonly string[] =>
  isObject(taxonomies)
    ? Object.values(taxonomies).flatMap((name) => toNames(name))
    : ['tags', 'categories', ...(isConfigured ? [] : ['topics'])];

export const hugoTaxonomy = (
  { frontMatter }: SourceFile,
  settings: HugoSettings,
  isConfigured: boolean,
): Taxonomy => {
  const named = namesOf(settings, isConfigured).map((name) => ({
    name,
    values: toSplitNames(findValue(frontMatter, toKey(name)), /,/),
  }));
  return {
    tags: unique(
      named.filter(({ name }) => !isCategory(name) && !isOther(name)).flatMap(({ values }) => values),
    ),
    categories: unique([
      ...named.filter(({ name }) => isCategory(name)).flatMap(({ values }) => values),
      ...(isConfigured ? [] : toNames(findValue(frontMatter, 'category'))),
    ]),
  };
};
