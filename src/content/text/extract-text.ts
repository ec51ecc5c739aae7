/**
 * The body of a post -> the words its reader sees, in reading order, with headings, anchors and code.
 * @module
 */
import type { PostText } from '../../domain/post.js';
import { toCommonDefinitions } from './definitions.js';
import { commonStart, cutExcerpt, findExcerptEnd } from './excerpt.js';
import { withExcludedSections } from './excluded-sections.js';
import { referencedFootnotes } from './footnotes.js';
import { type AnchorStyle, createAnchorMaker, withInlineIds } from './heading-anchors.js';
import { withHiddenBlocks } from './hidden-blocks.js';
import { withHiddenItems } from './hidden-items.js';
import { HtmlWords } from './html-words.js';
import { withoutExtensions } from './kramdown-extensions.js';
import { parseMarkdown } from './markdown-tree.js';
import { toPlainMdx } from './mdx.js';
import { toCommonBlocks } from './mkdocs-blocks.js';
import { writePlain } from './plain-scan.js';
import { createProseFilter } from './prose-filter.js';
import type { Segment } from './segment-builder.js';
import { normalizeLabel, splitSegments } from './segments.js';
import { expandLiquid, type TemplatedSource } from './templating/liquid.js';
import { expandHugoShortcodes, expandZolaShortcodes } from './templating/shortcodes.js';
import { TextWriter } from './text-writer.js';
import { writeCode, writeTree } from './tree-words.js';
import { withPlainAttributes } from './vue-tags.js';

export interface ExtractOptions {
  readonly format: 'markdown' | 'mdx' | 'html';
  /** The template engine that the generator runs over a post. */
  readonly templating: 'liquid' | 'nunjucks' | 'hugo' | 'zola' | 'vue' | 'mkdocs' | 'none';
  /** Whose rule makes the ids of headings. */
  readonly anchors: AnchorStyle;
  /** Set where Python-Markdown reads the posts; `anchors` says so of kramdown, and `templating` of MkDocs. */
  readonly dialect?: 'python-markdown';
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

export interface ExtractedText extends PostText {
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
  const { text, headings, code, definitions } = readWords(body, options, notices);
  const end = findExcerptEnd(body, options.excerptSeparator);
  if (end < 0) return { text, headings, code, notices };
  const beginning = readWords(body.slice(0, end), options, [], definitions).text;
  return { text, headings, code, notices, excerpt: cutExcerpt(commonStart(beginning, text)) };
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
  const templated = expandTemplates(body, options.templating);
  if (templated.unclosed !== undefined) {
    const line = body.slice(0, templated.unclosed).split('\n').length;
    notices.push({ line, ...unclosedTag });
  }
  const writer = new TextWriter();
  const anchors = createAnchorMaker(options.anchors);
  const prose = createProseFilter({
    vue: options.templating === 'vue',
    mkdocs: options.templating === 'mkdocs',
    attributes: options.anchors === 'kramdown' ? 'kramdown' : isPython(options) ? 'python' : 'braces',
  });
  const closesItself =
    options.format !== 'html' && (options.templating === 'vue' || options.anchors === 'kramdown');
  const html = new HtmlWords(writer, anchors, prose, closesItself);
  /** Whether lines of what is parsed are lines of the body. */
  let linesHold = true;
  let reported = false;
  let definitions = known;
  let footnotes: ReadonlySet<string> | undefined;
  if (options.format === 'html') html.read(templated.source);
  else {
    let markdown = withHiddenBlocks(withExcludedSections(toCommonMarkdown(templated.source, options)));
    if (options.format === 'mdx') {
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
    if (!showsAllFootnotes(options) && !templated.includes) footnotes = referencedFootnotes(markdown);
    const parts = splitSegments(markdown);
    definitions = new Map([...known, ...parts.definitions]);
    const several = parts.segments.length > 1 || known.size > 0;
    for (const segment of parts.segments) writeSegment(segment, several);
  }
  html.end();
  return { text: writer.text, headings: writer.headings, code: writer.code, definitions };

  function writeSegment(segment: Segment, several: boolean): void {
    switch (segment.kind) {
      case 'words':
        html.enter('p');
        writer.block();
        if (html.shown) writer.words(prose(segment.source));
        writer.block();
        html.leave('p');
        break;
      case 'code':
        html.enter('pre');
        if (html.shown) writeCode(writer, segment.source, segment.info);
        html.leave('pre');
        break;
      case 'html':
        html.read(segment.source);
        break;
      default:
        if (!segment.hostile) {
          const help =
            several || templated.includes ? linkHelp(segment.source, definitions, templated.includes) : '';
          if (parseSegment(segment.source, help, segment.gfm)) return;
        }
        if (!reported) notices.push({ ...(linesHold ? { line: segment.line } : {}), ...tooOdd });
        reported = true;
        writePlain(segment.source, writer, html);
    }
  }

  function parseSegment(source: string, help: string, gfm: boolean): boolean {
    let tree: ReturnType<typeof parseMarkdown>;
    try {
      tree = parseMarkdown(source + help, options.format === 'mdx' ? 'mdx' : 'markdown', gfm);
    } catch {
      // Only a parser that runs out of stack throws; what it would have read is read without it.
      return false;
    }
    writeTree(tree, { writer, html, anchors, prose, source, end: source.length, footnotes });
    return true;
  }
}

/** Python-Markdown and Zola print notes that nothing refers to. */
const showsAllFootnotes = (options: ExtractOptions): boolean =>
  isPython(options) || options.anchors === 'zola';

const isPython = (options: ExtractOptions): boolean =>
  options.dialect === 'python-markdown' || options.templating === 'mkdocs';

/** Markdown without what only one dialect of it has. */
function toCommonMarkdown(source: string, options: ExtractOptions): string {
  if (options.anchors === 'kramdown')
    return withInlineIds(
      toCommonDefinitions(withHiddenItems(withoutExtensions(withLiteralComments(source))), 'kramdown'),
    );
  if (options.templating === 'vue') return withPlainAttributes(source);
  if (!isPython(options)) return source;
  const blocks = options.templating === 'mkdocs' ? toCommonBlocks(source) : source;
  return toCommonDefinitions(withHiddenItems(withLiteralComments(blocks)), 'python-markdown');
}

/** A line with a comment that does not end is text to kramdown and Python-Markdown; CommonMark hides all that follows. */
function withLiteralComments(source: string): string {
  const end = source.lastIndexOf('-->') + 1;
  return source.slice(0, end) + source.slice(end).replace(/^( {0,3})<!--/gm, '$1\\<!--');
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

function expandTemplates(body: string, templating: ExtractOptions['templating']): TemplatedSource {
  switch (templating) {
    case 'liquid':
    case 'nunjucks':
      return expandLiquid(body, templating);
    case 'hugo':
      return { source: expandHugoShortcodes(body), includes: false };
    case 'zola':
      return { source: expandZolaShortcodes(body), includes: false };
    case 'mkdocs':
      // Snippets are put in before all else, and hold definitions of links as a rule.
      return putsAway.test(body) ? expandLiquid(body, 'nunjucks') : { source: body, includes: true };
    default:
      return { source: body, includes: false };
  }
}

/** Jinja of the macros plugin; without the plugin it is text, as in most pages that are about templates. */
const putsAway = /\{%-? *if (?:false|none|not true|0)\b/i;

const reference = /\[([^[\]]{1,999})\]/g;
const fullReference = /\]\[([^[\]]{1,999})\]/g;

/**
 * Definitions, from elsewhere in the post, of the labels that a segment uses; a link whose label is defined in an
 * included file (which we do not see) is a link all the same.
 */
function linkHelp(segment: string, definitions: ReadonlyMap<string, string>, includes: boolean): string {
  if (!segment.includes('[')) return '';
  const help = new Map<string, string>();
  for (const match of segment.matchAll(reference)) {
    const key = normalizeLabel(match[1] ?? '');
    const found = definitions.get(key);
    if (found !== undefined) help.set(key, found);
  }
  if (includes) {
    for (const match of segment.matchAll(fullReference)) {
      const label = match[1] ?? '';
      const key = normalizeLabel(label);
      if (!help.has(key) && !key.startsWith('^')) help.set(key, `[${label}]: #`);
    }
  }
  return help.size === 0 ? '' : `\n\n${[...help.values()].join('\n')}\n`;
}
