/**
 * The plugins that a MkDocs configuration names, with their options.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';

export interface MkdocsPlugin {
  /** Without the theme before it: `blog` is `material/blog`. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What is on unless it is turned off. */
export const isOn = (value: unknown): boolean => value === undefined || value === null || value === true;

/** A list of names, or of names with options; or a mapping of them. */
export function readMkdocsPlugins(config: Site['config']): MkdocsPlugin[] {
  const { plugins } = config;
  const list: readonly unknown[] = Array.isArray(plugins) ? plugins : isObject(plugins) ? [plugins] : [];
  return list.flatMap((item) => {
    const entries: readonly (readonly [string, unknown])[] = isObject(item)
      ? Object.entries(item)
      : [[toText(item) ?? '', undefined]];
    return entries.map(([name, options]) => ({
      name: name.replace(/^[^/]*\//, '').split('#', 1)[0] ?? '',
      options: isObject(options) ? options : {},
    }));
  });
}
