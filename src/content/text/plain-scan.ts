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
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end);
    at = end + 1;
    if (line.trim() === '') writer.block();
    else if (!definitionLine.test(line)) {
      writer.space();
      const words = line
        .replace(lineMarks, '')
        .replace(/\]\([^()\s]*\)/g, ' ')
        .replace(/[*_`~[\]]+/g, ' ');
      html.read(words);
    }
  }
  writer.block();
}
