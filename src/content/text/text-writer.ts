import type { Heading, Span } from '../../domain/post.js';
import type { HeadingPiece } from './heading-slugs.js';

const needsCollapse = /[\t\n\r\f\u00a0]| {2}/;
const whitespace = /[\t\n\r\f \u00a0]+/g;
/** A line break between two wide characters is no space: Japanese and Chinese sources are wrapped inside words. */
const wideLineBreak =
  /([\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60])[ \t]*\n[ \t]*(?=[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60])/g;
const longRun = /[A-Za-z0-9+/]{100,}={0,2}/g;

/** Base64 mixes the cases and digits; a long hexadecimal number, path or word does not. */
function looksLikeBase64(run: string): boolean {
  const upper = run.match(/[A-Z]/g)?.length ?? 0;
  const lower = run.match(/[a-z]/g)?.length ?? 0;
  return upper * 8 > run.length && lower * 8 > run.length && /\d/.test(run);
}

function withoutBinary(text: string): string {
  return text.length < 100 ? text : text.replace(longRun, (run) => (looksLikeBase64(run) ? ' ' : run));
}

/** Without blank lines before and after; by hand, because a pattern for it is quadratic in long runs of them. */
function withoutOuterLines(text: string): string {
  let start = 0;
  let end = text.length;
  while (text.charCodeAt(start) === 10) start += 1;
  while (end > start && text.charCodeAt(end - 1) === 10) end -= 1;
  return text.slice(start, end);
}

/**
 * Collects the text of a post, and where its headings and code are. Breaks between blocks are written only when
 * more text follows, so that the text never starts or ends with one and no offset has to be moved.
 */
export class TextWriter {
  readonly #parts: string[] = [];
  #length = 0;
  /** What separates the next text from the last: the strongest of `''`, a space, a tab, a newline. */
  #pending: '' | ' ' | '\t' | '\n' = '';
  readonly headings: Heading[] = [];
  readonly code: Span[] = [];
  /** Of the open heading: its offset, and its first part. */
  #headingStart = -1;
  #headingPart = 0;
  /** What is said for images in the open heading. */
  #headingImages: Span[] = [];

  get text(): string {
    return this.#parts.join('');
  }

  /** Running text: white space collapses as it does on a page. */
  words(value: string): void {
    if (value === '') return;
    let text = withoutBinary(value.includes('\u00ad') ? value.replaceAll('\u00ad', '') : value);
    if (needsCollapse.test(text)) {
      if (text.includes('\n')) text = text.replace(wideLineBreak, '$1');
      text = text.replace(whitespace, ' ');
    }
    const from = text.startsWith(' ') ? 1 : 0;
    if (from === 1) this.space();
    if (text.length === from) return;
    const to = text.endsWith(' ') ? text.length - 1 : text.length;
    this.#write(text.slice(from, to));
    if (to < text.length) this.space();
  }

  /** Code keeps its line breaks when it is a block. */
  codeWords(value: string, block: boolean): void {
    const text = withoutBinary(block ? withoutOuterLines(value) : value.replaceAll('\n', ' '));
    if (text.trim() === '') return;
    this.#flush();
    const start = this.#length;
    this.#append(text);
    const last = this.code.at(-1);
    if (last !== undefined && last.end === start)
      this.code[this.code.length - 1] = { start: last.start, end: this.#length };
    else this.code.push({ start, end: this.#length });
  }

  /** What is said for an image, apart from the words around it even when the source has no space there. */
  imageWords(value: string): void {
    const words = withoutBinary(value.replaceAll('\u00ad', '')).trim();
    if (words !== '') {
      // A space of the source belongs to the words before.
      this.#flush();
      const start = this.#length;
      if (!/\s$/.test(this.#parts.at(-1) ?? '')) this.space();
      this.words(words);
      if (this.#headingStart >= 0) this.#headingImages.push({ start, end: this.#length });
    }
    this.space();
  }

  space(): void {
    if (this.#pending === '' && this.#length > 0) this.#pending = ' ';
  }

  cell(): void {
    if (this.#pending !== '\n' && this.#length > 0) this.#pending = '\t';
  }

  block(): void {
    if (this.#length > 0) this.#pending = '\n';
  }

  openHeading(): void {
    this.block();
    this.#flush();
    this.#headingStart = this.#length;
    this.#headingPart = this.#parts.length;
    this.#headingImages = [];
  }

  get isHeadingOpen(): boolean {
    return this.#headingStart >= 0;
  }

  /** Text since `openHeading`, or `undefined` when no heading is open. */
  get openHeadingText(): string | undefined {
    return this.#headingStart < 0 ? undefined : this.#parts.slice(this.#headingPart).join('');
  }

  /** The open heading in parts, as generators tell them apart. */
  get openHeadingPieces(): readonly HeadingPiece[] {
    const text = this.openHeadingText ?? '';
    const firstCode = this.code.findLastIndex(({ end }) => end <= this.#headingStart) + 1;
    const marked = [
      ...this.code.slice(firstCode).map((span) => ({ ...span, kind: 'code' as const })),
      ...this.#headingImages.map((span) => ({ ...span, kind: 'image' as const })),
    ].sort((a, b) => a.start - b.start);
    const pieces: HeadingPiece[] = [];
    let at = 0;
    for (const { start, end, kind } of marked) {
      pieces.push({ kind: 'words', text: text.slice(at, start - this.#headingStart) });
      at = end - this.#headingStart;
      pieces.push({ kind, text: text.slice(start - this.#headingStart, at) });
    }
    pieces.push({ kind: 'words', text: text.slice(at) });
    return pieces;
  }

  /** Cuts the open heading to its first `length` characters: an explicit id at its end is markup. */
  truncateHeading(length: number): void {
    const end = this.#headingStart + length;
    if (this.#headingStart < 0 || end >= this.#length) return;
    const kept = (this.openHeadingText ?? '').slice(0, length);
    this.#parts.length = this.#headingPart;
    this.#length = this.#headingStart;
    this.#append(kept);
    for (let last = this.code.at(-1); last !== undefined && last.end > end; last = this.code.at(-1)) {
      this.code.pop();
      if (last.start < end) this.code.push({ start: last.start, end });
    }
  }

  closeHeading(level: number, anchor: string): void {
    const start = this.#headingStart;
    const text = this.openHeadingText;
    this.#headingStart = -1;
    this.block();
    if (text === undefined || text === '') return;
    this.headings.push({ start, end: this.#length, level, text, anchor });
  }

  #write(text: string): void {
    this.#flush();
    this.#append(text);
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #flush(): void {
    if (this.#pending !== '') this.#append(this.#pending);
    this.#pending = '';
  }
}
