import { Tokenizer } from 'htmlparser2';
import type { AnchorMaker } from './heading-anchors.js';
import { OpenElements } from './open-elements.js';
import type { TextWriter } from './text-writer.js';
import type { ProseFilter } from './tree-words.js';
import { isHidden, isUnseenName } from './unseen.js';

const blocks = new Set(
  (
    'address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol option p pre section select summary table ' +
    'tbody tfoot thead title tr ul video audio'
  ).split(' '),
);
const codeElements = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'listing', 'xmp']);
const readAttributes = new Set(['id', 'alt', 'hidden', 'style', 'open', 'popover', 'v-if', 'v-show']);
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
  #closesItself: boolean;
  #tokenizer: Tokenizer;
  #html = '';
  #name = '';
  #attribute = '';
  #value = '';
  /** Attributes of the tag that is being read; the first of a name counts. */
  readonly #attributes = new Map<string, string>();
  readonly #elements = new OpenElements();
  #omissions = 0;
  #code = 0;
  #pre = 0;
  /** Code comes in many pieces, as every tag and entity in it starts one; white space between them counts. */
  #codeText = '';
  #heading = 0;
  #headingId = '';

  /** @param closesItself whether `<div />` is a whole element, as components are; HTML takes it for an opening tag */
  constructor(writer: TextWriter, anchors: AnchorMaker, prose: ProseFilter, closesItself: boolean) {
    this.#writer = writer;
    this.#anchors = anchors;
    this.#prose = prose;
    this.#closesItself = closesItself;
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
          if (readAttributes.has(this.#attribute) && !this.#attributes.has(this.#attribute))
            this.#attributes.set(this.#attribute, this.#value);
          this.#value = '';
        },
        onattribname: (start, end) => {
          this.#attribute = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
          this.#value = '';
        },
        oncdata: ignore,
        onclosetag: (start, end) => this.#close(this.#tagName(start, end)),
        oncomment: () => {
          this.#omissions += 1;
        },
        ondeclaration: ignore,
        onend: ignore,
        onopentagend: () => this.#open(false),
        onopentagname: (start, end) => {
          this.#name = this.#tagName(start, end);
          this.#attributes.clear();
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
    return this.#elements.shown;
  }

  /** How often something was left out, so that who made an id of a heading's source can tell that words are missing. */
  get omissions(): number {
    return this.#omissions;
  }

  /** A block that Markdown makes: it ends what HTML left open, as its tags will do on the page. */
  enter(name: string): void {
    this.#elements.open(name, false);
  }

  leave(name: string): void {
    this.#elements.close(name);
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
    if (!this.shown) return;
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

  #open(selfClosed: boolean): void {
    const name = this.#name;
    const attributes = this.#attributes;
    const hidden = isHidden(name, {
      hidden: attributes.get('hidden'),
      style: attributes.get('style'),
      condition: attributes.get('v-if') ?? attributes.get('v-show'),
      open: attributes.get('open'),
      popover: attributes.get('popover'),
    });
    const closed = selfClosed && (this.#closesItself || !hidden);
    const shownBefore = this.shown;
    this.#elements.open(name, hidden || isUnseenName(name));
    if (closed) this.#elements.close(name);
    if (!this.shown || hidden) {
      if (shownBefore) this.#omissions += 1;
      return;
    }
    this.#break(name);
    const alt = attributes.get('alt') ?? '';
    if (name === 'img' && alt !== '') {
      this.#writer.space();
      this.#writer.words(alt);
      this.#writer.space();
    }
    if (closed) return;
    if (codeElements.has(name)) this.#code += 1;
    if (name === 'pre') this.#pre += 1;
    if (/^h[1-6]$/.test(name) && !this.#writer.isInHeading) {
      this.#heading = Number(name.charAt(1));
      this.#headingId = attributes.get('id')?.trim() ?? '';
      this.#writer.openHeading();
    }
  }

  #close(name: string): void {
    // What began where nothing is shown has written nothing that has to end.
    if (!this.#elements.close(name)) return;
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
