/**
 * The dialects of Markdown that posts are written in, each by what makes it differ from CommonMark with GitHub's extensions.
 * @module
 */

import { withHiddenItems, withInlineIds } from './attribute-lists.js';
import { toCommonDefinitions } from './definitions.js';
import { withoutExtensions } from './kramdown-extensions.js';
import { LinePlaces } from './line-places.js';
import { toCommonBlocks, withoutPymdownMarks } from './material-markdown.js';

export interface Dialect {
  /** Which lists of attributes are no words: those of kramdown, of Python-Markdown, or `{.class}` and `{key=value}` alone. */
  readonly attributes: 'kramdown' | 'python' | 'braces';
  /** Pairs of signs between which a program puts out what nobody but it can tell. Default: none. */
  readonly outputs?: readonly (readonly [open: string, close: string])[];
  /** True where `<div />` is a whole element, as components are; HTML takes it for an opening tag. Default false. */
  readonly closesItself?: boolean;
  /** True where notes are printed that nothing refers to. Default false. */
  readonly showsAllFootnotes?: boolean;
  /** The source as CommonMark has it. Default: as it is. */
  toCommon?(source: string): string;
  /** Running text without the marks that only this dialect has; no code is shown to it. Default: as it is. */
  withoutMarks?(text: string): string;
}

/** A line with a comment that does not end is text to kramdown and Python-Markdown; CommonMark hides all that follows. */
function withLiteralComments(source: string): string {
  const end = source.lastIndexOf('-->') + 1;
  return source.slice(0, end) + source.slice(end).replace(/^( {0,3})<!--/gm, '$1\\<!--');
}

const toCommonPython = (source: string): string =>
  toCommonDefinitions(withHiddenItems(withLiteralComments(source)), 'python-markdown');

/** A tag, or a line of one, in which Vue's `@click="…"` and `#name="…"` may stand. */
const tagLine = /^[ \t>]*(?:<[A-Za-z]|[@#:][a-z][\w:.-]{0,80}=["'])/;
const shorthand = /(^|[\s"'])([@#])([A-Za-z][\w:.-]{0,80}=["'])/g;

/** Names of attributes as Markdown takes them: with `@click` a tag is none, and its attributes are printed. */
function withPlainAttributes(markdown: string): string {
  if (!/[@#][A-Za-z][\w:.-]{0,80}=["']/.test(markdown)) return markdown;
  const places = new LinePlaces();
  return markdown
    .split('\n')
    .map((line) => {
      const place = places.next(line);
      return place === 'code' || !tagLine.test(line)
        ? line
        : line.replace(
            shorthand,
            (_, before: string, sign: string, rest: string) =>
              `${before}${sign === '@' ? 'v-on:' : 'v-slot:'}${rest}`,
          );
    })
    .join('\n');
}

/** What is read where no dialect is named. */
export const commonMark: Dialect = { attributes: 'braces' };

export const kramdown: Dialect = {
  attributes: 'kramdown',
  closesItself: true,
  toCommon: (source) =>
    withInlineIds(
      toCommonDefinitions(withHiddenItems(withoutExtensions(withLiteralComments(source))), 'kramdown'),
    ),
};

/** markdown-it, and then Vue over what it made. */
export const vueMarkdown: Dialect = {
  attributes: 'braces',
  outputs: [['{{', '}}']],
  closesItself: true,
  toCommon: withPlainAttributes,
};

export const pythonMarkdown: Dialect = {
  attributes: 'python',
  showsAllFootnotes: true,
  toCommon: toCommonPython,
};

/** Python-Markdown with the extensions that Material for MkDocs is used with. */
export const materialMarkdown: Dialect = {
  ...pythonMarkdown,
  outputs: [
    ['{{', '}}'],
    ['{%', '%}'],
  ],
  toCommon: (source) => toCommonPython(toCommonBlocks(source)),
  withoutMarks: withoutPymdownMarks,
};

/** The parser of Rust's generators. */
export const pulldownCmark: Dialect = { ...commonMark, showsAllFootnotes: true };
