/**
 * Path patterns of configurations: `posts/*`, `internal/**`, `{a,b}/x`.
 * @module
 */

const maxLength = 300;

/** `*` stays within a name, `**` does not. A pattern that is no glob matches itself. */
export function toGlob(pattern: string): RegExp {
  const source = pattern
    .slice(0, maxLength)
    .replace(/^\.?\//, '')
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}/g, (part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return `(?:${part.slice(1, -1).split(',').join('|')})`;
    });
  return new RegExp(`^${source}$`, 's');
}
