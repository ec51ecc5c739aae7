/**
 * Settings that a program makes by calling methods: `config.setInputDirectory('src')`. The calls are read, never made.
 * @module
 */

import { nodesOf, parseProgram } from './script-program.js';
import { createScope, evaluateExpression, unknownValue } from './script-values.js';

export interface ScriptCall {
  /** The method, after the last name that it is called on: `ignores.add` of `config.ignores.add(…)`. */
  readonly method: string;
  /** As far as they are written out; {@link unknownValue} otherwise. */
  readonly values: readonly unknown[];
}

/** Every call of a method, under whatever condition, in the order in which they are written. */
export function readCalls(source: string): readonly ScriptCall[] {
  const statements = parseProgram(source)?.body ?? [];
  const scope = createScope(statements);
  const calls: { readonly at: number; readonly call: ScriptCall }[] = [];
  for (const node of nodesOf(statements)) {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') continue;
    const { object, property } = node.callee;
    if (property.type !== 'Identifier') continue;
    const owner =
      object.type === 'MemberExpression' && object.property.type === 'Identifier'
        ? `${object.property.name}.`
        : '';
    const values = node.arguments.map((value) =>
      value.type === 'SpreadElement' || value.type === 'ArgumentPlaceholder'
        ? unknownValue
        : evaluateExpression(value, scope, 0),
    );
    calls.push({ at: node.start ?? 0, call: { method: `${owner}${property.name}`, values } });
  }
  return calls.sort((a, b) => a.at - b.at).map(({ call }) => call);
}
