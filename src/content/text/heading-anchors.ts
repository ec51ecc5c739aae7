/**
 * The ids of headings: what each generator makes of the words, and how it keeps two ids of a page apart.
 * @module
 */
import {
  astroSlug,
  githubSlug,
  type HeadingSource,
  hexoSlug,
  hugoSlug,
  kramdownSlug,
  pymdownxHeadingSlug,
  pythonMarkdownSlug,
  type Slug,
  vitepressSlug,
  zolaSlug,
} from './heading-slugs.js';

/** Makes the ids of one post's headings, in order. */
export interface AnchorMaker {
  /** The id made from the words; a repeated one gets the generator's suffix. */
  make(heading: HeadingSource): string;
  /** Notes an id that the author chose. */
  claim(id: string): string;
}

/** Whose rule makes the ids: a maker for each post. */
export type AnchorRule = () => AnchorMaker;

interface Repeats {
  /** `count`: how often each slug came up, whatever ids were given. `try`, the default: the first number that is free. */
  readonly by?: 'count' | 'try';
  /** True where ids that authors chose are looked at too. Default false. */
  readonly seesClaimed?: boolean;
  /** What is done to an id that has no number. */
  readonly finish?: (id: string) => string;
}

/** `a`, `a-1`, `a-2`. */
const hyphenated =
  (slug: Slug, { by = 'try', seesClaimed = false, finish = (id) => id }: Repeats = {}): AnchorRule =>
  () => {
    /** Id to the last suffix tried for it, so that a thousand equal headings are not tried a thousand times each. */
    const taken = new Map<string, number>();
    return {
      make(heading) {
        const base = slug(heading);
        const last = taken.get(base);
        if (last === undefined) {
          taken.set(base, 0);
          return finish(base);
        }
        let suffix = last + 1;
        if (by === 'try') while (taken.has(`${base}-${suffix}`)) suffix += 1;
        taken.set(base, suffix);
        if (by === 'try') taken.set(`${base}-${suffix}`, 0);
        return `${base}-${suffix}`;
      },
      claim(id) {
        if (seesClaimed && !taken.has(id)) taken.set(id, 0);
        return id;
      },
    };
  };

/** Python-Markdown's toc: `a`, `a_1`, `a_2`; one without a letter is `_1`. */
const underscored =
  (slug: Slug): AnchorRule =>
  () => {
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
  };

/** Headings get no ids but those that their authors choose. */
export const noAnchors: AnchorRule = () => ({ make: () => '', claim: (id) => id });

export const githubAnchors = hyphenated(githubSlug);
export const kramdownAnchors = hyphenated(kramdownSlug, { by: 'count' });
export const hexoAnchors = hyphenated(hexoSlug, { by: 'count' });
// Astro cuts what it has made unique.
export const astroAnchors = hyphenated(astroSlug, { finish: (id) => id.replace(/-$/, '') });
export const hugoAnchors = hyphenated(hugoSlug, { seesClaimed: true });
export const vitepressAnchors = hyphenated(vitepressSlug, { seesClaimed: true });
export const zolaAnchors = hyphenated(zolaSlug, { seesClaimed: true });
export const pythonMarkdownAnchors = underscored(pythonMarkdownSlug);
export const pymdownxAnchors = underscored(pymdownxHeadingSlug);
