import { needsGfm, nesting } from './line-marks.js';

/** A piece of a post that can be read by itself. Only `markdown` needs the parser. */
export type Stretch =
  | {
      readonly kind: 'markdown';
      readonly source: string;
      /** Whether it may hold a table, a footnote, a strikethrough or a task list. */
      readonly gfm: boolean;
      /** 1-based line of the body on which it starts. */
      readonly line: number;
      /** Too deep or too odd for a parser whose time is not linear in such input. */
      readonly hostile: boolean;
    }
  /** A fenced block of code at the margin; `info` is what stands behind the opening fence. */
  | { readonly kind: 'code'; readonly source: string; readonly info: string }
  /** A block of HTML that Markdown does not look into: `<pre>`, `<script>`, a comment. */
  | { readonly kind: 'html'; readonly source: string }
  /** A paragraph without any mark. */
  | { readonly kind: 'words'; readonly source: string };

// micromark is quadratic in the lines of what it parses at once: 10,000 headings take it 15 seconds. From the first size on
// a stretch ends where it safely can; at the second it ends anyway, and a paragraph or list may end with it.
const enough = { characters: 2_000, lines: 40 };
const tooMuch = { characters: 20_000, lines: 160 };
/** Deeper block quotes and lists exist in no post; micromark is quadratic in the depth. */
const deepest = 40;
/** Brackets, asterisks, tildes, entities … in one block; micromark is quadratic in them. */
const mostDelimiters = 1_500;
/** Cells in one row of a table. */
const mostCells = 300;

function hasTooManyDelimiters(block: string): boolean {
  return block.length > mostDelimiters && (block.match(/[[\]*_`<&!\\~]/g)?.length ?? 0) > mostDelimiters;
}

/** Collects the lines of one stretch after the other for the parser, and what has to be known of each. */
export class StretchBuilder {
  readonly stretches: Stretch[] = [];
  #source = '';
  #start = 1;
  #line = 1;
  #gfm = false;
  #hostile = false;
  /** Lines since the last blank one, without code. */
  #block = '';
  /** Columns of the table that the block holds. */
  #columns = 0;

  /** Whether the stretch should end as soon as a line starts something of its own. */
  get isLongEnough(): boolean {
    return this.#source.length >= enough.characters || this.#line - this.#start >= enough.lines;
  }

  get isTooLong(): boolean {
    return this.#source.length >= tooMuch.characters || this.#line - this.#start >= tooMuch.lines;
  }

  /** @param line its number in the body, from 1 */
  add(text: string, line: number): void {
    if (this.#source === '') this.#start = line;
    this.#line = line;
    this.#source += `${text}\n`;
  }

  /** Adds a line that the parser reads as Markdown, not as code or raw HTML. */
  addMarkdown(text: string, line: number): void {
    const cells = text.includes('|') ? text.split('|').length : 0;
    if (needsGfm(text)) {
      this.#gfm = true;
      if (cells > 0 && cells <= mostCells) this.#columns = cells;
    }
    if (cells > mostCells || nesting(text) > deepest) this.#hostile = true;
    this.#block += `${text}\n`;
    this.add(text, line);
  }

  addBlank(): void {
    if (this.#source !== '') this.#source += '\n';
  }

  /** What is collected must not reach the parser. */
  markHostile(): void {
    this.#hostile = true;
  }

  /** A paragraph, list or table is over. */
  endBlock(): void {
    if (hasTooManyDelimiters(this.#block)) this.#hostile = true;
    this.#block = '';
    this.#columns = 0;
  }

  /** Ends the stretch, then adds one that needs no parser. */
  push(stretch: Stretch): void {
    this.cut();
    this.stretches.push(stretch);
  }

  cut(): void {
    this.endBlock();
    if (this.#source.trim() !== '') {
      const stretch = { source: this.#source, gfm: this.#gfm, line: this.#start, hostile: this.#hostile };
      this.stretches.push({ kind: 'markdown', ...stretch });
    }
    this.#source = '';
    this.#gfm = false;
    this.#hostile = false;
  }

  /**
   * Ends the stretch in the middle of something, which goes on in the next: code behind a fence of its own, the rows
   * of a table under a head without words.
   * @param fence the marks of the fence that is open, if one is
   */
  cutInside(fence: string | undefined): void {
    const columns = this.#columns;
    const line = this.#line;
    if (fence !== undefined) this.add(fence, line);
    this.cut();
    if (fence !== undefined) this.add(fence, line);
    else if (columns > 0) {
      this.add('|'.repeat(columns + 1), line);
      this.add(`|${'-|'.repeat(columns)}`, line);
      this.#columns = columns;
      this.#gfm = true;
    }
  }
}
