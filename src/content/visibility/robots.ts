/**
 * What search engines are told in words.
 * @module
 */
import { toKey } from '../front-matter/front-matter.js';
import { toFlag } from './words.js';

export const robotsKeys = new Set([
  'robots',
  'robot',
  'metarobots',
  'robotsmeta',
  'seorobots',
  'googlebot',
  'bingbot',
  'xrobotstag',
]);

/** Whether a name is that of what search engines are told, however it is written. */
export const isRobots = (name: string): boolean => robotsKeys.has(toKey(name));

export const saysNoindex = (text: string): boolean =>
  text.split(/[\s,;]/).some((word) => /^(?:noindex|none)$/i.test(word)) || toFlag(text || 'yes') === false;
