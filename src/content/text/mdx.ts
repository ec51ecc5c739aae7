import { closingBrace, isUnseenTag, parseTag } from './jsx-syntax.js';
import { isVoidElement } from './open-elements.js';
import { SourceWriter } from './templating/source-writer.js';
import { shownWords } from './visible-words.js';

export interface PlainMdx {
  readonly source: string;
  /** 1-based lines where MDX syntax does not close; it was left as Markdown. */
  readonly broken: readonly number[];
}

const importLine = /^import\s+(?:["']|[\w$*{][^"']*?["'])/;
const exportLine = /^export\s+(?:default|const|let|var|function|class|async|type|interface|enum|\{|\*)/;
const fenceStart = /^[ \t>*+\-\d.)]*?(`{3,}|~{3,})/;

/**
 * Turns MDX into Markdown: imports, exports, expressions and tags go, words inside elements and in shown attributes stay.
 *
 * A scanner of our own instead of remark-mdx: that one parses every expression as JavaScript, refuses the whole post at the
 * first thing it cannot read, and knows nothing of `.md` files with a little JSX in them, of which there are many.
 */
export function toPlainMdx(source: string): PlainMdx {
  const broken: number[] = [];
  let out = new SourceWriter();
  /** The element whose content is not shown, and the text before it; what is inside is written nowhere. */
  let hiding:
    | { readonly name: string; depth: number; readonly start: number; readonly before: SourceWriter }
    | undefined;
  let at = 0;
  let fence = '';
  let lineStart = true;
  let afterBlank = true;
  /** The end of the paragraph that was last looked at: a code span does not go beyond. */
  let paragraphEnd = -1;
  /** After a failure to find an end, scanning to the end of the post again would be quadratic. */
  let failures = 0;
  const lastCommentEnd = source.lastIndexOf('-->');

  const lineNumber = (offset: number): number => {
    let line = 1;
    for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line += 1;
    return line;
  };
  const fail = (offset: number): void => {
    failures += 1;
    if (broken.length < 3) broken.push(lineNumber(offset));
  };

  while (at < source.length) {
    if (lineStart) {
      lineStart = false;
      const newline = source.indexOf('\n', at);
      const end = newline < 0 ? source.length : newline;
      const line = source.slice(at, end);
      const ticks = fenceStart.exec(line)?.[1];
      if (fence !== '') {
        if (ticks?.startsWith(fence) && line.trim().replace(/^[>\s]*/, '') === ticks) fence = '';
        out.add(`${line}\n`);
        at = end + 1;
        lineStart = true;
        continue;
      }
      if (
        ticks !== undefined &&
        !(ticks.startsWith('`') && line.slice(line.indexOf(ticks) + ticks.length).includes('`'))
      ) {
        fence = ticks;
        out.add(`${line}\n`);
        at = end + 1;
        lineStart = true;
        continue;
      }
      if (afterBlank && (importLine.test(line) || exportLine.test(line))) {
        at = moduleEnd(source, at);
        lineStart = true;
        continue;
      }
      afterBlank = line.trim() === '';
    }
    const character = source.charAt(at);
    if (character === '\n') {
      out.add('\n');
      at += 1;
      lineStart = true;
    } else if (character === '\\' && at + 1 < source.length) {
      out.add(source.slice(at, at + 2));
      at += 2;
    } else if (character === '`') {
      const run = tickRun(source, at);
      if (paragraphEnd < at) {
        const blank = source.indexOf('\n\n', at);
        paragraphEnd = blank < 0 ? source.length : blank;
      }
      const end = closingTicks(source, at + run, run, paragraphEnd);
      out.add(source.slice(at, end < 0 ? at + run : end));
      at = end < 0 ? at + run : end;
    } else if (character === '{' && failures < 50) {
      const end = closingBrace(source, at);
      if (end < 0) {
        fail(at);
        out.add('{');
        at += 1;
      } else {
        out.add(expressionWords(source.slice(at + 1, end - 1), out.tail, source.charAt(end)));
        at = end;
      }
    } else if (character === '<' && failures < 50) {
      const isText = source.startsWith('<!--', at) && at > lastCommentEnd;
      const tag = isText ? undefined : parseTag(source, at);
      if (tag === undefined) {
        out.add('<');
        at += 1;
      } else if (tag === 'unclosed') {
        fail(at);
        out.add('<');
        at += 1;
      } else if (hiding !== undefined) {
        if (tag.name === hiding.name && !tag.selfClosing) hiding.depth += tag.closing ? -1 : 1;
        if (hiding.depth === 0) {
          out = hiding.before;
          hiding = undefined;
        }
        at = tag.end;
      } else if (isUnseenTag(tag)) {
        if (!tag.selfClosing && !isVoidElement(tag.name)) {
          hiding = { name: tag.name, depth: 1, start: at, before: out };
          out = new SourceWriter();
        }
        at = tag.end;
      } else {
        out.add(tagWords(tag, out.tail));
        at = tag.end;
      }
    } else {
      const next = nextSpecial(source, at + 1);
      out.add(source.slice(at, next));
      at = next;
    }
  }
  if (hiding !== undefined) {
    broken.push(lineNumber(hiding.start));
    out = hiding.before;
  }
  return { source: out.toString(), broken };
}

function nextSpecial(source: string, from: number): number {
  for (let i = from; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    if (code === 10 || code === 92 || code === 96 || code === 123 || code === 60) return i;
  }
  return source.length;
}

function tickRun(source: string, at: number): number {
  let end = at;
  while (source.charCodeAt(end) === 96) end += 1;
  return end - at;
}

/** End of a code span: the next run of as many backticks before `limit`. */
function closingTicks(source: string, from: number, length: number, limit: number): number {
  for (let i = source.indexOf('`', from); i >= 0 && i < limit; ) {
    const run = tickRun(source, i);
    if (run === length) return i + run;
    i = source.indexOf('`', i + run);
  }
  return -1;
}

/** An import or export ends at the first blank line outside its brackets. */
function moduleEnd(source: string, from: number): number {
  let depth = 0;
  let at = from;
  for (let lines = 0; at < source.length && lines < 5_000; lines += 1) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end);
    if (line.trim() === '' && depth <= 0) return at;
    // Comments and strings rarely hold brackets that do not pair; a heading at the margin ends the search.
    if (depth > 0 && /^#{1,6} /.test(line)) return at;
    depth += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
    at = end + 1;
  }
  return at;
}

const plainString = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`$\\]*)`)\s*$/s;

function expressionWords(expression: string, before: string, next: string): string {
  const comment = /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(expression);
  if (comment !== null) {
    // An id after a heading: `## Title {/*title*/}`.
    const id = /^\s*#?([^\s{}*]+)\s*$/.exec(comment[1] ?? '')?.[1];
    const heading = /(?:^|\n)#{1,6} [^\n]*$/.test(before.slice(-400));
    return id !== undefined && heading && (next === '\n' || next === '') ? `{#${id}}` : '';
  }
  // `## Title {#id}` is not MDX, but Docusaurus reads it before MDX does.
  if (/^#[^\s{}]+$/.test(expression)) return `{${expression}}`;
  const literal = expression.length > 5_000 ? null : plainString.exec(expression);
  return literal?.[1] ?? literal?.[2] ?? literal?.[3] ?? '';
}

type Tag = Exclude<ReturnType<typeof parseTag>, undefined | 'unclosed'>;

const rawHtmlAttribute = /^(?:set:html|dangerouslySetInnerHTML)$/;
/** Elements that stay as tags, for they say how their words belong together. */
const kept = /^(?:pre|code|script|style|template|br|kbd|td|th|h[1-6])$/;

function tagWords(tag: Tag, before: string): string {
  const lineStart = /(?:^|\n)[ \t]*$/.test(before.slice(-200));
  if (tag.closing) return kept.test(tag.name) ? `</${tag.name}>` : lineStart ? '\n' : '';
  const raw = tag.attributes.find((attribute) => rawHtmlAttribute.test(attribute.name ?? ''));
  if (raw !== undefined) return `\n\n${unquoteHtml(raw.value).replace(/\n{2,}/g, '\n')}\n\n`;
  const words = shownWords(tag.attributes.filter((attribute) => attribute.name !== undefined));
  if (kept.test(tag.name)) return tag.name === 'br' || !tag.selfClosing ? `<${tag.name}>` : '';
  if (words.length === 0) return lineStart ? '\n' : '';
  return lineStart ? `\n\n${words.join('\n\n')}\n\n` : ` ${words.join(' ')} `;
}

/** `"<pre class=\"x\">…"` or `{__html: '…'}` to HTML. */
function unquoteHtml(value: string): string {
  const quoted = /["'`]([\s\S]*)["'`]/.exec(value)?.[1] ?? '';
  return quoted.replace(
    /\\(["'`\\/])|\\n|\\t/g,
    (sequence, character?: string) => character ?? (sequence === '\\n' ? '\n' : ' '),
  );
}
