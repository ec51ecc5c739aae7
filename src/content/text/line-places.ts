import { closesFence, type FenceMark, parseFence, rawHtmlEnd } from './line-marks.js';

export type LinePlace =
  /** Inside of a block of code, or of HTML that Markdown does not look into; the lines that open and close it too. */
  | 'code'
  | 'blank'
  /** The first line of a block, or a list item's. */
  | 'start'
  /** A line of a paragraph that has begun before. */
  | 'inside';

const quoteMarks = /^[ \t]*>[ \t>]*/;
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
/** Lines after which a new block begins without a blank line: headings, attribute lists, rules. */
const oneLineBlock = /^ {0,3}(?:#{1,6}[ \t]|\{:(?![:/])[^{}]*\}[ \t]*$|(?:\*\*\*|---|___))/;

/** Tells for one line after the other where it stands, as far as dialects need it that are turned into plain Markdown. */
export class LinePlaces {
  #fence: FenceMark | undefined;
  #rawEnd: RegExp | undefined;
  #listed = false;
  #last: LinePlace = 'blank';
  #lastEndsBlock = true;

  next(line: string): LinePlace {
    const content = line.replace(quoteMarks, '');
    const place = this.#placeOf(line, content);
    this.#last = place;
    this.#lastEndsBlock = place === 'blank' || place === 'code' || oneLineBlock.test(content);
    return place;
  }

  /** What was last looked at has turned out to be a whole block, such as a definition. */
  endBlock(): void {
    this.#lastEndsBlock = true;
  }

  #placeOf(line: string, content: string): LinePlace {
    if (this.#fence !== undefined) {
      if (closesFence(parseFence(line), this.#fence)) this.#fence = undefined;
      return 'code';
    }
    if (this.#rawEnd !== undefined) {
      if (this.#rawEnd.test(line)) this.#rawEnd = undefined;
      return 'code';
    }
    if (content.trim() === '') return 'blank';
    this.#fence = parseFence(line);
    if (this.#fence !== undefined) return 'code';
    this.#rawEnd = line.includes('<') ? rawHtmlEnd(line) : undefined;
    if (this.#rawEnd !== undefined) return 'code';
    const isItem = listItem.test(content);
    const indented = /^(?: {4}|\t)/.test(content);
    if (isItem && !(indented && !this.#listed)) this.#listed = true;
    else if (!indented && this.#last === 'blank' && !/^ /.test(content)) this.#listed = false;
    if (indented && !this.#listed && this.#lastEndsBlock) return 'code';
    return this.#lastEndsBlock || isItem ? 'start' : 'inside';
  }
}
