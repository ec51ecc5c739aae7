/**
 * The body of a post -> the words its reader sees, in reading order, with headings, anchors and code.
 * @module
 */
import type { PostMetadata, PostText } from '../../domain/post.js';
import { commonMark, type Dialect } from './dialects.js';
import { commonStart, cutExcerpt, findExcerptEnd } from './excerpt.js';
import { withExcludedSections } from './excluded-sections.js';
import { findLinks } from './find-links.js';
import { referencedFootnotes } from './footnotes.js';
import { type AnchorRule, noAnchors } from './heading-anchors.js';
import { withHiddenBlocks } from './hidden-blocks.js';
import { HtmlWords } from './html-words.js';
import { parseMarkdown } from './markdown-tree.js';
import { toPlainMdx } from './mdx.js';
import { writePlain } from './plain-scan.js';
import { createProseFilter } from './prose-filter.js';
import type { Stretch } from './stretch-builder.js';
import { normalizeLabel, splitStretches } from './stretches.js';
import type { TemplateEngine } from './templating/template-engines.js';
import { TextWriter } from './text-writer.js';
import { writeCode, writeTree } from './tree-words.js';

/** What the generator makes pages of: a property of the site, the same for all its posts. */
export interface Markup {
  /** The template engine that runs over a post. Default: none. */
  readonly templates?: TemplateEngine;
  /** How its Markdown is read. Default: as CommonMark with GitHub's extensions. */
  readonly dialect?: Dialect;
  /** What makes the ids of headings. Default: nothing does. */
  readonly anchors?: AnchorRule;
}

export interface ExtractOptions extends Markup {
  readonly format: 'markdown' | 'mdx' | 'html';
  /** Where the generator cuts the excerpt, besides the `<!--more-->` family of markers. */
  readonly excerptSeparator?: string;
}

/** Something the author should know; the post is extracted all the same. */
interface ExtractionNotice {
  /** 1-based, in the body. */
  readonly line?: number;
  readonly message: string;
  readonly hint: string;
}

export interface ExtractedText extends PostText, Pick<PostMetadata, 'links'> {
  /** Plain text before the excerpt marker, at most 2,000 characters; absent without a marker. */
  readonly excerpt?: string;
  readonly notices: readonly ExtractionNotice[];
}

/**
 * The words of a post. Pure and synchronous; never throws; time grows with the length of the body and nothing else.
 * @param source the body, without front matter; any line ends
 */
export function extractText(source: string, options: ExtractOptions): ExtractedText {
  const body = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    // Half a surrogate pair is no character; what makes addresses of headings would throw on it.
    .replace(/\p{Surrogate}/gu, '\ufffd');
  const notices: ExtractionNotice[] = [];
  const { definitions, ...words } = readWords(body, options, notices);
  const links = findLinks(body, options.format !== 'html');
  const extracted = { ...words, notices, ...(links.length > 0 && { links }) };
  const end = findExcerptEnd(body, options.excerptSeparator);
  if (end < 0) return extracted;
  const beginning = readWords(body.slice(0, end), options, [], definitions).text;
  return { ...extracted, excerpt: cutExcerpt(commonStart(beginning, words.text)) };
}

interface ReadWords extends PostText {
  readonly definitions: ReadonlyMap<string, string>;
}

/** @param known definitions of labels from elsewhere */
function readWords(
  body: string,
  options: ExtractOptions,
  notices: ExtractionNotice[],
  known: ReadonlyMap<string, string> = new Map(),
): ReadWords {
  const { format, dialect = commonMark, anchors: anchorRule = noAnchors } = options;
  const templated = options.templates?.(body) ?? { source: body, includes: false };
  if (templated.unclosed !== undefined) {
    const line = body.slice(0, templated.unclosed).split('\n').length;
    notices.push({ line, ...unclosedTag });
  }
  const writer = new TextWriter();
  const anchors = anchorRule();
  const prose = createProseFilter(dialect);
  const closesItself = format !== 'html' && dialect.closesItself === true;
  const html = new HtmlWords(writer, anchors, prose, closesItself);
  /** Whether lines of what is parsed are lines of the body. */
  let linesHold = true;
  let reported = false;
  let definitions = known;
  let footnotes: ReadonlySet<string> | undefined;
  if (format === 'html') html.read(templated.source);
  else {
    const common = dialect.toCommon?.(templated.source) ?? templated.source;
    let markdown = withHiddenBlocks(withExcludedSections(common));
    if (format === 'mdx') {
      const plain = toPlainMdx(markdown);
      markdown = plain.source;
      for (const line of plain.broken) {
        notices.push({
          line,
          message: 'A tag or expression of MDX does not end; it was read as Markdown.',
          hint: 'Close the tag or the brace, or escape it with a backslash.',
        });
      }
    }
    linesHold = markdown === body;
    // What is included may refer to a note.
    if (dialect.showsAllFootnotes !== true && !templated.includes) footnotes = referencedFootnotes(markdown);
    const parts = splitStretches(markdown);
    definitions = new Map([...known, ...parts.definitions]);
    const several = parts.stretches.length > 1 || known.size > 0;
    for (const stretch of parts.stretches) writeStretch(stretch, several);
  }
  html.end();
  return { text: writer.text, headings: writer.headings, code: writer.code, definitions };

  function writeStretch(stretch: Stretch, several: boolean): void {
    switch (stretch.kind) {
      case 'words':
        html.enter('p');
        writer.block();
        if (html.shown) writer.words(prose(stretch.source));
        writer.block();
        html.leave('p');
        break;
      case 'code':
        html.enter('pre');
        if (html.shown) writeCode(writer, stretch.source, stretch.info);
        html.leave('pre');
        break;
      case 'html':
        html.read(stretch.source);
        break;
      default:
        if (!stretch.hostile) {
          const help =
            several || templated.includes ? linkHelp(stretch.source, definitions, templated.includes) : '';
          if (parseStretch(stretch.source, help, stretch.gfm)) return;
        }
        if (!reported) notices.push({ ...(linesHold ? { line: stretch.line } : {}), ...tooOdd });
        reported = true;
        writePlain(stretch.source, writer, html);
    }
  }

  function parseStretch(source: string, help: string, gfm: boolean): boolean {
    let tree: ReturnType<typeof parseMarkdown>;
    try {
      tree = parseMarkdown(source + help, format === 'mdx' ? 'mdx' : 'markdown', gfm);
    } catch {
      // Only a parser that runs out of stack throws; what it would have read is read without it.
      return false;
    }
    writeTree(tree, { writer, html, anchors, prose, source, end: source.length, footnotes });
    return true;
  }
}

const unclosedTag = {
  message: 'A template tag hides what follows and does not end; nothing after it was read.',
  hint: 'Close the tag: {% endcomment %}, {% endif %} or {% endunless %}.',
};

const tooOdd = {
  message:
    'A part is nested too deep, or has too many unpaired marks, to be parsed; its words were read line by line.',
  hint: 'Check whether it was meant as text; put data into a code block.',
};

const reference = /\[([^[\]]{1,999})\]/g;
const fullReference = /\]\[([^[\]]{1,999})\]/g;

/**
 * Definitions, from elsewhere in the post, of the labels that a stretch uses; a link whose label is defined in an
 * included file (which we do not see) is a link all the same.
 */
function linkHelp(stretch: string, definitions: ReadonlyMap<string, string>, includes: boolean): string {
  if (!stretch.includes('[')) return '';
  const help = new Map<string, string>();
  for (const match of stretch.matchAll(reference)) {
    const key = normalizeLabel(match[1] ?? '');
    const found = definitions.get(key);
    if (found !== undefined) help.set(key, found);
  }
  if (includes) {
    for (const match of stretch.matchAll(fullReference)) {
      const label = match[1] ?? '';
      const key = normalizeLabel(label);
      if (!help.has(key) && !key.startsWith('^')) help.set(key, `[${label}]: #`);
    }
  }
  return help.size === 0 ? '' : `\n\n${[...help.values()].join('\n')}\n`;
}
