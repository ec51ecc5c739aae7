/**
 * Path patterns of configurations: `posts/*`, `internal/**`, `{a,b}/x`.
 * @module
 */

import { type SitePattern, toSitePattern } from './site-pattern.js';

const maxLength = 300;
const never: SitePattern = { test: () => false, match: () => undefined };

const toSource = (glob: string): string =>
  glob.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return `(?:${part.slice(1, -1).split(',').map(toSource).join('|')})`;
  });

/** `*` stays within a name, `**` does not. A pattern that is no glob matches itself. */
export function toGlob(pattern: string): SitePattern {
  const literal = pattern
    .slice(0, maxLength)
    .replace(/^\.?\//, '')
    .replace(/[.+^$()|[\]\\]/g, '\\$&');
  return toSitePattern(`^${toSource(literal)}$`) ?? never;
}
