/**
 * A program as a tree, and the few questions that reading its values asks of all of it.
 * @module
 */
import { parse, parseExpression } from '@babel/parser';
import type { Expression, Node, Program, ReturnStatement, Statement } from '@babel/types';
import { withinTime } from '../within-time.js';

/** TypeScript's `<` and `(` may be one thing or another, and the parser tries both: 30 in each other take it forever. */
const maxSeconds = 5;
/** Nobody asks for comments, and the parser looks for the place of each among all others. */
const withoutComments = { attachComment: false };

/** @throws SyntaxError for what is no expression of JavaScript */
export const parseWhole = (source: string): Expression =>
  withinTime(maxSeconds, () => parseExpression(source, withoutComments));

/** `undefined` for what is no JavaScript or TypeScript, or takes too long to read. */
export const parseProgram = (source: string): Program | undefined => {
  try {
    return withinTime(
      maxSeconds,
      () =>
        parse(source, {
          sourceType: 'unambiguous',
          allowReturnOutsideFunction: true,
          plugins: ['typescript'],
          ...withoutComments,
        }).program,
    );
  } catch {
    return undefined;
  }
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Every node below and with these, in no order that means anything. */
export function* nodesOf(
  roots: readonly Node[],
  enter: (node: Node) => boolean = () => true,
): Iterable<Node> {
  const pending = [...roots];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (enter(node)) for (const child of childrenOf(node)) pending.push(child);
  }
}

/** `a` of `a.b.c` and `a[b]`. */
const rootName = (node: Node): string | undefined => {
  let inner = node;
  while (inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression') inner = inner.object;
  return inner.type === 'Identifier' ? inner.name : undefined;
};

/** What a node may change: the left of an assignment, what is deleted, what a function is handed or called on. */
const changedBy = (node: Node): readonly Node[] => {
  switch (node.type) {
    case 'AssignmentExpression':
      return [node.left];
    case 'UpdateExpression':
      return [node.argument];
    case 'UnaryExpression':
      return node.operator === 'delete' ? [node.argument] : [];
    case 'CallExpression':
    case 'OptionalCallExpression':
      if (node.callee.type !== 'Identifier') return [node.callee, ...node.arguments];
      // `defineConfig` and its like hand back what they are given.
      return node.callee.name.startsWith('define') ? [] : node.arguments;
    default:
      return [];
  }
};

/** How often the program may change what each name holds, beyond giving it its first value. */
export function countChanges(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const node of nodesOf(statements))
    for (const changed of changedBy(node)) {
      const name = rootName(changed);
      if (name !== undefined) changes.set(name, (changes.get(name) ?? 0) + 1);
    }
  return changes;
}

/** Names that stand anywhere in these nodes. */
export const namesIn = (nodes: readonly Node[]): string[] =>
  [...nodesOf(nodes)].flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));

export type ProgramFunction = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

export const isFunction = (node: Node): node is ProgramFunction =>
  /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type);

/** What a function returns, where there is one place only in which it does; with what it declares before. */
export function findReturned(
  program: ProgramFunction,
): { readonly value: Expression; readonly before: readonly Statement[] } | undefined {
  const { body } = program;
  if (body.type !== 'BlockStatement') return { value: body, before: [] };
  const isWithin = (node: Node): boolean => !isFunction(node) && !/Method$/.test(node.type);
  const returns = [...nodesOf(body.body, isWithin)].filter(
    (node): node is ReturnStatement => node.type === 'ReturnStatement',
  );
  const [only] = returns;
  const isLast = only !== undefined && body.body.includes(only);
  return returns.length === 1 && isLast && only.argument
    ? { value: only.argument, before: body.body }
    : undefined;
}
