/**
 * Patterns that a site's configuration holds, or that its globs and templates become. Whoever writes them decides how
 * long JavaScript's own engine needs for one path; RE2's needs time linear in it. It reads Go's syntax, Hugo's, as well.
 * @module
 */
import { RE2JS } from 're2js';

interface PatternMatch {
  /** What each group took, in order; nothing for one that took no part. */
  readonly groups: readonly (string | undefined)[];
  /** The same for groups with a name. */
  readonly named: Readonly<Record<string, string | undefined>>;
}

export interface SitePattern {
  test(text: string): boolean;
  match(text: string): PatternMatch | undefined;
}

/** @returns `undefined` for what is no pattern, or one that looks around or back, which takes more than linear time. */
export function toSitePattern(source: string): SitePattern | undefined {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(source, RE2JS.DOTALL);
  } catch {
    return undefined;
  }
  const names = Object.entries(pattern.namedGroups());
  return {
    test: (text) => pattern.matcher(text).find(),
    match: (text) => {
      const matcher = pattern.matcher(text);
      if (!matcher.find()) return undefined;
      const groups = Array.from(
        { length: pattern.groupCount() },
        (_, at) => matcher.group(at + 1) ?? undefined,
      );
      return {
        groups,
        named: Object.fromEntries(names.map(([name, number]) => [name, groups[number - 1]])),
      };
    },
  };
}
