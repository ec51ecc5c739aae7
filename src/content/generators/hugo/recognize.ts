/**
 * What tells Hugo's sites and posts from those of others.
 * @module
 */
import { join } from 'node:path';
import { exists } from '../../../files/exists.js';
import type { Site } from '../../site/site.js';
import type { Evidence, Sign } from '../evidence.js';

/** Of which one at least is in every configuration. */
const ownKeys = [
  'baseurl',
  'languagecode',
  'contentdir',
  'permalinks',
  'params',
  'menu',
  'markup',
  'paginate',
  'theme',
  'taxonomies',
];

/** The names are those of many a program, and `config.toml` is Zola's too, which writes `base_url`. */
export const ownsConfig = async (
  root: string,
  configFile: string,
  config: Site['config'],
): Promise<boolean> =>
  Object.keys(config).some((key) => ownKeys.includes(key.toLowerCase())) &&
  !(configFile === 'config.toml' && 'base_url' in config) &&
  exists(join(root, 'content'));

const shortcode = /\{\{[<%] /;

/** TOML by itself, sections, or shortcodes here and there. */
export const recognize = (posts: Evidence): Sign | undefined => {
  if (posts.isToml) return 'notation';
  const hasSections = posts.paths.some((path) => path.endsWith('/_index.md'));
  return hasSections || posts.share(shortcode) > 0.02 ? 'markup' : undefined;
};
