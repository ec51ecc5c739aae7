/**
 * Which files Hexo makes posts and pages of. `lib/plugins/processor/{post,asset,common}` and `lib/box` in its source.
 * @module
 */
import { toText } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import { toGlob } from '../glob.js';
import { isBelow } from '../source-path.js';
import { toNames } from '../taxonomy.js';

/** A path below the source folder, and for a post below `_posts`; or why it is neither. */
export type HexoFile =
  | { readonly kind: 'post'; readonly path: string }
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Extensions are told by their case: `.MD` is copied. */
const isRendered = (path: string): boolean => /\.(?:md|markdown|mkd|mkdn|html?)$/.test(path);
const isDecodable = (path: string): boolean => !/%(?![0-9a-f]{2})/i.test(path);
const isHidden = (path: string): boolean => /(?:^|\/)[_.]/.test(path);
const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0] ?? '';

export function createHexoFiles(
  { config }: Pick<Site, 'config'>,
  sourceDir: string,
): (path: string) => HexoFile {
  const matcher = (name: string): ((path: string) => boolean) => {
    const globs = toNames(config[name]).map((pattern) => toGlob(pattern));
    return (path) => globs.some((glob) => glob.test(path));
  };
  const isCopied = matcher('skip_render');
  const isIncluded = matcher('include');
  const isExcluded = matcher('exclude');
  // Patterns are compared with the absolute path: one that does not begin anywhere names none of the site's.
  const ignored = toNames(config.ignore)
    .filter((pattern) => pattern.startsWith('**'))
    .map((pattern) => toGlob(pattern));
  const isIgnored = (path: string): boolean => {
    const segments = path.split('/');
    return segments.some((_, index) => {
      const part = segments.slice(0, index + 1).join('/');
      return ignored.some((glob) => glob.test(part));
    });
  };
  const postExtension = extensionOf(toText(config.new_post_name) ?? ':title.md');

  const none = (reason: string): HexoFile => ({ kind: 'none', reason });

  return (path) => {
    if (!isBelow(path, sourceDir)) return none(`is outside the folder ${sourceDir}`);
    if (isIgnored(path)) return none('is left out by ignore of the configuration');
    const file = sourceDir === '' ? path : path.slice(sourceDir.length + 1);
    if (!isRendered(file)) return none('is in a format that Hexo does not render');
    if (!isDecodable(file)) return none('has a % in its path, which Hexo fails to make a URL of');
    const post = /^_(?:posts|drafts)\/(.+)$/.exec(file)?.[1];
    if (post !== undefined && !isHidden(post)) {
      if (isCopied(file)) return none('is copied and not rendered, by skip_render of the configuration');
      if (config.post_asset_folder === true && extensionOf(file) !== postExtension)
        return none(`is an asset, because new posts are named ${postExtension}`);
      return { kind: 'post', path: post };
    }
    if (isExcluded(file)) return none('is left out by exclude of the configuration');
    if (isHidden(file) && !isIncluded(file))
      return none('is hidden: a name of its path starts with _ or a dot');
    if (isCopied(file)) return none('is copied and not rendered, by skip_render of the configuration');
    return { kind: 'page', path: file };
  };
}
