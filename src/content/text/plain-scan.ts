import type { HtmlWords } from './html-words.js';
import type { TextWriter } from './text-writer.js';

/** Marks at the start of a line: quotes, list items, headings. */
const lineMarks = /^[ \t>*+#-]+|^[ \t]*\d{1,9}[.)][ \t]/;
const definitionLine = /^ {0,3}\[[^\]\n]{1,999}\]:/;

/**
 * Words of Markdown that no parser should see: it is nested so deep, or so full of marks that pair with none, that
 * parsing is quadratic. Reads line by line in linear time; no headings, no code.
 */
export function writePlain(source: string, writer: TextWriter, html: HtmlWords): void {
  const lines = source
    .split('\n')
    .filter((line) => !definitionLine.test(line))
    .map((line) =>
      line
        .replace(lineMarks, '')
        .replace(/\]\([^()\s]*\)/g, ' ')
        .replace(/[*_`~[\]]+/g, ' '),
    );
  writer.block();
  // As one piece, because a comment or script may go over many lines.
  html.read(lines.join('\n'));
  writer.block();
}
