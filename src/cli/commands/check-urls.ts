/** `lookback check-urls` */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../../config/index.js';
import { LookbackError } from '../../domain/errors.js';
import { createFileSource } from '../../index-store/file-source.js';
import { openPosts } from '../../indexer/open-posts.js';
import { toOpinionRules } from '../../indexer/read-post.js';
import { readPosts } from '../../indexer/read-posts.js';
import { openIndex } from '../../reader/open-index.js';
import { compareUrls, type IndexedUrl } from '../../url-check/compare-urls.js';
import { readBuiltSite } from '../../url-check/read-built-site.js';
import { readSitemap } from '../../url-check/read-sitemap.js';
import type { SitePage } from '../../url-check/site-page.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatComparison } from '../format-comparison.js';
import { readIndexUrls } from '../index-urls.js';
import { createProgress } from '../progress.js';
import { toConfig } from '../setting-options.js';
import { type Terminal, toShownJson } from '../terminal.js';

const readPostUrls = async (config: Config, terminal: Terminal): Promise<readonly IndexedUrl[]> => {
  const progress = createProgress(terminal, 'reading posts');
  const now = new Date();
  const content = await openPosts(config, now);
  const rules = toOpinionRules(config, content, now);
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  const { indexed } = await readPosts(content, rules, { onProgress }).finally(() => progress.end());
  return indexed.map(({ post: { url, id } }) => ({ url, id }));
};

const readSite = async (against: string, base: string | undefined): Promise<readonly SitePage[]> => {
  const found = await stat(against).catch((cause: unknown) => {
    throw new LookbackError('site-unreadable', `there is no ${against}`, { file: against, cause });
  });
  return found.isDirectory() ? readBuiltSite(against, base) : readSitemap(against);
};

/** @param folder of posts to take the URLs from, instead of the index. */
export const checkUrls = async (
  terminal: Terminal,
  folder: string | undefined,
  options: Options,
): Promise<ExitCode> => {
  const config = await toConfig(terminal, options, { posts: folder });
  const base = options.base;
  const against = resolve(terminal.folder, String(options.against));
  const pages = await readSite(against, typeof base === 'string' ? base : undefined);
  const urls =
    folder === undefined
      ? await readIndexUrls(await openIndex(createFileSource(resolve(terminal.folder, config.index))))
      : await readPostUrls({ ...config, posts: resolve(terminal.folder, config.posts) }, terminal);
  const comparison = compareUrls(urls, pages);
  terminal.out.write(
    options.json === true ? toShownJson(comparison) : formatComparison(comparison, String(options.against)),
  );
  const isComplete = comparison.missing.length === 0 && comparison.differing.length === 0;
  return isComplete ? exitCodes.done : exitCodes.incomplete;
};
