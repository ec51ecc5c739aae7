import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Content, ContentOptions, PostOutcome } from '../../src/content/index.js';
import { openContent } from '../../src/content/index.js';
import type { Post } from '../../src/domain/post.js';
import type { Skip } from '../../src/domain/skip.js';

/** Noon of a day after every date in the tests that is past. */
export const now = new Date('2026-11-23T12:00:00Z');

/** Writes files into a new folder. */
export const writeSite = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'lookback-content-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
};

export type SiteOptions = Omit<ContentOptions, 'folder' | 'now'> & { readonly posts?: string };

export interface OpenedSite {
  readonly content: Content;
  readonly outcomes: ReadonlyMap<string, PostOutcome>;
  post(file: string): Post;
  skip(file: string): Skip;
  /** File to URL, posts only. */
  readonly urls: Readonly<Record<string, string>>;
}

/** Opens the files as a site and reads all of it. `posts` is the folder that is opened, below the site. */
export const openSite = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  { posts = '.', ...options }: SiteOptions = {},
): Promise<OpenedSite> => {
  const content = await openContent({ folder: join(await writeSite(files), posts), now, ...options });
  const outcomes = new Map<string, PostOutcome>();
  for (const file of content.files) outcomes.set(file, await content.read(file));
  const outcomeOf = (file: string): PostOutcome => {
    const outcome = outcomes.get(file);
    if (outcome === undefined) throw new Error(`${file} was not found among ${content.files.join(', ')}`);
    return outcome;
  };
  return {
    content,
    outcomes,
    post: (file) => {
      const outcome = outcomeOf(file);
      if (outcome.kind === 'skip') throw new Error(`${file} was skipped: ${outcome.skip.message}`);
      return outcome.post;
    },
    skip: (file) => {
      const outcome = outcomeOf(file);
      if (outcome.kind === 'post') throw new Error(`${file} was not skipped`);
      return outcome.skip;
    },
    urls: Object.fromEntries(
      [...outcomes].flatMap(([file, outcome]) => (outcome.kind === 'post' ? [[file, outcome.post.url]] : [])),
    ),
  };
};

/** One post of a folder that no generator claims. */
export const readPlain = async (
  source: string | Uint8Array,
  options: SiteOptions = {},
): Promise<OpenedSite> => openSite({ 'post.md': source }, { generator: 'plain', ...options });
