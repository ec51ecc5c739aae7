/**
 * Programs that hold settings or front matter -> the values that are written out in them. They are never run: what only
 * running would tell is {@link unknownValue}, for the caller to refuse, ask for or pass over.
 * @module
 */
import { parse, parseExpression } from '@babel/parser';
import type {
  ArrowFunctionExpression,
  Expression,
  FunctionDeclaration,
  ObjectProperty,
  Program,
  SpreadElement,
  Statement,
} from '@babel/types';

/** Stands where a value is that only running the program would tell. */
export const unknownValue = Symbol('a value that only the program knows');
/** The name under which an object holds {@link unknownValue} where it has entries whose names are not known. */
export const unknownNames = '...';

/** Of a text or a list that is put together: no program of settings needs more, and doubling would never end. */
const maxLength = 100_000;
const maxDepth = 200;

type Evaluate = (name: string) => unknown;

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
): Readonly<Record<string, unknown>> => {
  const entries = new Map<string, unknown>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const value = evaluate(property.argument);
      if (typeof value === 'object' && value !== null)
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

/** The expression's value, its names looked up by `lookUp`. */
const evaluateExpression = (written: Expression, lookUp: Evaluate, depth: number): unknown => {
  if (depth > maxDepth) return unknownValue;
  const inner = (node: Expression): unknown => evaluateExpression(node, lookUp, depth + 1);
  const node = unwrap(written);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'Identifier':
      return node.name === 'undefined' ? undefined : lookUp(node.name);
    case 'TemplateLiteral': {
      const parts = node.quasis.flatMap((quasi, index): unknown[] => {
        const expression = node.expressions[index];
        const value = expression === undefined ? '' : inner(expression as Expression);
        return [quasi.value.cooked ?? unknownValue, value];
      });
      const text = parts.every(isPlain) ? parts.join('') : undefined;
      return text !== undefined && text.length <= maxLength ? text : unknownValue;
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
      return left.length + right.length <= maxLength ? left + right : unknownValue;
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
        return Array.isArray(spread) ? spread : [unknownValue];
      });
      return items.length <= maxLength ? items : unknownValue;
    }
    case 'ObjectExpression':
      return toObject(node, inner);
    default:
      return unknownValue;
  }
};

/** Top-level `const`, which a value further down may name. Each is evaluated once; one that names itself is unknown. */
const createLookUp = (statements: readonly Statement[]): Evaluate => {
  const written = new Map<string, Expression>();
  const known = new Map<string, unknown>();
  for (const statement of statements) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && init) written.set(id.name, init);
  }
  const lookUp: Evaluate = (name) => {
    const expression = written.get(name);
    if (expression === undefined) return unknownValue;
    if (!known.has(name)) {
      known.set(name, unknownValue);
      known.set(name, evaluateExpression(expression, lookUp, 0));
    }
    return known.get(name);
  };
  return lookUp;
};

const isExports = (node: Expression | { readonly type: string }): boolean =>
  node.type === 'MemberExpression' &&
  'object' in node &&
  'property' in node &&
  (node.object as { name?: unknown }).name === 'module' &&
  (node.property as { name?: unknown }).name === 'exports';

/** What a function hands over, where all that it does is to return it. */
const findReturned = (node: Expression | FunctionDeclaration): Expression | undefined => {
  if (!/Function/.test(node.type) || !('body' in node)) return undefined;
  const { body } = node as FunctionDeclaration | ArrowFunctionExpression;
  if (body.type !== 'BlockStatement') return body;
  const last = body.body.at(-1);
  const isOnly = body.body.slice(0, -1).every(({ type }) => /^(?:Variable|Function)Declaration$/.test(type));
  return last?.type === 'ReturnStatement' && isOnly ? (last.argument ?? undefined) : undefined;
};

/** What a module hands over: `export default …` or `module.exports = …`. */
const findExported = (statements: readonly Statement[]): Expression | FunctionDeclaration | undefined => {
  for (const statement of statements) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (declaration.type === 'FunctionDeclaration') return declaration;
      const isProgram = /Declaration|TSDeclareFunction/.test(declaration.type);
      return isProgram ? undefined : (declaration as Expression);
    }
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type === 'AssignmentExpression' && isExports(expression.left)) return expression.right;
  }
  return undefined;
};

/** `undefined` for what is no JavaScript or TypeScript. */
const parseProgram = (source: string): Program | undefined => {
  try {
    return parse(source, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      plugins: ['typescript'],
    }).program;
  } catch {
    return undefined;
  }
};

/**
 * What a module exports, as far as it is written out.
 * @param isCalled whether a function that it exports is called without arguments; what it returns is then the value.
 * @returns {@link unknownValue} for what is no program, or one that exports what only running it would tell.
 */
export function readExportedValue(source: string, isCalled = false): unknown {
  const statements = parseProgram(source)?.body ?? [];
  const exported = findExported(statements);
  if (exported === undefined) return unknownValue;
  const written = isCalled ? (findReturned(exported) ?? exported) : exported;
  return written.type === 'FunctionDeclaration'
    ? unknownValue
    : evaluateExpression(written, createLookUp(statements), 0);
}

/**
 * Front matter that is written as JavaScript: one object, or a `const` for each value.
 * @returns {@link unknownValue} where it is neither.
 */
export function readScriptObject(source: string): unknown {
  try {
    const value = evaluateExpression(parseExpression(source), () => unknownValue, 0);
    if (typeof value === 'object') return value;
  } catch {
    // A list of statements is no expression.
  }
  const statements = parseProgram(source)?.body ?? [];
  const exported = findExported(statements);
  const lookUp = createLookUp(statements);
  if (exported !== undefined)
    return exported.type === 'FunctionDeclaration' ? unknownValue : evaluateExpression(exported, lookUp, 0);
  const names = statements.flatMap((statement): string[] => {
    if (statement.type !== 'VariableDeclaration') return [unknownNames];
    return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : unknownNames));
  });
  return names.length === 0 ? unknownValue : Object.fromEntries(names.map((name) => [name, lookUp(name)]));
}
