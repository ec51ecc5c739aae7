/**
 * What a line of Markdown says by its first characters, for those who have to know before the parser.
 * @module
 */

const fenceLine = /^[ \t>*+\-\d.)]*?(`{3,}|~{3,})(.*)$/s;

/** A line that opens or closes a fenced block of code. */
export interface FenceMark {
  readonly marker: '`' | '~';
  readonly length: number;
  /** What follows: a language and more on an opening line, nothing on a closing one. */
  readonly info: string;
  /** No indentation, list item or quote before it. */
  readonly atMargin: boolean;
}

export function parseFence(line: string): FenceMark | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const found = fenceLine.exec(line);
  const marks = found?.[1];
  const info = found?.[2]?.trim() ?? '';
  if (marks === undefined) return undefined;
  const marker = marks.startsWith('`') ? '`' : '~';
  // A line such as ```code``` is a span.
  if (marker === '`' && info.includes('`')) return undefined;
  return { marker, length: marks.length, info, atMargin: line.startsWith(marks) };
}

/** Whether a line with such marks closes the block that another has opened. */
export function closesFence(mark: FenceMark | undefined, opening: FenceMark): boolean {
  return (
    mark !== undefined && mark.marker === opening.marker && mark.length >= opening.length && mark.info === ''
  );
}

const rawHtmlStart =
  /^[ \t>]*<(?:(?<comment>!--)|(?<element>script|pre|style|textarea)(?=[\s>]|$)|(?<instruction>\?)|(?<data>!\[CDATA\[))/i;

/** What ends the HTML that a line starts and that goes on over blank lines; `undefined` when it ends on its line. */
export function rawHtmlEnd(line: string): RegExp | undefined {
  const found = rawHtmlStart.exec(line);
  if (found === null) return undefined;
  const { comment, element, instruction } = found.groups ?? {};
  const end = comment
    ? /-->/
    : element
      ? /<\/(?:script|pre|style|textarea)>/i
      : instruction
        ? /\?>/
        : /\]\]>/;
  return end.test(line.slice(found[0].length)) ? undefined : end;
}

/** Whether a line has something whose words plain CommonMark would read otherwise. */
export function needsGfm(line: string): boolean {
  return (
    line.includes('[^') ||
    line.includes('~~') ||
    (line.includes('|') && line.includes('-') && /^[ \t>|:*+\d.)-]*$/.test(line)) ||
    /[*+\-.)][ \t]+\[[ xX]\][ \t]/.test(line)
  );
}

/** How deep the quotes and list items nest that a line opens, at most. */
export function nesting(line: string): number {
  let depth = 0;
  let indent = 0;
  let listed = false;
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    const next = line.charCodeAt(i + 1);
    if (code === 32) indent += 1;
    else if (code === 9) indent += 4;
    else if (code === 62) depth += 1;
    else if ((code === 42 || code === 43 || code === 45) && (next === 32 || next === 9)) {
      depth += listed ? 1 : 1 + (indent >> 1);
      listed = true;
    } else if (code >= 48 && code <= 57 && (next === 46 || next === 41)) {
      depth += listed ? 1 : 1 + (indent >> 1);
      listed = true;
      i += 1;
    } else if (code < 48 || code > 57) return depth;
  }
  return depth;
}

/** Signs that start, end or interrupt something in a paragraph, wherever they stand; then those that do at a line's start. */
const inlineMarks = /[*_`[\]<>&\\~{}|#\t]| {2}\n|\n *\n/;
const lineMarks = /(?:^|\n) *[-+=:!$%\d.]/;

/** True only for paragraphs that every Markdown dialect prints as they are. */
export function isPlainParagraph(paragraph: string): boolean {
  return !inlineMarks.test(paragraph) && !lineMarks.test(paragraph);
}

const container = /^([ \t]*):{3,}(.*)$/s;
const alert = /^([ \t]*(?:>[ \t]*)+)\[!([A-Za-z]+)\][+-]?(.*)$/;

/** A container's opening line keeps its title: `::: tip Title`, `:::note[Title]{.x}`; its kind is no word of the post. */
function containerTitle(rest: string): string {
  const bracketed = /^[\w-]*[ \t]*\[(.*)\]/.exec(rest);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  const title = /^[\w-]+[ \t](.*)$/s.exec(rest)?.[1]?.trimStart() ?? '';
  return title.replace(/\{[^{}]*\}[ \t]*$/, '');
}

const commentedId = /\{\/\*\s*#?([^\s{}*]+)\s*\*\/\}\s*$/;

/**
 * The line without the marks of other dialects, which Markdown would take for words or for emphasis: containers (`:::`),
 * alerts (`> [!NOTE]`), and heading ids in comments (`{/*id*\/}`, which become `{#id}`).
 */
export function toCommonLine(line: string): string {
  if (line.startsWith('#') && line.includes('{/*')) return line.replace(commentedId, '{#$1}');
  if (line.includes(':::')) {
    const found = container.exec(line);
    if (found !== null) return `\n${found[1] ?? ''}${containerTitle((found[2] ?? '').trimStart())}\n`;
  } else if (line.includes('[!')) return line.replace(alert, '$1$2$3');
  return line;
}
