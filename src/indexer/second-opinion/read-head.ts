/**
 * The head of a source -> what it states, read line by line and brace by brace. A mistake of the real parsers is not made
 * here a second time: nothing is shared with them, and much less is understood.
 * @module
 */
import type { Head } from './find-head.js';
import { readBraces } from './read-braces.js';
import { type Statement, toKey, toStatement } from './statements.js';

const pair = {
  yaml: /^(?:"([^"]{1,80})"[ \t]{0,40}|'([^']{1,80})'[ \t]{0,40}|([^\s"'#{}[\],&*!|>%@`:][^:]{0,120}(?::[^\s:]{1,80})?)):(?=[ \t]|$)/,
  toml: /^(?:"([^"]{1,80})"|'([^']{1,80})'|([\w.-]{1,160}))[ \t]{0,40}=/,
};
/** Tags and anchors of YAML before a value. */
const properties = /^(?:!\S*|&(?<anchor>\S+))(?:[ \t]+|$)/;

/** A value that ends on its line, without quotes and comment; empty where its text is in the lines below. */
const toScalar = (written: string): string => {
  const quote = written.charAt(0);
  if (/^[|>][-+0-9]{0,2}(?:[ \t]|$)/.test(written)) return '';
  if (quote === '"' || quote === "'") {
    const end = written.indexOf(quote, 1);
    return end < 0 ? written.slice(1) : written.slice(1, end);
  }
  const comment = written.search(/[ \t]#/);
  return (comment < 0 ? written : written.slice(0, comment)).trim();
};

/** More are refused elsewhere; each may double what there is. */
const maxMerges = 10;

class LineReader {
  readonly statements: Statement[] = [];
  /** Names of anchors -> where their mapping is, or the value that they stand for. */
  readonly #anchors = new Map<string, { readonly path: readonly string[]; readonly value: string }>();
  /** What is merged into which mapping. */
  readonly #merges: { readonly from: readonly string[]; readonly into: readonly string[] }[] = [];
  /** Keys of the lines above that are indented less; an empty one for an item of a list. */
  readonly #indents: { readonly indent: number; readonly key: string }[] = [];
  /** TOML's `[table]` above. */
  #table: readonly string[] = [];
  readonly #text: string;
  readonly #isToml: boolean;
  #line: number;

  constructor({ text, language, line }: Head) {
    this.#text = text;
    this.#isToml = language === 'toml';
    this.#line = line;
  }

  read(): readonly Statement[] {
    for (let at = 0; at < this.#text.length; ) {
      const newline = this.#text.indexOf('\n', at);
      const end = newline < 0 ? this.#text.length : newline;
      const line = this.#text.slice(at, end);
      const rest = line.trimStart();
      const start = at + line.length - rest.length;
      at = rest === '' || rest.startsWith('#') ? end : Math.max(end, this.#readLine(rest, start, start - at));
      if (this.#text.charAt(at) === '\n') at += 1;
      this.#line += 1;
    }
    this.#merge();
    return this.statements;
  }

  /** @returns where reading goes on: the end of the line, or of the braces that it opens */
  #readLine(text: string, start: number, indent: number): number {
    if (this.#isToml && text.startsWith('[')) {
      const names = text.split(']', 1)[0]?.replace(/^\[+/, '') ?? '';
      const table = names.split('.').map((name) => toKey(name.replace(/["']/g, '').trim()));
      this.#table = text.startsWith('[[') ? [...table, ''] : table;
      return start;
    }
    const isItem = /^-(?:[ \t]|$)/.test(text);
    // The list of a key may be indented as the key is.
    while (this.#isOver(indent, isItem)) this.#indents.pop();
    if (isItem) {
      const item = text.slice(1).trimStart();
      const inner = text.length - item.length;
      const own = pair.yaml.test(item);
      if (own || /^[[{]/.test(item)) this.#indents.push({ indent, key: '' });
      else if (item !== '') this.#add('', toScalar(item), this.#above);
      return own || /^[[{]/.test(item) ? this.#readPair(item, start + inner, indent + inner) : start;
    }
    return this.#readPair(text, start, indent);
  }

  #isOver(indent: number, isItem: boolean): boolean {
    const last = this.#indents.at(-1);
    if (last === undefined || last.indent < indent) return false;
    return last.indent > indent || !isItem || last.key === '';
  }

  get #above(): readonly string[] {
    return [...this.#table, ...this.#indents.map(({ key }) => key)];
  }

  #readPair(text: string, start: number, indent: number): number {
    const found = pair[this.#isToml ? 'toml' : 'yaml'].exec(text);
    const whole = found?.[1] ?? found?.[2] ?? found?.[3]?.trim();
    let from = found === null ? 0 : found[0].length;
    const names = this.#isToml && found?.[3] !== undefined ? found[3].split('.') : [whole ?? ''];
    const name = names.pop() ?? '';
    const above = [...this.#above, ...names.map(toKey)];
    let anchor: string | undefined;
    let rest = text.slice(from).trimStart();
    for (let match = properties.exec(rest); match !== null; match = properties.exec(rest)) {
      anchor = match.groups?.anchor ?? anchor;
      rest = rest.slice(match[0].length);
    }
    from = text.length - rest.length;
    if (whole !== undefined) this.#indents.push({ indent, key: toKey(name) });
    const path = whole === undefined ? above : [...above, toKey(name)];
    if (anchor !== undefined) this.#anchors.set(anchor, { path, value: toScalar(rest) });
    if (name === '<<') this.#noteMerge(rest, above);
    if (/^[[{]/.test(rest)) {
      const { statements, end, line } = readBraces(this.#text, start + from, path, this.#line);
      this.statements.push(...statements);
      if (whole !== undefined) this.#add(name, '', above);
      this.#line = line;
      return end;
    }
    if (whole === undefined) return start;
    const alias = rest.startsWith('*') ? this.#anchors.get(rest.slice(1).trim()) : undefined;
    this.#add(name, alias?.value ?? toScalar(rest), above);
    return this.#isToml ? this.#skipLongString(rest, start + from) : start;
  }

  #noteMerge(aliases: string, into: readonly string[]): void {
    for (const [, alias = ''] of aliases.matchAll(/\*([^\s,\]]{1,80})/g)) {
      const from = this.#anchors.get(alias)?.path;
      if (from !== undefined && this.#merges.length < maxMerges) this.#merges.push({ from, into });
    }
  }

  /** What is merged stands as if it were written there, unless its key is. */
  #merge(): void {
    for (const { from, into } of this.#merges) {
      const own = new Set(this.#below(into).map(({ key }) => key));
      for (const statement of this.#below(from))
        if (!own.has(statement.key)) this.statements.push({ ...statement, above: into });
    }
  }

  #below(path: readonly string[]): readonly Statement[] {
    const joined = path.join('\n');
    return this.statements.filter(({ above }) => above.join('\n') === joined);
  }

  #skipLongString(value: string, start: number): number {
    const quotes = value.slice(0, 3);
    if (quotes !== '"""' && quotes !== "'''") return start;
    const end = this.#text.indexOf(quotes, start + 3);
    const skipped = this.#text.slice(start, end < 0 ? undefined : end);
    this.#line += skipped.split('\n').length - 1;
    return start + skipped.length + (end < 0 ? 0 : 3);
  }

  #add(name: string, value: string, above: readonly string[]): void {
    this.statements.push(toStatement(name, value, above, this.#line));
  }
}

/** Linear in the length of the head. */
export const readHead = (head: Head): readonly Statement[] => {
  const { language, text, line } = head;
  const opening = text.search(/\S/);
  if (language === 'json' && text.charAt(opening) !== '{')
    return readBraces(`{${text}}`, 0, [], line).statements;
  if (language === 'script' || text.charAt(opening) === '{') {
    const brace = text.indexOf('{');
    const above = text.slice(0, Math.max(0, brace)).split('\n').length - 1;
    return brace < 0 ? [] : readBraces(text, brace, [], line + above).statements;
  }
  return new LineReader(head).read();
};
