/**
 * Names in lists: tags, categories, authors.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { type FrontMatter, findValue, toText } from '../front-matter/front-matter.js';
import type { Taxonomy } from './conventions.js';

/** A name, or a mapping that has one. */
const toName = (value: unknown): string | undefined => {
  if (!isObject(value)) return toText(value);
  return toText(value.label) ?? toText(value.name) ?? toText(value.title) ?? toText(value.id);
};

/** Trimmed, without repetition, in order; nested lists are flattened. */
export function toNames(value: unknown): string[] {
  if (!Array.isArray(value)) {
    const name = toName(value);
    return name === undefined ? [] : [name];
  }
  const names = new Set<string>();
  for (const item of value.flat(3)) {
    const name = toName(item);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

/** A string is split; a list is taken as it is. */
export const toSplitNames = (value: unknown, separator: RegExp): string[] =>
  toNames(typeof value === 'string' ? value.split(separator) : value);

export const unique = (names: readonly string[]): string[] => [...new Set(names)];

/**
 * Categories in the one form that levels are written in, whichever way their author does: `Lang / Rust` and `Lang > Rust` are
 * `Lang/Rust`. Several categories of a post are beside one another unless the generator says otherwise: Jekyll puts `[a, b]` into a URL
 * as `a/b`, and yet lists the post under `a` and under `b`.
 */
export const toCategoryPaths = (categories: readonly string[]): string[] =>
  unique(
    categories.flatMap(
      (category) =>
        category
          .split(/ > |\//)
          .flatMap((level) => level.trim() || [])
          .join('/') || [],
    ),
  );

/** Tags and categories for generators that say nothing of them: lists, or strings with commas. */
export function toListTaxonomy(frontMatter: FrontMatter): Taxonomy {
  return {
    tags: toSplitNames(findValue(frontMatter, 'tags', 'tag'), /,/),
    categories: toSplitNames(findValue(frontMatter, 'categories', 'category'), /,/),
  };
}
