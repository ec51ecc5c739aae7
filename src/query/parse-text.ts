/**
 * The text of a question, as typed -> a query tree.
 * @module
 */
import type { QueryTree } from '../domain/query-tree.js';
import { onlyBlanks } from './characters.js';
import { lexText, type Token } from './lex-text.js';
import type { Operator, ReadFilter } from './operators.js';

/** Words, phrases and filters of one question; what comes after them is passed over. */
export const maxLeaves = 64;
/** Branches on branches. A text that needs more is read as if it had no parentheses. */
export const maxTreeDepth = 16;
/** Parentheses in parentheses, also those that change nothing. */
const maxNesting = 64;

/** What stands around a part of the text. */
interface Place {
  /** Behind a minus. */
  readonly isExcluded: boolean;
  /** Behind the name of a filter: what a word is a value of. */
  readonly read?: ReadFilter;
}

const isWord = ({ kind }: QueryTree): boolean => kind === 'term' || kind === 'prefix';

/**
 * Parts side by side. Posts have to match whatever is more than a word, and enough of the words. Excluded are posts that have
 * any of the words: how many are enough is nothing that a minus could say.
 */
const join = (parts: readonly QueryTree[], { isExcluded }: Place): QueryTree | undefined => {
  const words = parts.filter(isWord);
  const required = parts.filter((part) => !isWord(part));
  const together: QueryTree = { kind: isExcluded ? 'any' : 'most', of: words };
  const branches = [...required, ...(words.length > 1 ? [together] : words)];
  return branches.length > 1 ? { kind: 'all', of: branches } : branches[0];
};

class Parser {
  readonly #tokens: readonly Token[];
  /** The last word, phrase or value, counted from 1. */
  readonly #lastLeaf: number;
  #at = 0;
  #leaves = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    const leaves = tokens.filter(({ kind }) => kind === 'word' || kind === 'phrase').length;
    this.#lastLeaf = Math.min(leaves, maxLeaves);
  }

  /** Up to the end of the text, or of the parentheses. Parentheses around what stands side by side change nothing. */
  sideBySide(place: Place): readonly QueryTree[] {
    const parts: QueryTree[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) return parts;
      if (token.kind === 'close') {
        this.#at += 1;
        return parts;
      }
      parts.push(...this.#alternatives(place));
    }
  }

  /** `OR` joins what stands right beside it. */
  #alternatives(place: Place): readonly QueryTree[] {
    const alternatives = [this.#part(place)];
    while (this.#tokens[this.#at]?.kind === 'or') {
      this.#at += 1;
      alternatives.push(this.#part(place));
    }
    const asked = alternatives.filter((parts) => parts.length > 0);
    if (asked.length <= 1) return asked[0] ?? [];
    const of = asked.flatMap((parts) => {
      const branch = join(parts, place);
      return branch?.kind === 'any' ? branch.of : (branch ?? []);
    });
    return [{ kind: 'any', of }];
  }

  #part(place: Place): readonly QueryTree[] {
    const token = this.#tokens[this.#at];
    if (token === undefined) return [];
    this.#at += 1;
    switch (token.kind) {
      case 'open':
        return this.sideBySide(place);
      case 'minus': {
        const excluded = { ...place, isExcluded: true };
        const of = join(this.#part(excluded), excluded);
        return of === undefined ? [] : [{ kind: 'not', of }];
      }
      case 'name':
        return this.#named(token.operator, place);
      case 'word':
      case 'phrase':
        return this.#leaf(token, place);
      case 'or':
      case 'close':
        return [];
    }
  }

  #named(operator: Operator, { isExcluded }: Place): readonly QueryTree[] {
    if (operator.kind === 'filter') return this.#part({ isExcluded, read: operator.read });
    const of = join(this.#part({ isExcluded }), { isExcluded });
    return of === undefined ? [] : [{ kind: 'field', field: operator.field, of }];
  }

  #leaf(
    { kind, text }: { readonly kind: 'word' | 'phrase'; readonly text: string },
    place: Place,
  ): readonly QueryTree[] {
    this.#leaves += 1;
    if (this.#leaves > maxLeaves) return [];
    const filter = place.read?.(text);
    if (filter !== undefined) return [{ kind: 'filter', filter }];
    if (kind === 'phrase') return [{ kind, text }];
    // One that also begins with a star is emphasized in Markdown.
    if (text.endsWith('*') && !text.startsWith('*')) return [{ kind: 'wildcard', text: text.slice(0, -1) }];
    const isUnfinished = this.#leaves === this.#lastLeaf && !place.isExcluded;
    return [{ kind: isUnfinished ? 'prefix' : 'term', text }];
  }
}

const depthOf = (tree: QueryTree): number => {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'most':
      return 1 + Math.max(0, ...tree.of.map(depthOf));
    case 'not':
    case 'field':
      return 1 + depthOf(tree.of);
    default:
      return 0;
  }
};

const parseTokens = (tokens: readonly Token[]): QueryTree => {
  const place = { isExcluded: false };
  return join(new Parser(tokens).sideBySide(place), place) ?? { kind: 'any', of: [] };
};

/**
 * Every text has a tree: there is nothing to get wrong, and what is no operator where it stands is a word. What can be written
 * is in `language.ts`.
 * @returns `all` without branches for a text of blanks, `any` without branches for one in which nothing is asked, such as `?!`
 */
export const parseText = (text: string): QueryTree => {
  if (onlyBlanks.test(text)) return { kind: 'all', of: [] };
  const { tokens, nesting } = lexText(text, true);
  const tree = nesting > maxNesting ? undefined : parseTokens(tokens);
  if (tree !== undefined && depthOf(tree) <= maxTreeDepth) return tree;
  return parseTokens(lexText(text, false).tokens);
};
