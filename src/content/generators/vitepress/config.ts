/**
 * What a VitePress configuration says of paths, as far as it is written out: the file is a program and is never run.
 * @module
 */
import { toGlob } from '../glob.js';
import { type SitePattern, toSitePattern } from '../site-pattern.js';

export interface Rewrite {
  readonly from: SitePattern | undefined;
  /** Names of the groups of `from`, in order. */
  readonly names: readonly string[];
  readonly to: string;
}

/** `packages/:name/docs/:page*` takes a part of a path for each name, and all that is left for `:page*`. With or without `.md`. */
export function toRewrite(pattern: string, to: string): Rewrite {
  const names: string[] = [];
  const source = pattern
    .replace(/\.md$/, '')
    .replace(/:(\w+)(\*)?|[.*+?^${}()|[\]\\]/g, (part, name?: string, rest?: string) => {
      if (name === undefined) return `\\${part}`;
      names.push(name);
      return rest === undefined ? '([^/]+?)' : '(.*?)';
    });
  return { from: toSitePattern(`^${source}(?:\\.md)?$`), names, to: `${to.replace(/\.md$/, '')}.md` };
}

export const applyRewrites = (path: string, rewrites: readonly Rewrite[]): string => {
  for (const { from, names, to } of rewrites) {
    const match = from?.match(path);
    if (match)
      return to.replace(
        /:(\w+)\*?/g,
        (written, name: string) => match.groups[names.indexOf(name)] ?? written,
      );
  }
  return path;
};

export const isExcluded = (path: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => toGlob(pattern).test(path));
