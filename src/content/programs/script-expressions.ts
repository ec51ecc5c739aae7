/**
 * Expressions of a program -> their values, as far as they are written out. They are never run: what only running would
 * tell is {@link unknownValue}, for the caller to refuse, ask for or pass over.
 * @module
 */
import type { Expression, ObjectProperty, SpreadElement, Statement } from '@babel/types';
import { CopyBudget } from './copy-budget.js';
import { countChanges } from './script-program.js';

/** Stands where a value is that only running the program would tell. */
export const unknownValue = Symbol('a value that only the program knows');
/** The name under which an object holds {@link unknownValue} where it has entries whose names are not known. */
export const unknownNames = '...';

/** Of a text or a list that is put together: no program of settings needs more, and doubling would never end. */
const maxLength = 100_000;
const maxDepth = 200;

/** What the names of a program stand for. */
export interface Scope {
  valueOf(name: string): unknown;
  /** Shared with the scopes around it. */
  readonly copies: CopyBudget;
}

export const emptyScope = (): Scope => ({ valueOf: () => unknownValue, copies: new CopyBudget() });

/** What is wrapped in types, brackets or a function that only adds types. */
const unwrap = (node: Expression): Expression => {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return unwrap(node.expression);
    case 'CallExpression': {
      const [first, ...rest] = node.arguments;
      const isHelper = node.callee.type === 'Identifier' && /^define\w*$/.test(node.callee.name);
      const isValue =
        first !== undefined && first.type !== 'SpreadElement' && first.type !== 'ArgumentPlaceholder';
      return isHelper && rest.length === 0 && isValue ? unwrap(first) : node;
    }
    default:
      return node;
  }
};

/** `undefined` for a name that is computed. */
export const nameOf = ({ key, computed }: Pick<ObjectProperty, 'key' | 'computed'>): string | undefined => {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'StringLiteral') return key.value;
  return key.type === 'NumericLiteral' ? String(key.value) : undefined;
};

const toObject = (
  node: Extract<Expression, { type: 'ObjectExpression' }>,
  evaluate: (inner: Expression | SpreadElement['argument']) => unknown,
  copies: CopyBudget,
): Readonly<Record<string, unknown>> => {
  const entries = new Map<string, unknown>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const value = evaluate(property.argument);
      if (typeof value === 'object' && value !== null && copies.allows(value))
        for (const [name, inner] of Object.entries(value)) entries.set(name, inner);
      else entries.set(unknownNames, unknownValue);
    } else {
      const isValue = property.type === 'ObjectProperty';
      const name = nameOf(property);
      // The value of an object expression is an expression; patterns stand in assignments only.
      const value = isValue ? evaluate(property.value as Expression) : unknownValue;
      if (name === undefined) entries.set(unknownNames, unknownValue);
      else entries.set(name, value);
    }
  }
  return Object.fromEntries(entries);
};

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The expression's value, as far as it is written out. */
export const evaluateExpression = (written: Expression, scope: Scope, depth: number): unknown => {
  if (depth > maxDepth) return unknownValue;
  const inner = (node: Expression): unknown => evaluateExpression(node, scope, depth + 1);
  const isShort = (length: number): boolean => length <= maxLength && scope.copies.allows(length);
  const node = unwrap(written);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'Identifier':
      return node.name === 'undefined' ? undefined : scope.valueOf(node.name);
    case 'TemplateLiteral': {
      const parts = node.quasis.flatMap((quasi, index): unknown[] => {
        const expression = node.expressions[index];
        const value = expression === undefined ? '' : inner(expression as Expression);
        return [quasi.value.cooked ?? unknownValue, value];
      });
      if (!parts.every(isPlain)) return unknownValue;
      const texts = parts.map(String);
      const length = texts.reduce((sum, text) => sum + text.length, 0);
      return isShort(length) ? texts.join('') : unknownValue;
    }
    case 'UnaryExpression': {
      const value = inner(node.argument);
      if (node.operator === '!' && value !== unknownValue) return !value;
      return node.operator === '-' && typeof value === 'number' ? -value : unknownValue;
    }
    case 'BinaryExpression': {
      if (node.operator !== '+' || node.left.type === 'PrivateName') return unknownValue;
      const left = inner(node.left);
      const right = inner(node.right);
      if (typeof left !== 'string' || typeof right !== 'string') return unknownValue;
      return isShort(left.length + right.length) ? left + right : unknownValue;
    }
    case 'NewExpression': {
      const [first] = node.arguments;
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      return isDate && first?.type === 'StringLiteral' ? first.value : unknownValue;
    }
    case 'ArrayExpression': {
      const items = node.elements.flatMap((element): unknown[] => {
        if (element === null) return [undefined];
        if (element.type !== 'SpreadElement') return [inner(element)];
        const spread = inner(element.argument);
        return Array.isArray(spread) && scope.copies.allows(spread.length) ? spread : [unknownValue];
      });
      return items.length <= maxLength ? items : unknownValue;
    }
    case 'ObjectExpression':
      return toObject(node, inner, scope.copies);
    default:
      return unknownValue;
  }
};

/** The value of `name: value`; nothing of a pattern, which stands in assignments only. */
export const evaluateProperty = ({ value }: ObjectProperty, scope: Scope): unknown =>
  /Pattern$/.test(value.type) ? unknownValue : evaluateExpression(value as Expression, scope, 0);

/** The expression that each name is given for good. */
export const constantsOf = (statements: readonly Statement[]): ReadonlyMap<string, Expression> => {
  const written = new Map<string, Expression>();
  for (const statement of statements) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && init) written.set(id.name, init);
  }
  return written;
};

/**
 * `const`, which a value further down may name. Each is evaluated once; one that names itself is unknown, and so is an
 * object that the program may change afterwards.
 */
export const createScope = (statements: readonly Statement[], outer: Scope = emptyScope()): Scope => {
  const written = constantsOf(statements);
  const changes = countChanges(statements);
  const known = new Map<string, unknown>();
  const scope: Scope = {
    copies: outer.copies,
    valueOf: (name) => {
      const expression = written.get(name);
      if (expression === undefined) return outer.valueOf(name);
      if (!known.has(name)) {
        known.set(name, unknownValue);
        const value = evaluateExpression(expression, scope, 0);
        const isChanged = changes.has(name) && typeof value === 'object' && value !== null;
        known.set(name, isChanged ? unknownValue : value);
      }
      return known.get(name);
    },
  };
  return scope;
};
