/** Of the two that share their braces. */
export type TemplateLanguage = 'liquid' | 'nunjucks';

interface Block {
  readonly kind: string;
  /** Whether a branch has been met that is always taken, so that those after it never are. */
  taken: boolean;
  shown: boolean;
}

const opening = /^(?:if|ifAsync|unless|case|for|tablerow|asyncEach|asyncAll)$/;
const endOf: Readonly<Record<string, string>> = {
  ifAsync: 'endif',
  asyncAll: 'endall',
  asyncEach: 'endeach',
};

/**
 * Follows the branches of a template, and knows of those that are never taken because their conditions are constants:
 * `{% if false %}` is how authors put text away. What depends on anything else counts as shown.
 */
export class Branches {
  readonly #language: TemplateLanguage;
  readonly #blocks: Block[] = [];
  #hidden = 0;

  constructor(language: TemplateLanguage) {
    this.#language = language;
  }

  get shown(): boolean {
    return this.#hidden === 0;
  }

  /** Takes a tag; true when it is one that opens, parts or ends branches. */
  take(name: string, rest: string): boolean {
    const block = this.#blocks.at(-1);
    if (opening.test(name)) {
      this.#blocks.push({ kind: name, taken: false, shown: true });
      if (name === 'unless') this.#enter(negated(this.#constant(rest)));
      else if (isConditional(name)) this.#enter(this.#constant(rest));
      return true;
    }
    if (block === undefined) return false;
    if (name === (endOf[block.kind] ?? `end${block.kind}`)) {
      this.#blocks.pop();
      if (!block.shown) this.#hidden -= 1;
      return true;
    }
    if (!isConditional(block.kind)) return false;
    if (name === 'else') this.#enter(true);
    else if (/^(?:elsif|elif|elseif)$/.test(name)) this.#enter(this.#constant(rest));
    else return false;
    return true;
  }

  #enter(condition: boolean | undefined): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    const shown = !block.taken && condition !== false;
    if (condition === true) block.taken = true;
    if (shown !== block.shown) this.#hidden += shown ? -1 : 1;
    block.shown = shown;
  }

  /** The value of a condition that is made of constants; `undefined` of any other. */
  #constant(condition: string): boolean | undefined {
    const parts = condition.trim().split(/\s(and|or)\s/);
    if (parts.length > longestCondition) return undefined;
    const values = parts.filter((_, i) => i % 2 === 0).map((part) => this.#operand(part.trim()));
    const operators = parts.filter((_, i) => i % 2 === 1);
    if (this.#language === 'liquid') {
      // Liquid reads from the right, whatever the operators are.
      return values.reduceRight((right, left, i) =>
        operators[i] === 'and' ? both(left, right) : either(left, right),
      );
    }
    const groups: (boolean | undefined)[] = [];
    values.forEach((value, i) => {
      if (i > 0 && operators[i - 1] === 'and') groups.push(both(groups.pop(), value));
      else groups.push(value);
    });
    return groups.reduce(either);
  }

  #operand(text: string): boolean | undefined {
    const negation = /^(?:not\s|!)(.*)$/s.exec(text)?.[1];
    if (negation !== undefined) return negated(this.#literal(negation.trim()));
    const [left = '', operator, right = '', ...more] = text.split(/(==|!=)/);
    if (operator === undefined) return this.#literal(text);
    const sides = [left.trim(), right.trim()];
    if (more.length > 0 || !sides.every((side) => literal.test(side))) return undefined;
    return (sides[0] === sides[1]) === (operator === '==');
  }

  #literal(text: string): boolean | undefined {
    if (/^(?:false|nil|null|none)$/i.test(text)) return false;
    if (text === 'true') return true;
    if (!literal.test(text)) return undefined;
    // To Liquid all else is true, to Nunjucks what is true in JavaScript.
    return this.#language === 'liquid' || !/^(?:""|''|-?0(?:\.0*)?)$/.test(text);
  }
}

const longestCondition = 99;
const literal = /^(?:true|false|nil|null|none|-?\d+(?:\.\d*)?|"[^"]*"|'[^']*')$/i;

const isConditional = (kind: string): boolean => /^(?:if|ifAsync|unless)$/.test(kind);
const negated = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;
const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === true && b === true ? true : undefined;
const either = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === true || b === true ? true : a === false && b === false ? false : undefined;
