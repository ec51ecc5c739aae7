/**
 * The dialects of Markdown that posts are written in, each by what makes it differ from CommonMark with GitHub's extensions.
 * @module
 */
import { toCommonDefinitions } from './definitions.js';
import { withInlineIds } from './explicit-ids.js';
import { withHiddenItems } from './hidden-items.js';
import { withoutExtensions } from './kramdown-extensions.js';
import { toCommonBlocks } from './mkdocs-blocks.js';
import { withoutPymdownMarks } from './mkdocs-prose.js';
import { withPlainAttributes } from './vue-tags.js';

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
