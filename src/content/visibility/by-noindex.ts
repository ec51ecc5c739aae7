/**
 * Posts that their author asks search engines to leave out, in the words of sitemap plugins, themes and pages' heads.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { hasValue, toKey } from '../front-matter/front-matter.js';
import { isOff } from './by-flag.js';
import { findRobotsTag } from './head-robots.js';
import { isRobots, saysNoindex } from './robots.js';
import { scalarsOf, toFlag } from './words.js';

/** Keys that ask for it unless they clearly say no. */
export const askingKeys = new Set([
  'noindex',
  'metanoindex',
  'seonoindex',
  'robotsnoindex',
  'norobots',
  'norobot',
  'donotindex',
  'dontindex',
  'nosearchengines',
  'nosearchengine',
  'nositemap',
  'excludefromsitemap',
  'excludesitemap',
  'sitemapexclude',
  'sitemapexcluded',
  'sitemapignore',
  'sitemapdisable',
  'disablesitemap',
  'hidefromsitemap',
  'hiddenfromsitemap',
]);

/** Keys that ask for it when they say no. */
export const allowingKeys = new Set([
  'sitemap',
  'insitemap',
  'showinsitemap',
  'includeinsitemap',
  'searchengine',
  'searchengines',
  'indexable',
  'isindexable',
  'allowindex',
  'allowindexing',
  'allowrobots',
  'seoindex',
]);

/** Mappings and lists that hold what goes into the head of a page. */
const headKeys = new Set([
  'seo',
  'meta',
  'metas',
  'metatags',
  'metadata',
  'head',
  'customhead',
  'headextra',
  'extrahead',
  'robots',
  'metarobots',
  'yoast',
]);

/** A page's head nests less: `head: [{tag: meta, attrs: {name: robots, content: noindex}}]`. */
const maxDepth = 5;

const asksAt = (key: string, value: unknown): boolean => {
  if (!hasValue(value)) return false;
  const flag = toFlag(value);
  if (askingKeys.has(key)) return flag !== false;
  // Yoast says 1 for yes and 2 for no.
  if (key.endsWith('noindex')) return flag === true;
  if (allowingKeys.has(key)) return isOff(value);
  return isRobots(key) && scalarsOf(value).some(saysNoindex);
};

const asksWithin = (value: unknown, depth: number): boolean => {
  if (depth > maxDepth) return false;
  if (Array.isArray(value)) return value.some((item) => asksWithin(item, depth + 1));
  if (typeof value === 'string') return findRobotsTag(value) !== undefined;
  if (!isObject(value)) return false;
  const named = scalarsOf(value.name ?? value.property ?? value['http-equiv'])[0] ?? '';
  if (isRobots(named) && scalarsOf(value.content).some(saysNoindex)) return true;
  return Object.entries(value).some(([name, inner]) => {
    const key = toKey(name);
    const isUnlisted = key === 'index' && hasValue(inner) && toFlag(inner) === false;
    return isUnlisted || asksAt(key, inner) || asksWithin(inner, depth + 1);
  });
};

export const asksForNoindex = (key: string, value: unknown): boolean =>
  asksAt(key, value) || (headKeys.has(key) && asksWithin(value, 0));
