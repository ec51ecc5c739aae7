/**
 * Programs that hold settings or front matter -> the values that are written out in them.
 * @module
 */
import type { Expression, Node, Statement } from '@babel/types';
import {
  constantsOf,
  createScope,
  emptyScope,
  evaluateExpression,
  unknownNames,
  unknownValue,
} from './script-expressions.js';
import {
  countChanges,
  findReturned,
  isFunction,
  namesIn,
  parseProgram,
  parseWhole,
} from './script-program.js';

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
