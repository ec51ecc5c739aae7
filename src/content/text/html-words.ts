import { Tokenizer } from 'htmlparser2';
import type { AnchorMaker } from './heading-anchors.js';
import type { TextWriter } from './text-writer.js';
import type { ProseFilter } from './tree-words.js';

/** Their content is not text of the page. `noscript` is shown only to those who turned scripts off. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'object', 'canvas']);
const blocks = new Set(
  (
    'address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol option p pre section select summary table ' +
    'tbody tfoot thead title tr ul video audio'
  ).split(' '),
);
const codeElements = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'listing', 'xmp']);
/** How many characters of a tag's name or attribute are looked at. */
const longestName = 100;

/**
 * Turns HTML into words. One tokenizer pass without a tree, so that depth costs nothing, and its state outlives a
 * call: in Markdown an element may open in one piece of raw HTML and close in another.
 *
 * htmlparser2 because its tokenizer is exported by itself, follows the HTML standard's states, decodes entities and is
 * linear; parse5 offers its tokenizer only as an internal part, and both tree builders are quadratic on unclosed tags.
 */
export class HtmlWords {
  #writer: TextWriter;
  #anchors: AnchorMaker;
  #prose: ProseFilter;
  #tokenizer: Tokenizer;
  #html = '';
  #name = '';
  #attribute = '';
  #value = '';
  #id = '';
  #alt = '';
  #unseen = 0;
  #unseenName = '';
  #code = 0;
  #pre = 0;
  /** Code comes in many pieces, as every tag and entity in it starts one; white space between them counts. */
  #codeText = '';
  #heading = 0;
  #headingId = '';

  constructor(writer: TextWriter, anchors: AnchorMaker, prose: ProseFilter) {
    this.#writer = writer;
    this.#anchors = anchors;
    this.#prose = prose;
    const ignore = () => {};
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true, recognizeSelfClosing: true },
      {
        onattribdata: (start, end) => {
          this.#value += this.#html.slice(start, end);
        },
        onattribentity: (codepoint) => {
          this.#value += String.fromCodePoint(codepoint);
        },
        onattribend: () => {
          if (this.#attribute === 'id') this.#id = this.#value.trim();
          else if (this.#attribute === 'alt') this.#alt = this.#value;
          this.#value = '';
        },
        onattribname: (start, end) => {
          this.#attribute = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
          this.#value = '';
        },
        oncdata: ignore,
        onclosetag: (start, end) => this.#close(this.#tagName(start, end)),
        oncomment: ignore,
        ondeclaration: ignore,
        onend: ignore,
        onopentagend: () => this.#open(false),
        onopentagname: (start, end) => {
          this.#name = this.#tagName(start, end);
          this.#id = '';
          this.#alt = '';
        },
        onprocessinginstruction: ignore,
        onselfclosingtag: () => this.#open(true),
        ontext: (start, end) => this.#text(this.#html.slice(start, end)),
        ontextentity: (codepoint) => this.#text(String.fromCodePoint(codepoint)),
      },
    );
  }

  /** False inside an element that is not shown. */
  get shown(): boolean {
    return this.#unseen === 0;
  }

  /** True inside `<code>` or `<pre>`. */
  get insideCode(): boolean {
    return this.#code > 0;
  }

  read(html: string): void {
    this.#html = html;
    this.#tokenizer.reset();
    this.#tokenizer.write(html);
    this.#tokenizer.end();
    this.#writeCode();
  }

  /** Ends what the post left open. */
  end(): void {
    if (this.#heading > 0) this.#close(`h${this.#heading}`);
  }

  #tagName(start: number, end: number): string {
    return this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
  }

  #text(text: string): void {
    if (this.#unseen > 0) return;
    if (this.#code > 0) this.#codeText += text;
    else this.#writer.words(this.#prose(text));
  }

  #writeCode(): void {
    if (this.#codeText === '') return;
    this.#writer.codeWords(this.#codeText, this.#pre > 0);
    this.#codeText = '';
  }

  /** Tables and blocks inside of code are lines of it. */
  #break(name: string): void {
    if (this.#code > 0) {
      if (blocks.has(name)) this.#codeText += '\n';
    } else if (name === 'td' || name === 'th') this.#writer.cell();
    else if (blocks.has(name)) this.#writer.block();
  }

  #open(closed: boolean): void {
    const name = this.#name;
    if (unseen.has(name)) {
      if (!closed && (this.#unseen === 0 || this.#unseenName === name)) {
        this.#unseenName = name;
        this.#unseen += 1;
      }
      return;
    }
    if (this.#unseen > 0) return;
    this.#break(name);
    if (name === 'img' && this.#alt !== '') {
      this.#writer.space();
      this.#writer.words(this.#alt);
      this.#writer.space();
    }
    if (closed) return;
    if (codeElements.has(name)) this.#code += 1;
    if (name === 'pre') this.#pre += 1;
    if (/^h[1-6]$/.test(name) && !this.#writer.isHeadingOpen) {
      this.#heading = Number(name.charAt(1));
      this.#headingId = this.#id;
      this.#writer.openHeading();
    }
  }

  #close(name: string): void {
    if (this.#unseen > 0) {
      if (name === this.#unseenName) this.#unseen -= 1;
      return;
    }
    if (codeElements.has(name) && this.#code > 0) {
      // An unclosed <code> ends with the <pre> around it.
      const left = name === 'pre' && this.#pre === 1 ? 0 : this.#code - 1;
      if (left === 0) this.#writeCode();
      this.#code = left;
      if (name === 'pre' && this.#pre > 0) this.#pre -= 1;
    }
    if (this.#heading > 0 && name === `h${this.#heading}`) {
      this.#writer.closeHeading(
        this.#heading,
        this.#headingId === '' ? '' : this.#anchors.claim(this.#headingId),
      );
      this.#heading = 0;
    } else this.#break(name);
  }
}
