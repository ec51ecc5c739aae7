import {
  closesFence,
  type FenceMark,
  isPlainParagraph,
  parseFence,
  rawHtmlEnd,
  toCommonLine,
} from './line-marks.js';
import { type Stretch, StretchBuilder } from './stretch-builder.js';

export interface Stretches {
  readonly stretches: readonly Stretch[];
  /** Normalized label to a stand-in of its definition line, for references in other stretches. */
  readonly definitions: ReadonlyMap<string, string>;
}

const definition = /^ {0,3}\[([^\]\n]{1,999})\]:\s*(\S+)/;
const armor = /-----BEGIN ([A-Z0-9 ]+)-----/;
const longestArmor = 100_000;
/** A longer paragraph has marks, or is none. */
const longestPlainParagraph = 10_000;

/** What is signed stands below its first line, to be read. */
function startsArmor(line: string): boolean {
  const label = armor.exec(line)?.[1] ?? '';
  return label.startsWith('PGP ')
    ? !label.startsWith('PGP SIGNED ')
    : /(?:KEY|CERTIFICATE|REQUEST)$/.test(label);
}

export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Cuts Markdown into stretches in one walk over its lines. */
export function splitStretches(source: string): Stretches {
  return new Splitter(source).split();
}

class Splitter {
  readonly #source: string;
  readonly #builder = new StretchBuilder();
  readonly #definitions = new Map<string, string>();
  /** Offset of the next line, and the number of the last one. */
  #at = 0;
  #line = 0;
  /** Blank lines before the next line; a post starts as if after one. */
  #blanks = 1;
  /** A fence that is indented or inside a list or quote: it may end together with what contains it. */
  #fence: FenceMark | undefined;
  /** What ends the raw HTML that is open. */
  #rawEnd: RegExp | undefined;
  /** Set once it is unclear whether a line is inside code: nothing is cut by its look from there on. */
  #unclear = false;
  /** Offsets that were looked for once: the next blank line, the next end of an armor. */
  #nextBlank = -1;
  #nextArmorEnd = -1;

  constructor(source: string) {
    this.#source = source;
  }

  split(): Stretches {
    while (this.#at < this.#source.length) {
      if (this.#isBlockStart() && this.#takeWords()) continue;
      const line = this.#nextLine();
      if (line.trim() === '') this.#addBlank();
      else if (this.#fence !== undefined) this.#addFenced(line, this.#fence);
      else if (this.#rawEnd !== undefined) this.#addRaw(line, this.#rawEnd);
      else this.#addLine(line);
    }
    this.#builder.cut();
    return { stretches: this.#builder.stretches, definitions: this.#definitions };
  }

  #isBlockStart(): boolean {
    return this.#blanks > 0 && !this.#unclear && this.#fence === undefined && this.#rawEnd === undefined;
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
    if (this.#nextBlank - this.#at > longestPlainParagraph) return false;
    const paragraph = this.#source.slice(this.#at, this.#nextBlank);
    if (!isPlainParagraph(paragraph)) return false;
    this.#builder.push({ kind: 'words', source: paragraph });
    while (this.#at <= this.#nextBlank && this.#at < this.#source.length) this.#nextLine();
    return true;
  }

  #addBlank(): void {
    this.#blanks += 1;
    if (this.#fence === undefined && this.#rawEnd === undefined) this.#builder.endBlock();
    if (this.#blanks <= 2) this.#builder.addBlank();
  }

  #addFenced(line: string, fence: FenceMark): void {
    if (closesFence(parseFence(line), fence)) this.#fence = undefined;
    else if (!/^[ \t>]/.test(line)) this.#unclear = true;
    this.#builder.add(line, this.#line);
    this.#afterLine();
  }

  #addRaw(line: string, end: RegExp): void {
    if (end.test(line)) this.#rawEnd = undefined;
    this.#builder.add(line, this.#line);
    this.#afterLine();
  }

  #addLine(line: string): void {
    const first = line.charAt(0);
    const atMargin = first !== ' ' && first !== '\t' && !this.#unclear;
    const startsBlock = atMargin && (this.#blanks > 0 || /^(?:#{1,6}[ \t]|[-*+][ \t])/.test(line));
    if (startsBlock && this.#builder.isLongEnough) this.#builder.cut();

    const fence = parseFence(line);
    const rawEnd = line.includes('<') && fence === undefined ? rawHtmlEnd(line) : undefined;
    if (fence?.atMargin && atMargin) this.#takeCode(fence);
    else if (rawEnd !== undefined && atMargin && first === '<') this.#takeHtml(line, rawEnd);
    else {
      this.#fence = fence;
      this.#rawEnd = rawEnd;
      if (line.includes(']:')) this.#noteDefinition(line);
      if (fence === undefined && rawEnd === undefined)
        this.#builder.addMarkdown(toCommonLine(line), this.#line);
      else this.#builder.add(line, this.#line);
      this.#skipArmor(line);
      this.#afterLine();
    }
  }

  /** Ends a stretch that grows too long, wherever it is. */
  #afterLine(): void {
    this.#blanks = 0;
    if (!this.#builder.isTooLong) return;
    // Raw HTML cannot go on in a stretch of its own; read without the parser, it costs nothing.
    if (this.#rawEnd !== undefined) this.#builder.markHostile();
    else this.#builder.cutInside(this.#fence?.marker.repeat(this.#fence.length));
  }

  #takeCode(fence: FenceMark): void {
    let start = this.#at;
    let info = fence.info;
    while (this.#at < this.#source.length) {
      const end = this.#at;
      const line = this.#nextLine();
      if (/^ {0,3}[`~]/.test(line) && closesFence(parseFence(line), fence)) {
        this.#builder.push({ kind: 'code', source: this.#source.slice(start, end), info });
        this.#blanks = 1;
        return;
      }
      const afterLine = this.#at;
      this.#skipArmor(line);
      if (this.#at === afterLine) continue;
      this.#builder.push({ kind: 'code', source: this.#source.slice(start, afterLine), info });
      start = this.#at;
      info = '';
    }
    this.#builder.push({ kind: 'code', source: this.#source.slice(start), info });
  }

  #takeHtml(first: string, end: RegExp): void {
    const start = this.#at - first.length - 1;
    while (this.#at < this.#source.length) if (end.test(this.#nextLine())) break;
    this.#builder.push({ kind: 'html', source: this.#source.slice(Math.max(0, start), this.#at) });
    this.#blanks = 1;
  }

  /** Keys and signatures are no words; the lines that start and end them are. */
  #skipArmor(line: string): void {
    if (!line.includes('-----BEGIN ') || !startsArmor(line)) return;
    if (this.#nextArmorEnd < this.#at) {
      const found = this.#source.indexOf('-----END ', this.#at);
      this.#nextArmorEnd = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#nextArmorEnd - this.#at > longestArmor) return;
    const lastLine = this.#source.lastIndexOf('\n', this.#nextArmorEnd) + 1;
    while (this.#at < lastLine) this.#nextLine();
  }

  #noteDefinition(line: string): void {
    const label = definition.exec(line)?.[1];
    if (label === undefined) return;
    const key = normalizeLabel(label);
    if (!this.#definitions.has(key))
      this.#definitions.set(key, `[${label}]: ${label.startsWith('^') ? 'x' : '#'}`);
  }
}
