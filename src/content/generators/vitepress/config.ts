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

/** `:name`, `:name(\\d+)`, `(.*)`, each with `?`, `*` or `+` after it; else a sign that stands for itself. */
const token =
  /(?::(\w{1,100}))?\(((?:[^()?\\]|\\.){1,200})\)([?*+]?)|:(\w{1,100})([?*+]?)|[.*+?^${}()|[\]\\]/g;

/**
 * A rewrite as `path-to-regexp` reads it: `packages/:name/docs/:page*` takes a part of a path for each name, and all that
 * is left for `:page*`. One that begins with `^` is an expression. With or without `.md`.
 */
export function toRewrite(pattern: string, to: string): Rewrite {
  const names: string[] = [];
  if (pattern.startsWith('^')) return { from: toSitePattern(pattern), names, to };
  const nameless = { count: 0 };
  const nextNumber = (): string => {
    nameless.count += 1;
    return String(nameless.count - 1);
  };
  const source = pattern
    .replace(/\.md$/, '')
    .replace(
      token,
      (part: string, named?: string, inner?: string, mark = '', plain?: string, plainMark = '') => {
        if (inner === undefined && plain === undefined) return `\\${part}`;
        names.push(named ?? plain ?? nextNumber());
        const sign = mark + plainMark;
        // A name that is repeated takes the parts with the slashes between them.
        if (inner === undefined) return sign === '' ? '([^/]+?)' : sign === '?' ? '([^/]*?)' : '(.*?)';
        return sign === '' ? `(${inner})` : `((?:(?:${inner})/?)${sign})`;
      },
    );
  return { from: toSitePattern(`^${source}(?:\\.md)?$`), names, to };
}

export const applyRewrites = (path: string, rewrites: readonly Rewrite[]): string => {
  for (const { from, names, to } of rewrites) {
    const match = from?.match(path);
    if (match === undefined) continue;
    const found = to.replace(
      /:(\w+)(?:\([^()]{0,200}\))?[?*+]?/g,
      (written, name: string) => match.groups[names.indexOf(name)] ?? match.named[name] ?? written,
    );
    return found.endsWith('.md') ? found : `${found}.md`;
  }
  return path;
};

export const isExcluded = (path: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => toGlob(pattern).test(path));
