/**
 * What sections and the configuration say for the pages below them.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { FolderData } from '../../site/site.js';
import { toGlob } from '../glob.js';
import type { Placed } from './content.js';

type Values = Readonly<Record<string, unknown>>;

const matches = (pattern: unknown, ...texts: readonly string[]): boolean => {
  const written = toText(pattern);
  if (written === undefined) return true;
  const glob = toGlob(written.toLowerCase(), 'gobwas');
  return texts.some((text) => glob.test(text.toLowerCase()));
};

/** Whether a page is one that a target names, by path, kind, language and environment. */
export const isTarget = (target: Values, { folders, name }: Placed, language: string): boolean => {
  const above = folders.join('/');
  const logical = `/${[...folders, ...(name === 'index' ? [] : [name])].join('/')}`;
  return (
    matches(target.kind, 'page') &&
    matches(target.lang, language) &&
    matches(target.environment, 'production') &&
    // Since 0.123 spaces are hyphens there; before, the path was that of the file.
    matches(target.path, logical, logical.replaceAll(' ', '-'), `/${above}/${name}.md`)
  );
};

/** The values of one cascade that apply to a page: it may name its targets. */
export const cascadeValues = (cascade: unknown, placed: Placed, language: string): Values => {
  const merged: Record<string, unknown> = {};
  for (const block of (Array.isArray(cascade) ? cascade : [cascade]).filter(isObject)) {
    const written = Object.entries(block).map(([key, value]) => [key.toLowerCase(), value] as const);
    const targets = written.filter(([key]) => key === 'target' || key === '_target');
    if (
      !targets.every(([, target]) => !isObject(target) || isTarget(withLowerKeys(target), placed, language))
    )
      continue;
    for (const [key, value] of written) {
      if (key === 'target' || key === '_target') continue;
      // `params` stand for themselves, so that one post's `params` do not take the place of all of them.
      for (const [name, inner] of key === 'params' && isObject(value)
        ? Object.entries(value)
        : [[key, value] as const])
        merged[name] ??= inner;
    }
  }
  return merged;
};

const withLowerKeys = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));

/** The cascades that a section states for pages of a language: `_index.de.md` is the section's page in German. */
export const sectionCascades = (
  data: FolderData | undefined,
  language: string,
  folderLanguage: string,
): readonly unknown[] =>
  (data?.parts ?? []).flatMap(({ file, values }) => {
    const suffix = /^_index\.([^.]+)\.[^.]+$/.exec(file)?.[1] ?? folderLanguage;
    const cascade = Object.entries(values).find(([name]) => name.toLowerCase() === 'cascade')?.[1];
    return suffix.toLowerCase() === language.toLowerCase() && cascade !== undefined ? [cascade] : [];
  });
