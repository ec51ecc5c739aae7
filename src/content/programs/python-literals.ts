/**
 * Settings of a Python module, as far as they are written out. The module is never run: what only running it would tell
 * is `undefined`, under a name that is there all the same; `None` is `null`.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { CopyBudget } from './copy-budget.js';
import { type PythonToken, toStatements } from './python-tokens.js';

/** Of a text or a list that is put together: doubling would never end. */
const maxLength = 100_000;
const maxDepth = 100;

const end: PythonToken = { kind: 'end', text: '', column: 0 };
const constants: ReadonlyMap<string, unknown> = new Map([
  ['True', true],
  ['False', false],
  ['None', null],
]);

/** `a` and `b` of `a + b`, joined. */
const add = (left: unknown, right: unknown, copies: CopyBudget): unknown => {
  const isShort = (length: number): boolean => length <= maxLength && copies.allows(length);
  if (typeof left === 'string' && typeof right === 'string')
    return isShort(left.length + right.length) ? left + right : undefined;
  if (!Array.isArray(left) || !Array.isArray(right)) return undefined;
  return isShort(left.length + right.length) ? [...left, ...right] : undefined;
};

/** Stands for the entries that `**other` would give a mapping. */
const unknownEntries = '**';

const toEntry = (key: unknown, value: unknown): readonly [string, unknown] =>
  key === undefined ? [unknownEntries, undefined] : [String(key), value];

const pairsOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (isObject(value)) return Object.entries(value);
  if (!Array.isArray(value)) return [[unknownEntries, undefined]];
  return value.map((pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 ? [String(pair[0]), pair[1]] : [unknownEntries, undefined],
  );
};

/** A mapping, also where it is written as pairs. An entry that is `undefined` is not known. */
export const toMapping = (value: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(pairsOf(value));

const united = (below: unknown, above: Readonly<Record<string, unknown>>, copies: CopyBudget): unknown => {
  const isShort = copies.allows(isObject(below) || Array.isArray(below) ? below : 1) && copies.allows(above);
  return isShort ? { ...toMapping(below), ...above } : undefined;
};

class ExpressionReader {
  private readonly tokens: readonly PythonToken[];
  private readonly names: ReadonlyMap<string, unknown>;
  private readonly copies: CopyBudget;
  private at = 0;

  constructor(tokens: readonly PythonToken[], names: ReadonlyMap<string, unknown>, copies: CopyBudget) {
    this.tokens = tokens;
    this.names = names;
    this.copies = copies;
  }

  private get next(): PythonToken {
    return this.tokens[this.at] ?? end;
  }

  private takes(sign: string): boolean {
    if (this.next.kind !== 'sign' || this.next.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private get isAtEnd(): boolean {
    return this.next.kind === 'end' || (this.next.kind === 'sign' && ',:)]}='.includes(this.next.text));
  }

  /** Passes over what is not understood, up to the end of the item that it is in. */
  private skip(): undefined {
    for (let depth = 0; this.next.kind !== 'end' && (depth > 0 || !this.isAtEnd); this.at += 1) {
      if (this.next.kind !== 'sign') continue;
      if ('([{'.includes(this.next.text)) depth += 1;
      else if (')]}'.includes(this.next.text)) depth -= 1;
    }
    return undefined;
  }

  read(depth = 0): unknown {
    let value = this.readPart(depth);
    while (this.takes('+')) value = add(value, this.readPart(depth), this.copies);
    return this.isAtEnd ? value : this.skip();
  }

  private readPart(depth: number): unknown {
    const token = this.next;
    if (token.kind === 'end' || depth > maxDepth) return this.skip();
    this.at += 1;
    if (token.kind === 'text') {
      let value = token.value;
      for (; this.next.kind === 'text'; this.at += 1) value = add(value, this.next.value, this.copies);
      return value;
    }
    if (token.kind === 'number') return token.value;
    if (token.kind === 'name') {
      if (/^(?:dict|OrderedDict)$/.test(token.text) && this.takes('(')) return this.readArguments(depth);
      return constants.has(token.text) ? constants.get(token.text) : this.names.get(token.text);
    }
    if (token.text === '-' && this.next.kind === 'number') {
      const value = Number(this.next.value);
      this.at += 1;
      return -value;
    }
    if (token.text === '[') return this.readItems(']', depth).items;
    if (token.text === '(') {
      const { items, hasComma } = this.readItems(')', depth);
      return items.length === 1 && !hasComma ? items[0] : items;
    }
    return token.text === '{' ? this.readBraces(depth) : this.skip();
  }

  /** The entries of a mapping, put into another. */
  private copied(value: unknown): readonly (readonly [string, unknown])[] {
    const hasEntries = typeof value === 'object' && value !== null;
    return pairsOf(hasEntries && this.copies.allows(value) ? value : undefined);
  }

  private readItems(
    closing: string,
    depth: number,
  ): { readonly items: unknown[]; readonly hasComma: boolean } {
    const items: unknown[] = [];
    let hasComma = false;
    while (this.next.kind !== 'end' && !this.takes(closing)) {
      const at = this.at;
      items.push(this.read(depth + 1));
      if (this.takes(',')) hasComma = true;
      else if (this.at === at) this.at += 1;
    }
    return { items, hasComma };
  }

  /** A mapping or a set. */
  private readBraces(depth: number): unknown {
    const entries: (readonly [string, unknown])[] = [];
    const items: unknown[] = [];
    while (this.next.kind !== 'end' && !this.takes('}')) {
      const at = this.at;
      if (this.takes('*') && this.takes('*'))
        for (const entry of this.copied(this.read(depth + 1))) entries.push(entry);
      else {
        const key = this.read(depth + 1);
        if (!this.takes(':')) items.push(key);
        else entries.push(toEntry(key, this.read(depth + 1)));
      }
      if (!this.takes(',') && this.at === at) this.at += 1;
    }
    return items.length > 0 && entries.length === 0 ? items : Object.fromEntries(entries);
  }

  /** `dict(status='draft')`, `dict(pairs)`. */
  readArguments(depth = 0): Readonly<Record<string, unknown>> {
    const entries: (readonly [string, unknown])[] = [];
    while (this.next.kind !== 'end' && !this.takes(')')) {
      const at = this.at;
      const name = this.next.kind === 'name' ? this.next.text : '';
      const isNamed = name !== '' && this.tokens[at + 1]?.text === '=';
      if (isNamed) this.at += 2;
      while (this.takes('*'));
      const value = this.read(depth + 1);
      for (const entry of isNamed ? [[name, value] as const] : this.copied(value)) entries.push(entry);
      if (!this.takes(',') && this.at === at) this.at += 1;
    }
    return Object.fromEntries(entries);
  }
}

const blocks = new Set([
  'if',
  'elif',
  'else',
  'for',
  'while',
  'try',
  'except',
  'finally',
  'with',
  'def',
  'class',
]);

/** Names that a statement which stands under a condition may give another value. */
const changedIn = (tokens: readonly PythonToken[]): string[] =>
  tokens.flatMap(({ kind, text }, index) => {
    const before = tokens[index - 1];
    const isFirst = before === undefined || (before.kind === 'sign' && before.text === ':');
    const after = tokens[index + 1];
    return kind === 'name' && isFirst && after?.kind === 'sign' && '=+.['.includes(after.text) ? [text] : [];
  });

/** A text or a number keeps the value that it has in any case; what has entries may have others. */
const withoutCondition = (value: unknown): unknown => (typeof value === 'object' ? undefined : value);

/** Every name that the module gives a value, with the last one. */
export function readPythonLiterals(source: string): Readonly<Record<string, unknown>> {
  const names = new Map<string, unknown>();
  const copies = new CopyBudget();
  for (const tokens of toStatements(source)) {
    const [first, ...rest] = tokens;
    if (first?.kind !== 'name') continue;
    if (first.column > 0 || blocks.has(first.text)) {
      for (const name of changedIn(tokens)) names.set(name, withoutCondition(names.get(name)));
      continue;
    }
    const { text: name } = first;
    const signs = rest.map(({ text }) => text);
    const valueAfter = (count: number): unknown =>
      new ExpressionReader(rest.slice(count), names, copies).read();
    const assignment = signs[0] === ':' ? signs.indexOf('=') : signs[0] === '=' && signs[1] !== '=' ? 0 : -1;
    if (assignment !== -1 && rest[assignment]?.kind === 'sign') names.set(name, valueAfter(assignment + 1));
    else if (signs[0] === '+' && signs[1] === '=')
      names.set(name, add(names.get(name), valueAfter(2), copies));
    else if (signs[0] === '[' && signs[2] === ']' && signs[3] === '=') {
      const key = rest[1]?.kind === 'text' ? rest[1].value : undefined;
      names.set(name, united(names.get(name), Object.fromEntries([toEntry(key, valueAfter(4))]), copies));
    } else if (signs[0] === '.' && signs[1] === 'update' && signs[2] === '(')
      names.set(
        name,
        united(names.get(name), new ExpressionReader(rest.slice(3), names, copies).readArguments(), copies),
      );
    // Whatever else is done to it may change it.
    else if (names.has(name) && (signs[0] === '.' || signs[0] === '[')) names.set(name, undefined);
  }
  return Object.fromEntries([...names].filter(([name]) => /^[A-Z][A-Z\d_]*$/.test(name)));
}
