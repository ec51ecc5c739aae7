/**
 * The Markdown of Material for MkDocs: blocks and marks of Python-Markdown's extensions, made plain.
 * @module
 */
import { hidesByAttributes } from './attribute-lists.js';
import { closesFence, type FenceMark, parseFence } from './line-marks.js';

/** What Python-Markdown and the extensions of PyMdown write at the beginning of a line. */
const admonition = /^(?:!!!|\?\?\?\+?) ?((?:[\w-]+(?: +[\w-]+)*)?)(?: +"(.*)"|"(.*)")? *$/;
const tab = /^===[+!]{0,2} +"(.*)" *$/;
const definition = /^: {1,3}(\S.*)$/;
const block = /^(\/{3,}) *([\w-]+) *(?:\|(.*))?$/;
const blockEnd = /^(\/{3,}) *$/;
const blockOption = /^ {4} *[\w-]+:/;
/** `div.note#id[hidden][style="display: none"]`: the attributes, each by itself. */
const selectorAttribute = /\[([^[\]]{1,500})\]/g;
/** A key of YAML, whose value an attribute has. */
const optionKey = /(^|[{,]) *["']?([\w-]+)["']? *: */g;
const snippet = /^(;*)-+8<-+(?:$|[ \t]+(?:["'].*["']|\[ *(?:start|end) *:.*\]) *$)/;
/** The tag of a block whose content is Markdown although HTML is around it. */
const blockTag =
  /^<(?:div|section|article|aside|details|summary|figure|figcaption|center|ul|ol|li|p|td|th)\b([^<>]*)>/;
const findMarkdownTag = (text: string): string | undefined => {
  const [tag, attributes = ''] = blockTag.exec(text) ?? [];
  return /\smarkdown\b/.test(attributes) ? tag : undefined;
};
/** A note of a line of code, which a page shows as a button. */
const codeNote =
  /(?:#|\/\/|\/\*|<!--|--|;|%)? ?\(\d{1,3}\)!(?: ?(?:-->|\*\/))?|(?:#|\/\/|\/\*|<!--|--) ?\(\d{1,3}\)(?: ?(?:-->|\*\/))?$/g;
const shebang = /(`)#![\w+-]+ /g;

/**
 * Markdown as MkDocs with Material reads it, made such as CommonMark takes it: content of admonitions, tabs and
 * definitions moves to the margin, where it is no code; titles stay; files that a snippet names are not looked at.
 */
export function toCommonBlocks(markdown: string): string {
  const reader = new BlockReader();
  for (const line of markdown.split('\n')) reader.read(line);
  return reader.lines.join('\n');
}

interface OpenBlock {
  readonly slashes: string;
  /** Index of its first line. */
  readonly start: number;
  hides: boolean;
}

class BlockReader {
  readonly lines: string[] = [];
  /** Columns in the file of the contents of open blocks. */
  readonly #containers: number[] = [];
  #fence: FenceMark | undefined;
  /** A fence ends at the margin where it began; one further in is code. */
  #fenceMargin = '';
  #inSnippet = false;
  #inOptions = false;
  /** The open blocks between slashes. */
  readonly #blocks: OpenBlock[] = [];
  /** Whether there was a line that a definition can be one of. */
  #began = false;

  read(line: string): void {
    if (this.#takeSnippet(line)) return;
    const text = line.trimStart();
    if (text === '') {
      this.#inOptions = false;
      this.lines.push('');
      return;
    }
    const indent = columns(line, line.length - text.length);
    this.#endContainers(indent);
    const margin = ' '.repeat(Math.max(0, indent - 4 * this.#containers.length));
    if (this.#fence !== undefined) this.#addCode(margin, text, this.#fence);
    else if (this.#inOptions && blockOption.test(margin + text)) this.#readOption(text);
    else {
      this.#inOptions = false;
      this.#addLine(text, margin, indent);
      this.#began = true;
    }
  }

  /** A line that puts another file here, and the list of files between two marks; `;` before the mark shows it. */
  #takeSnippet(line: string): boolean {
    const text = line.trim();
    const found = text.includes('8<') ? snippet.exec(text) : null;
    if (found === null) return this.#inSnippet;
    const escapes = found[1] ?? '';
    if (escapes !== '') {
      if (this.#inSnippet) return true;
      this.lines.push(line.replace(';', ''));
    } else if (/8<-+$/.test(text)) this.#inSnippet = !this.#inSnippet;
    return true;
  }

  #endContainers(indent: number): void {
    for (let last = this.#containers.at(-1); last !== undefined && indent < last; ) {
      this.#containers.pop();
      this.lines.push('');
      this.#fence = undefined;
      last = this.#containers.at(-1);
    }
  }

  #addCode(margin: string, text: string, fence: FenceMark): void {
    const line = margin + text;
    if (margin === this.#fenceMargin && closesFence(parseFence(text), fence)) this.#fence = undefined;
    this.lines.push(line.includes('(') ? line.replace(codeNote, '') : line);
  }

  #addLine(text: string, margin: string, indent: number): void {
    this.#fence = parseFence(text);
    this.#fenceMargin = margin;
    const title = this.#fence === undefined ? this.#titleOf(text) : undefined;
    if (title !== undefined) {
      this.#containers.push(indent + 4);
      this.lines.push('', margin + title, '');
    } else if (this.#fence === undefined && text.startsWith('///') && this.#takeBlock(text, margin)) return;
    else {
      const tag = text.startsWith('<') ? findMarkdownTag(text) : undefined;
      if (tag !== undefined) this.lines.push(margin + tag, '', margin + text.slice(tag.length));
      else this.lines.push(margin + (text.includes('`#!') ? text.replace(shebang, '$1') : text));
    }
  }

  /** The words of a line that begins a container; empty where it has none. */
  #titleOf(text: string): string | undefined {
    const first = text.charAt(0);
    if (first === '!' || first === '?') {
      const found = admonition.exec(text);
      return found === null ? undefined : (found[2] ?? found[3] ?? '');
    }
    if (first === '=') return tab.exec(text)?.[1];
    return first === ':' && this.#began ? definition.exec(text)?.[1] : undefined;
  }

  /** `/// note | Title` and the `///` that ends it. Of `html` and its like the argument is no title. */
  #takeBlock(text: string, margin: string): boolean {
    const [, slashes = '', name = '', argument = ''] = block.exec(text) ?? blockEnd.exec(text) ?? [];
    if (slashes === '') return false;
    this.#inOptions = name !== '';
    if (name === '') this.#endBlock(slashes);
    else this.#blocks.push({ slashes, start: this.lines.length, hides: false });
    if (name === 'html') {
      const attributes = [...argument.matchAll(selectorAttribute)].map(([, attribute]) => attribute);
      if (hidesByAttributes(attributes.join(' '))) this.#hideBlock();
    }
    this.lines.push('', margin + (name === 'html' ? '' : argument.trim()), '');
    return true;
  }

  /** `attrs: {hidden: ''}`, on one line or on several. */
  #readOption(text: string): void {
    const attributes = text.replace(/^attrs *:/, '').replace(optionKey, '$1 $2=');
    if (hidesByAttributes(attributes.replace(/[{}]/g, ' '))) this.#hideBlock();
  }

  #hideBlock(): void {
    const last = this.#blocks.at(-1);
    if (last === undefined || last.hides) return;
    last.hides = true;
    this.lines.splice(last.start, 0, '', '<div hidden>');
  }

  /** As many slashes end a block as began it, and all that was left open inside. */
  #endBlock(slashes: string): void {
    const start = this.#blocks.findLastIndex((open) => open.slashes === slashes);
    if (start < 0) return;
    for (const { hides } of this.#blocks.splice(start)) if (hides) this.lines.push('', '</div>', '');
  }
}

/** The width of the blanks at the start of a line. */
function columns(line: string, length: number): number {
  let width = 0;
  for (let i = 0; i < length; i += 1) width += line.charCodeAt(i) === 9 ? 4 - (width % 4) : 1;
  return width;
}

/** `:material-check:`, `:smile:`: a picture. */
const icon = /(?<![\w:]):[a-z0-9][\w+-]*:(?![\w:])/gi;
/** `++ctrl+alt+del++`: a key each. */
const keys = /\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g;
/** Marks of insertions, deletions, highlights and comments of an editor. All that they hold is shown. */
const editorMark = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}/g;
const marked = /(\^\^|==)([^\s^=](?:[^^=\n]*[^\s^=])?)\1/g;
/** `H~2~O` and `x^2^` are one word each. */
const raised = /(?<=\w)([~^])(\w{1,100})\1/g;

/** Running text without the marks of PyMdown's extensions that Material is used with. */
export function withoutPymdownMarks(text: string): string {
  let out = text;
  if (out.includes(':')) out = out.replace(icon, '');
  if (out.includes('{') || out.includes('}')) out = out.replaceAll('~>', ' ').replace(editorMark, '');
  if (out.includes('++')) out = out.replace(keys, (_, names: string) => names.replaceAll('-', ' '));
  if (out.includes('^') || out.includes('==')) out = out.replace(marked, '$2');
  return out.includes('^') || out.includes('~') ? out.replace(raised, '$2') : out;
}
