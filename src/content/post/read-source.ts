/**
 * The first steps of reading a file, each of which may find that it is no post.
 * @module
 */
import type { PostNotice } from '../content.js';
import { decode } from '../decode.js';
import { foreignMarkup } from '../discover.js';
import { withExportedMetadata } from '../front-matter/exported-metadata.js';
import { FrontMatterError } from '../front-matter/front-matter.js';
import { readHtmlHead } from '../front-matter/html-head.js';
import { type ParsedSource, parseFrontMatter } from '../front-matter/parse-front-matter.js';
import type { Conventions } from '../generators/conventions.js';
import { foldersAbove, toSourcePath } from '../generators/source-path.js';
import { isRepositoryPaper } from '../site/repository-files.js';
import type { Site } from '../site/site.js';
import { canHide } from '../visibility/find-hide-signal.js';
import { Skipped } from './skipped.js';

export const checkPlace = (conventions: Conventions, file: string, path: string): void => {
  const hint = 'Nothing needs to be done, unless it should be a post.';
  if (foreignMarkup.test(file))
    throw new Skipped('not-a-post', 'is in a markup that Lookback does not read', {
      hint: 'Feed the HTML that the generator makes of it, or write it in Markdown.',
    });
  if (path.startsWith('../') && conventions.holds?.(path) !== true)
    throw new Skipped('not-a-post', 'is outside the site', { hint });
  const problem = conventions.notAPost?.(path);
  if (problem !== undefined) throw new Skipped('not-a-post', problem, { hint });
};

export const decodeFile = (site: Site, bytes: Uint8Array, notify: (notice: PostNotice) => void): string => {
  if (bytes.length > site.maxPostBytes)
    throw new Skipped('too-large', `is larger than ${site.maxPostBytes} bytes`, {
      hint: 'Take embedded images out of it, or raise maxPostBytes.',
    });
  const decoded = decode(bytes);
  if (!decoded.ok)
    throw new Skipped('encoding', decoded.message, { line: decoded.line, hint: 'Save the file as UTF-8.' });
  if (decoded.nulLine !== undefined)
    notify({
      line: decoded.nulLine,
      message: 'holds NUL characters, which were left out',
      hint: 'Remove them: they are no text.',
    });
  if (decoded.text.trim() === '')
    throw new Skipped('empty', 'is empty', { hint: 'Write the post, or delete the file.' });
  return decoded.text;
};

const parseSource = (conventions: Conventions, text: string, path: string): ParsedSource => {
  const source = parseFrontMatter(text, {
    metaLines: conventions.metaLines === true,
    hexoFences: conventions.hexoFences === true,
    commented: conventions.commentedFrontMatter === true,
  });
  if (source.frontMatter !== undefined || conventions.htmlHeads !== true || !/\.html?$/i.test(path))
    return source;
  return { ...source, frontMatter: readHtmlHead(text) };
};

export const parseMatter = (conventions: Conventions, text: string, path: string): ParsedSource => {
  try {
    const written = parseSource(conventions, text, path);
    const source = /\.mdx$/i.test(path) ? withExportedMetadata(written, canHide) : written;
    if (source.frontMatter === undefined && conventions.needsFrontMatter?.(path) === true)
      throw new Skipped('not-a-post', 'has no front matter', {
        hint: 'Add front matter if the generator should make a post of it.',
      });
    const { name } = toSourcePath(path);
    const isOfRepository =
      conventions.allArePages !== true && source.frontMatter === undefined && isRepositoryPaper(name);
    if (name === '404' || isOfRepository)
      throw new Skipped('not-a-post', `is ${name}, which belongs to the site and is no post`, {
        hint: 'Give the file another name if it should be one.',
      });
    return source;
  } catch (error) {
    // A template or a fixture is broken on purpose; what is clearly a post there can be read.
    if (error instanceof FrontMatterError && conventions.needsTitleAndDate?.(path))
      throw new Skipped(
        'not-a-post',
        `lies among files of a program, and its front matter ${error.message}`,
        {
          line: error.line,
          hint: error.hint,
        },
      );
    if (error instanceof FrontMatterError)
      throw new Skipped('front-matter', error.message, { line: error.line, hint: error.hint });
    throw error;
  }
};

export const checkFolders = (site: Site, path: string): void => {
  for (const folder of foldersAbove(path)) {
    const data = site.folderData.get(folder);
    if (data?.problem !== undefined)
      throw new Skipped('front-matter', `cannot be judged: ${data.file} of its folder ${data.problem}`, {
        hint: `Correct ${folder === '' ? '' : `${folder}/`}${data.file}, which may hide the posts of its folder.`,
      });
  }
};
