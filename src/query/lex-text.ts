/**
 * The text of a question -> tokens. Whatever is no operator where it stands is a word, or a blank if it has no letter.
 * @module
 */
import { betweenWords, closing, letterOrDigit, onlyBlanks, opening, quotes, run } from './characters.js';
import { type Operator, operators } from './operators.js';

export type Token =
  /** A word of plain text, or the value of the name before it. */
  | { readonly kind: 'word'; readonly text: string }
  /** What stands between quotes, with one blank between its words. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** `title:` and the like. What it is about follows: a word, a phrase, or an opening parenthesis. */
  | { readonly kind: 'name'; readonly operator: Operator }
  /** What is not to match follows: as of a name, or a name. */
  | { readonly kind: 'minus' }
  /** Between what may match and what else may. */
  | { readonly kind: 'or' }
  /** Each has its `close`, but for those that end with the text. */
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

/** `OR`, `AND` and `|` before it is known whether they join anything. */
type Joiner = { readonly kind: 'joiner'; readonly text: string };

const namedValue = /^([a-z]+)[:：](.*)$/is;
const joiners: ReadonlySet<string> = new Set(['OR', 'AND', '|']);

const withoutHyphens = (text: string): string => text.replace(/^-+/, '');

class Lexer {
  readonly tokens: (Token | Joiner)[] = [];
  /** How many parentheses stood in each other, at most. */
  nesting = 0;
  readonly #text: string;
  readonly #hasParentheses: boolean;
  #open = 0;
  /** Kinds of quotes that do not end in what is left of the text, so that it is not searched for each of them. */
  readonly #endless = new Set<RegExp>();

  constructor(text: string, hasParentheses: boolean) {
    this.#text = text;
    this.#hasParentheses = hasParentheses;
  }

  lex(): void {
    let at = 0;
    while (at < this.#text.length) {
      run.lastIndex = at;
      const chunk = run.exec(this.#text)?.[0];
      const phrase = chunk === undefined ? this.#phraseAt(at) : undefined;
      if (chunk !== undefined) {
        at += chunk.length;
        this.#addRun(chunk, at);
      } else if (phrase !== undefined) {
        if (phrase.text !== '') this.tokens.push({ kind: 'phrase', text: phrase.text });
        at = phrase.end;
      } else {
        this.#addParenthesis(this.#text.charAt(at));
        at += 1;
      }
    }
  }

  #addParenthesis(character: string): void {
    if (!this.#hasParentheses) return;
    if (opening.includes(character)) {
      this.#open += 1;
      this.nesting = Math.max(this.nesting, this.#open);
      this.tokens.push({ kind: 'open' });
    } else if (closing.includes(character) && this.#open > 0) {
      this.#open -= 1;
      this.tokens.push({ kind: 'close' });
    }
  }

  /**
   * A quote without an end is a blank: while someone types `"open sour`, posts with the words are found, and just the phrase as
   * soon as it ends. One right behind a letter begins nothing, as in `a 24" display`, unless it can only be a beginning.
   * @returns an empty text if there is no word between the quotes
   */
  #phraseAt(at: number): { readonly text: string; readonly end: number } | undefined {
    const begin = this.#text.charAt(at);
    const kind = quotes.find((known) => begin !== '' && known.begin.includes(begin));
    if (kind === undefined || this.#endless.has(kind.end)) return undefined;
    if (kind.begin.length > 1 && letterOrDigit.test(this.#text.charAt(at - 1))) return undefined;
    kind.end.lastIndex = at + 1;
    const end = kind.end.exec(this.#text);
    if (end === null) {
      this.#endless.add(kind.end);
      return undefined;
    }
    const text = this.#text
      .slice(at + 1, end.index)
      .replace(betweenWords, ' ')
      .trim();
    return { text: letterOrDigit.test(text) ? text : '', end: end.index + 1 };
  }

  /** @param end where it ends, and what it is about may begin */
  #addRun(chunk: string, end: number): void {
    const isNegative = this.#isNegative(chunk, end);
    if (isNegative) this.tokens.push({ kind: 'minus' });
    // Other hyphens say nothing: `--verbose`, and the end of `„Model C“-Schulen`.
    const positive = withoutHyphens(chunk);
    const named = this.#readName(positive, end);
    if (named !== undefined) {
      this.tokens.push({ kind: 'name', operator: named.operator });
      if (named.value !== '') this.tokens.push({ kind: 'word', text: named.value });
    } else if (joiners.has(positive) && !isNegative) {
      this.tokens.push({ kind: 'joiner', text: positive });
    } else if (letterOrDigit.test(positive)) {
      this.tokens.push({ kind: 'word', text: positive });
    }
  }

  /** A minus stands where a word could begin, and right before what it excludes. */
  #isNegative(chunk: string, end: number): boolean {
    const before = this.#text.charAt(end - chunk.length - 1);
    if (!chunk.startsWith('-') || !(onlyBlanks.test(before) || opening.includes(before))) return false;
    if (chunk === '-') return this.#isOpenAt(end) || this.#wordsAt(end) !== undefined;
    return chunk.charAt(1) !== '-' && letterOrDigit.test(chunk);
  }

  #readName(text: string, end: number): { readonly operator: Operator; readonly value: string } | undefined {
    const [, name = '', value = ''] = namedValue.exec(text) ?? [];
    const operator = operators.get(name.toLowerCase());
    if (operator === undefined) return undefined;
    const asked = value === '' ? this.#wordsAt(end) : value;
    const isUnderstood =
      asked === undefined
        ? this.#isOpenAt(end)
        : operator.kind === 'filter'
          ? operator.read(asked) !== undefined
          : letterOrDigit.test(asked);
    if (!isUnderstood) return undefined;
    return { operator, value: operator.kind === 'field' ? withoutHyphens(value) : value };
  }

  #isOpenAt(at: number): boolean {
    return this.#hasParentheses && at < this.#text.length && opening.includes(this.#text.charAt(at));
  }

  #wordsAt(at: number): string | undefined {
    return this.#phraseAt(at)?.text || undefined;
  }
}

const beginsOperand = (token: Token | Joiner | undefined): boolean =>
  token !== undefined && token.kind !== 'joiner' && token.kind !== 'or' && token.kind !== 'close';

const endsOperand = (token: Token | undefined): boolean =>
  token?.kind === 'word' || token?.kind === 'phrase' || token?.kind === 'close';

/** `AND` says nothing that words side by side do not. A joiner that joins nothing is a word, without its capitals. */
const resolveJoiners = (tokens: readonly (Token | Joiner)[]): readonly Token[] => {
  const resolved: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'joiner') resolved.push(token);
    else if (endsOperand(resolved.at(-1)) && beginsOperand(tokens[at + 1])) {
      if (token.text !== 'AND') resolved.push({ kind: 'or' });
    } else if (letterOrDigit.test(token.text)) {
      resolved.push({ kind: 'word', text: token.text.toLowerCase() });
    }
  });
  return resolved;
};

/**
 * Takes time in proportion to the length of the text.
 * @param hasParentheses false: parentheses are blanks
 * @returns the tokens, and how many parentheses stand in each other at most
 */
export const lexText = (
  text: string,
  hasParentheses: boolean,
): { readonly tokens: readonly Token[]; readonly nesting: number } => {
  const lexer = new Lexer(text, hasParentheses);
  lexer.lex();
  return { tokens: resolveJoiners(lexer.tokens), nesting: lexer.nesting };
};
