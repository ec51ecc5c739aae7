/** `lookback related` */
import { resolve } from 'node:path';
import type { Config } from '../../config/index.js';
import { detectLanguage, readDraft } from '../../content/index.js';
import { LookbackError } from '../../domain/errors.js';
import type { SearchEngine, UnindexedPost } from '../../domain/search.js';
import { createFileSource } from '../../index-store/file-source.js';
import { readPost, toOpinionRules } from '../../indexer/read-post.js';
import { workInTime } from '../../indexer/work-in-time.js';
import { openIndex } from '../../reader/open-index.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { findSource } from '../find-source.js';
import { formatRelated } from '../format-related.js';
import { toConfig } from '../setting-options.js';
import { createPainter, type Terminal, toShownJson } from '../terminal.js';

/** A post, with its URL where that is known. */
type Subject = UnindexedPost & { readonly url?: string };

/** As a build reads it; what it would hide is read for itself, as the author may do. */
const readSubject = async (file: string, config: Config, workingFolder: string): Promise<Subject> => {
  const now = new Date();
  const { content, path } = await findSource(file, config, { workingFolder, now });
  const outcome = await readPost(content, path, toOpinionRules(config, content, now));
  if (outcome.kind === 'post') return outcome.post;
  const text = await content.source(path);
  if (text.trim() === '')
    throw new LookbackError('post-unknown', `${file} ${outcome.skip.message}`, {
      file,
      hint: outcome.skip.hint,
    });
  return workInTime(text.length, content.maxPostSeconds, () => readDraft(path, text));
};

/** The language of posts of the index that it can be compared to, told by its words where nobody says it. */
const settleLanguage = async (
  post: UnindexedPost,
  { language: general }: Config,
  { languages }: SearchEngine,
): Promise<string> => {
  const told = post.language === 'und' ? (general ?? (await detectLanguage(post.text))) : post.language;
  const [only = 'und', ...others] = languages;
  return told !== undefined && languages.includes(told) ? told : others.length === 0 ? only : (told ?? 'und');
};

/** Under the id that the index has of the post: of a build of a larger folder it is a longer path. */
const underOwnId = async (post: Subject, engine: SearchEngine): Promise<Subject> => {
  const [closest] = (await engine.related(post, 1)) ?? [];
  return closest !== undefined && closest.url === post.url ? { ...post, id: closest.id } : post;
};

export const related = async (terminal: Terminal, file: string, options: Options): Promise<ExitCode> => {
  const config = await toConfig(terminal, options);
  const engine = await openIndex(createFileSource(resolve(terminal.folder, config.index)));
  const subject = await readSubject(
    resolve(terminal.folder, file),
    { ...config, posts: resolve(terminal.folder, config.posts) },
    terminal.folder,
  );
  const language = await settleLanguage(subject, config, engine);
  const post = await underOwnId({ ...subject, language }, engine);
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  const posts = (await engine.related(post, limit)) ?? [];
  terminal.out.write(
    options.json === true ? toShownJson({ related: posts }) : formatRelated(posts, createPainter(terminal)),
  );
  return exitCodes.done;
};
