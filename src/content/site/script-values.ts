/**
 * Programs that hold settings or front matter -> the values that are written out in them. They are never run: what only
 * running would tell is {@link unknownValue}, for the caller to refuse, ask for or pass over.
 * @module
 */
import type { Expression, Node, ObjectProperty, SpreadElement, Statement } from '@babel/types';
import { CopyBudget } from './copy-budget.js';
import {
  countChanges,
  findReturned,
  isFunction,
  namesIn,
  parseProgram,
  parseWhole,
} from './script-program.js';

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

const emptyScope = (): Scope => ({ valueOf: () => unknownValue, copies: new CopyBudget() });

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

const nameOf = ({ key, computed }: Pick<ObjectProperty, 'key' | 'computed'>): string | undefined => {
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

/** The expression that each name is given for good. */
const constantsOf = (statements: readonly Statement[]): ReadonlyMap<string, Expression> => {
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

const isExports = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === 'module' &&
  node.property.type === 'Identifier' &&
  node.property.name === 'exports';

/** What a module hands over: `export default …` or `module.exports = …`. */
const findExported = (statements: readonly Statement[]): Node | undefined => {
  for (const statement of statements) {
    if (statement.type === 'ExportDefaultDeclaration') return statement.declaration;
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type === 'AssignmentExpression' && isExports(expression.left)) return expression.right;
  }
  return undefined;
};

const isExpression = (node: Node): node is Expression => !/Declaration|TSDeclareFunction/.test(node.type);

/** A function that a name stands for, or that is written in its place. */
const toFunction = (node: Node, statements: readonly Statement[]): Node => {
  if (node.type !== 'Identifier') return node;
  const declared = statements.find(
    (statement) => statement.type === 'FunctionDeclaration' && statement.id?.name === node.name,
  );
  return declared ?? constantsOf(statements).get(node.name) ?? node;
};

/** What is exported, or what the exported function returns whatever it is called with. */
const evaluateExported = (exported: Node, statements: readonly Statement[]): unknown => {
  const scope = createScope(statements);
  const program = toFunction(exported, statements);
  if (!isFunction(program)) {
    const changes = countChanges(statements);
    // `module.exports` is assigned once; what else is done to it is not followed.
    const isChanged = (changes.get('module') ?? 0) + (changes.get('exports') ?? 0) > 1;
    return isChanged || !isExpression(exported) ? unknownValue : evaluateExpression(exported, scope, 0);
  }
  const returned = findReturned(program);
  if (returned === undefined) return unknownValue;
  // A name of the function's own is not the module's.
  const own = new Set([
    ...namesIn(program.params),
    ...returned.before.flatMap((statement) =>
      statement.type === 'VariableDeclaration' ? namesIn(statement.declarations.map(({ id }) => id)) : [],
    ),
  ]);
  const inner = createScope(returned.before, {
    copies: scope.copies,
    valueOf: (name) => (own.has(name) ? unknownValue : scope.valueOf(name)),
  });
  return evaluateExpression(returned.value, inner, 0);
};

/**
 * What a module exports, as far as it is written out.
 * @returns {@link unknownValue} for what is no program, or one that exports what only running it would tell.
 */
export function readExportedValue(source: string): unknown {
  const statements = parseProgram(source)?.body ?? [];
  const exported = findExported(statements);
  return exported === undefined ? unknownValue : evaluateExported(exported, statements);
}

/** `name` and its value of `module.exports.name = …` and `exports.name = …`. */
const toExportedName = (statement: Statement): readonly [string, Expression] | undefined => {
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression')
    return undefined;
  const { object, property } = expression.left;
  const isOwn = isExports(object) || (object.type === 'Identifier' && object.name === 'exports');
  return isOwn && property.type === 'Identifier' ? [property.name, expression.right] : undefined;
};

/** The names that a module exports, with their values; empty for a module that exports none. */
export function readExportedNames(source: string): Readonly<Record<string, unknown>> {
  const statements = parseProgram(source)?.body ?? [];
  const scope = createScope(statements);
  const entries = statements.flatMap((statement): (readonly [string, unknown])[] => {
    const assigned = toExportedName(statement);
    if (assigned !== undefined) return [[assigned[0], evaluateExpression(assigned[1], scope, 0)]];
    if (statement.type === 'ExportAllDeclaration') return [[unknownNames, unknownValue]];
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration, specifiers } = statement;
    if (declaration?.type === 'FunctionDeclaration')
      return declaration.id ? [[declaration.id.name, unknownValue]] : [];
    if (declaration?.type === 'VariableDeclaration')
      return declaration.declarations.map(({ id }) =>
        id.type === 'Identifier' ? [id.name, scope.valueOf(id.name)] : [unknownNames, unknownValue],
      );
    return specifiers.length === 0 ? [] : [[unknownNames, unknownValue]];
  });
  return Object.fromEntries(entries);
}

/**
 * Front matter that is written as JavaScript: one object, or a `const` for each value.
 * @returns {@link unknownValue} where it is neither.
 */
export function readScriptObject(source: string): unknown {
  try {
    const value = evaluateExpression(parseWhole(source), emptyScope(), 0);
    if (typeof value === 'object') return value;
  } catch {
    // A list of statements is no expression.
  }
  const statements = parseProgram(source)?.body ?? [];
  const exported = findExported(statements);
  if (exported !== undefined) return evaluateExported(exported, statements);
  const scope = createScope(statements);
  const names = statements.flatMap((statement): string[] => {
    if (statement.type !== 'VariableDeclaration') return [unknownNames];
    return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : unknownNames));
  });
  return names.length === 0
    ? unknownValue
    : Object.fromEntries(names.map((name) => [name, scope.valueOf(name)]));
}
