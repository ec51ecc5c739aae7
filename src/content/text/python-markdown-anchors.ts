/**
 * How Python-Markdown's toc keeps the ids of a page apart: `a`, `a_1`, `a_2`; one without a letter is `_1`.
 * @module
 */
import type { AnchorMaker } from './heading-anchors.js';
import type { HeadingSource } from './heading-slugs.js';

export function createPythonMarkdownAnchors(slug: (heading: HeadingSource) => string): AnchorMaker {
  const taken = new Set<string>();
  /** Base of an id to the last number tried for it, so that a thousand equal headings cost a thousand steps. */
  const counts = new Map<string, number>();
  return {
    make(heading) {
      const id = slug(heading);
      if (id !== '' && !taken.has(id)) {
        taken.add(id);
        return id;
      }
      // `a_1` is counted on to `a_2`.
      const [, base = id, number = '0'] = /^(.*)_([0-9]{1,15})$/.exec(id) ?? [];
      let count = Math.max(Number(number), counts.get(base) ?? 0) + 1;
      while (taken.has(`${base}_${count}`)) count += 1;
      counts.set(base, count);
      taken.add(`${base}_${count}`);
      return `${base}_${count}`;
    },
    claim(id) {
      taken.add(id);
      return id;
    },
  };
}
