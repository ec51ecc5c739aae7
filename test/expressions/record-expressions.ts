/**
 * Notes every regular expression that is made while the program runs, and the source file that made it.
 * @module
 */
import type { Expression } from './find-expressions.js';

const callerInSources = /\/src\/([\w./-]+\.ts)/;

/** @returns all that are made from now on by files of `src`, until `stop` is called */
export const recordExpressions = (): { readonly made: readonly Expression[]; stop(): void } => {
  const made: Expression[] = [];
  const original = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const lines = new Error('who calls').stack?.split('\n') ?? [];
    const caller = lines.find((line) => !line.includes('record-expressions'));
    // The second line is the caller; libraries make expressions too.
    const file = callerInSources.exec(lines[3] ?? caller ?? '')?.[1];
    if (file !== undefined) made.push({ file, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, words) => note(Reflect.construct(target, words)),
    apply: (target, self, words) => note(Reflect.apply(target, self, words)),
  });
  return {
    made,
    stop: () => {
      globalThis.RegExp = original;
    },
  };
};
