/**
 * Settings that a program makes by calls: `config.setInputDirectory('src')`, `glob({…})`. The calls are read, never made.
 * @module
 */
import type { CallExpression } from '@babel/types';
import { createScope, evaluateExpression, unknownValue } from './script-expressions.js';
import { nodesOf, parseProgram } from './script-program.js';

export interface ScriptCall {
  /** The function, or the method after the last name that it is called on: `ignores.add` of `config.ignores.add(…)`. */
  readonly method: string;
  /** As far as they are written out; {@link unknownValue} otherwise. */
  readonly values: readonly unknown[];
}

const nameOf = ({ callee }: CallExpression): string | undefined => {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  const { object } = callee;
  return object.type === 'MemberExpression' && object.property.type === 'Identifier'
    ? `${object.property.name}.${callee.property.name}`
    : callee.property.name;
};

/** Every call of a function or a method that has a name, under whatever condition, in the order in which they are written. */
export function readCalls(source: string): readonly ScriptCall[] {
  const statements = parseProgram(source)?.body ?? [];
  const scope = createScope(statements);
  const calls: { readonly at: number; readonly call: ScriptCall }[] = [];
  for (const node of nodesOf(statements)) {
    const method = node.type === 'CallExpression' ? nameOf(node) : undefined;
    if (node.type !== 'CallExpression' || method === undefined) continue;
    const values = node.arguments.map((value) =>
      value.type === 'SpreadElement' || value.type === 'ArgumentPlaceholder'
        ? unknownValue
        : evaluateExpression(value, scope, 0),
    );
    calls.push({ at: node.start ?? 0, call: { method, values } });
  }
  return calls.sort((a, b) => a.at - b.at).map(({ call }) => call);
}
