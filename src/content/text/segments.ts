import {
  type FenceMark,
  isPlainParagraph,
  needsGfm,
  nesting,
  parseFence,
  rawHtmlEnd,
  toCommonLine,
} from './line-marks.js';

/** A piece of a post that can be read by itself. Only `markdown` needs the parser. */
export type Segment =
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

export interface Segments {
  readonly segments: readonly Segment[];
  /** Normalized label to a stand-in of its definition line, for references in other segments. */
  readonly definitions: ReadonlyMap<string, string>;
}

// micromark is quadratic in the lines of what it parses at once: 10,000 headings take it 15 seconds. From the first size on
// a segment ends where it safely can; at the second it ends anyway, and a paragraph or list may end with it.
const enough = { characters: 2_000, lines: 40 };
const tooMuch = { characters: 20_000, lines: 160 };
/** Deeper block quotes and lists exist in no post; micromark is quadratic in the depth. */
const deepest = 40;
/** Brackets, asterisks, entities … in one block; micromark is quadratic in them. */
const mostDelimiters = 1_500;
/** Cells in one row of a table. */
const mostCells = 300;

const definition = /^ {0,3}\[([^\]\n]{1,999})\]:\s*(\S+)/;
const armor = /-----BEGIN (?:PGP (?!SIGNED )[A-Z ]+|[A-Z0-9 ]*(?:KEY|CERTIFICATE|REQUEST))-----/;
const longestArmor = 100_000;

export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

function isHostile(block: string): boolean {
  return block.length > mostDelimiters && (block.match(/[[\]*_`<&!\\]/g)?.length ?? 0) > mostDelimiters;
}

/** Cuts Markdown into segments in one walk over its lines. */
export function splitSegments(source: string): Segments {
  return new Splitter(source).split();
}

class Splitter {
  readonly #source: string;
  readonly #segments: Segment[] = [];
  readonly #definitions = new Map<string, string>();
  #at = 0;
  #line = 0;
  /** The Markdown collected so far, and what is known of it. */
  #out = '';
  #outStart = 1;
  #gfm = false;
  #hostile = false;
  /** Since the last blank line. */
  #block = '';
  #blanks = 1;
  /** A fence that is indented or inside a list or quote: it may end together with what contains it. */
  #fence: FenceMark | undefined;
  #rawEnd: RegExp | undefined;
  /** Set once it is unclear whether a line is inside code: nothing is cut by its look from there on. */
  #unclear = false;
  #table = 0;
  /** Known offset of the next blank line; it is not looked for twice. */
  #nextBlank = -1;
  #nextArmorEnd = -1;

  constructor(source: string) {
    this.#source = source;
  }

  split(): Segments {
    while (this.#at < this.#source.length) {
      const atMargin =
        this.#blanks > 0 && !this.#unclear && this.#fence === undefined && this.#rawEnd === undefined;
      if (atMargin && this.#takeWords()) continue;
      const line = this.#nextLine();
      if (line.trim() === '') this.#addBlank();
      else if (this.#fence !== undefined) this.#addFenced(line, this.#fence);
      else if (this.#rawEnd !== undefined) this.#addRaw(line, this.#rawEnd);
      else this.#addLine(line);
    }
    this.#cut();
    return { segments: this.#segments, definitions: this.#definitions };
  }

  #nextLine(): string {
    const newline = this.#source.indexOf('\n', this.#at);
    const end = newline < 0 ? this.#source.length : newline;
    const line = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    this.#line += 1;
    return line;
  }

  /** Takes a plain paragraph at the margin whole. */
  #takeWords(): boolean {
    const first = this.#source.charCodeAt(this.#at);
    if (first === 32 || first === 10 || first === 9) return false;
    if (this.#nextBlank < this.#at) {
      const blank = this.#source.indexOf('\n\n', this.#at);
      this.#nextBlank = blank < 0 ? this.#source.length : blank;
    }
    const end = this.#nextBlank;
    // A longer paragraph has marks, or is no paragraph; looking at it again and again would be quadratic.
    if (end - this.#at > 10_000) return false;
    const paragraph = this.#source.slice(this.#at, end);
    if (!isPlainParagraph(paragraph)) return false;
    this.#cut();
    this.#segments.push({ kind: 'words', source: paragraph });
    this.#at = end + 1;
    for (let i = paragraph.indexOf('\n'); i >= 0; i = paragraph.indexOf('\n', i + 1)) this.#line += 1;
    this.#line += 1;
    this.#outStart = this.#line + 1;
    return true;
  }

  #addBlank(): void {
    this.#blanks += 1;
    if (this.#fence === undefined && this.#rawEnd === undefined) {
      this.#endBlock();
      if (this.#blanks > 2) return;
    }
    if (this.#out !== '') this.#out += '\n';
  }

  #addFenced(line: string, fence: FenceMark): void {
    const mark = parseFence(line);
    if (mark?.marker === fence.marker && mark.length >= fence.length && mark.info === '')
      this.#fence = undefined;
    else if (!/^[ \t>]/.test(line)) this.#unclear = true;
    this.#add(line);
  }

  #addRaw(line: string, end: RegExp): void {
    if (end.test(line)) this.#rawEnd = undefined;
    this.#add(line);
  }

  #addLine(line: string): void {
    const first = line.charAt(0);
    const atMargin = first !== ' ' && first !== '\t';
    const startsBlock = atMargin && (this.#blanks > 0 || /^(?:#{1,6}[ \t]|[-*+][ \t])/.test(line));
    const lines = this.#line - this.#outStart;
    if (startsBlock && !this.#unclear && (this.#out.length >= enough.characters || lines >= enough.lines))
      this.#cut();

    const fence = parseFence(line);
    if (fence !== undefined) {
      if (fence.atMargin && !this.#unclear) this.#takeCode(fence);
      else {
        this.#fence = fence;
        this.#add(line);
      }
      return;
    }
    const rawEnd = line.includes('<') ? rawHtmlEnd(line) : undefined;
    if (rawEnd !== undefined) {
      if (atMargin && first === '<' && !this.#unclear) this.#takeHtml(line, rawEnd);
      else {
        this.#rawEnd = rawEnd;
        this.#add(line);
      }
      return;
    }
    if (line.includes(']:')) this.#noteDefinition(line);
    if (line.includes('-----BEGIN ') && armor.test(line)) this.#skipArmor();
    const delimiter = needsGfm(line);
    if (delimiter) {
      this.#gfm = true;
      if (line.includes('|')) this.#table = line.split('|').length;
    }
    if (nesting(line) > deepest || (line.includes('|') && line.split('|').length > mostCells))
      this.#hostile = true;
    const markdown = toCommonLine(line);
    this.#block += `${markdown}\n`;
    this.#add(markdown);
  }

  #add(line: string): void {
    if (this.#out === '') this.#outStart = this.#line;
    this.#out += `${line}\n`;
    this.#blanks = 0;
    const lines = this.#line - this.#outStart;
    if (this.#out.length < tooMuch.characters && lines < tooMuch.lines) return;
    if (this.#rawEnd !== undefined) return;
    const { fence, table } = this.#reopenable();
    this.#cut();
    this.#out = fence;
    if (table > 0) {
      // The rest of a long table, under a head without words.
      this.#out = `${'|'.repeat(table + 1)}\n|${'-|'.repeat(table)}\n`;
      this.#table = table;
      this.#gfm = true;
    }
  }

  /** Closes what a cut would break, and says how to open it again. */
  #reopenable(): { fence: string; table: number } {
    const fence = this.#fence;
    if (fence !== undefined) {
      const mark = fence.marker.repeat(fence.length);
      this.#out += `${mark}\n`;
      return { fence: `${mark}\n`, table: 0 };
    }
    return { fence: '', table: this.#table };
  }

  #takeCode(fence: FenceMark): void {
    this.#cut();
    const start = this.#at;
    let end = this.#source.length;
    while (this.#at < this.#source.length) {
      const lineStart = this.#at;
      const line = this.#nextLine();
      const mark = /^ {0,3}[`~]/.test(line) ? parseFence(line) : undefined;
      if (mark?.marker === fence.marker && mark.length >= fence.length && mark.info === '') {
        end = lineStart;
        break;
      }
      if (line.includes('-----BEGIN ') && armor.test(line)) {
        this.#segments.push({ kind: 'code', source: this.#source.slice(start, this.#at), info: fence.info });
        this.#skipArmor();
        this.#takeCode({ ...fence, info: '' });
        return;
      }
    }
    this.#segments.push({ kind: 'code', source: this.#source.slice(start, end), info: fence.info });
    this.#afterTaken();
  }

  #takeHtml(first: string, end: RegExp): void {
    this.#cut();
    const start = this.#at - first.length - 1;
    while (this.#at < this.#source.length) if (end.test(this.#nextLine())) break;
    this.#segments.push({ kind: 'html', source: this.#source.slice(start, this.#at) });
    this.#afterTaken();
  }

  #afterTaken(): void {
    this.#outStart = this.#line + 1;
    this.#blanks = 1;
  }

  /** Keys and signatures are no words; the lines around them are. */
  #skipArmor(): void {
    if (this.#nextArmorEnd < this.#at) {
      const found = this.#source.indexOf('-----END ', this.#at);
      this.#nextArmorEnd = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    const stop = this.#nextArmorEnd;
    if (stop === Number.POSITIVE_INFINITY || stop - this.#at > longestArmor) return;
    while (
      this.#at <= stop &&
      this.#source.indexOf('\n', this.#at) < stop &&
      this.#source.indexOf('\n', this.#at) >= 0
    )
      this.#nextLine();
  }

  #noteDefinition(line: string): void {
    const label = definition.exec(line)?.[1];
    if (label === undefined) return;
    const key = normalizeLabel(label);
    if (!this.#definitions.has(key))
      this.#definitions.set(key, `[${label}]: ${label.startsWith('^') ? 'x' : '#'}`);
  }

  #endBlock(): void {
    if (isHostile(this.#block)) this.#hostile = true;
    this.#block = '';
    this.#table = 0;
  }

  #cut(): void {
    this.#endBlock();
    if (this.#out.trim() !== '') {
      const { source, gfm, line, hostile } = {
        source: this.#out,
        gfm: this.#gfm,
        line: this.#outStart,
        hostile: this.#hostile,
      };
      this.#segments.push({ kind: 'markdown', source, gfm, line, hostile });
    }
    this.#out = '';
    this.#gfm = false;
    this.#hostile = false;
    this.#outStart = this.#line;
  }
}
