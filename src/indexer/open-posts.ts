/**
 * The posts that a configuration names, opened for reading.
 * @module
 */
import type { Config } from '../config/settings.js';
import { type Content, detectLanguage, openContent, openNdjson } from '../content/index.js';

/** What every content is opened with, whatever it comes from. */
const toContentOptions = (config: Config, now: Date) => ({
  now,
  maxPostBytes: config.maxPostBytes,
  maxPostSeconds: config.maxPostSeconds,
  noindex: config.noindex,
  ...(config.show !== undefined && { show: config.show }),
  ...(config.baseUrl !== undefined && { baseUrl: config.baseUrl }),
  ...(config.timeZone !== undefined && { timeZone: config.timeZone }),
  ...(config.language !== undefined && { language: config.language }),
  detectLanguage,
});

/**
 * Opens `config.posts` as a build does.
 * @throws LookbackError `posts-folder-missing`, `config-unreadable`, `config-invalid`
 */
export const openPosts = (config: Config, now: Date): Promise<Content> =>
  openContent({
    folder: config.posts,
    jekyllDrafts: config.jekyllDrafts,
    dataPrograms: config.dataPrograms,
    ...toContentOptions(config, now),
    ...(config.generator !== 'auto' && { generator: config.generator }),
    ...(config.urlTemplate !== undefined && { urlTemplate: config.urlTemplate }),
  });

/**
 * Opens posts that come as NDJSON, read to the end.
 * @throws LookbackError `config-invalid`
 */
export const openLines = (config: Config, now: Date, input: AsyncIterable<Uint8Array>): Promise<Content> =>
  openNdjson({ input, ...toContentOptions(config, now) });
